import type { Words } from '../../words'

/** The figures of a page, to take along. */
export function Downloads({ path, words }: { path: string; words: Words }) {
  return (
    <details class="menu">
      <summary class="button">{words.say('reports:download.title')}</summary>
      <ul>
        <li>
          <a href={`${path}/figures.xlsx`} download>
            {words.say('reports:download.xlsx')}
          </a>
        </li>
        <li>
          <a href={`${path}/figures.csv`} download>
            {words.say('reports:download.csv')}
          </a>
        </li>
      </ul>
      <p class="soft">{words.say('reports:download.same')}</p>
    </details>
  )
}
