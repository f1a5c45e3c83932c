import type { Words } from '../../words'

/** The figures of a page, to take along. */
export function Downloads({ path, query, words }: { path: string; query?: string; words: Words }) {
  const file = (type: string) => `${path}/figures.${type}${query ? `?${query}` : ''}`
  return (
    <details class="menu">
      <summary class="button">{words.say('reports:download.title')}</summary>
      <ul>
        <li>
          <a href={file('xlsx')} download>
            {words.say('reports:download.xlsx')}
          </a>
        </li>
        <li>
          <a href={file('csv')} download>
            {words.say('reports:download.csv')}
          </a>
        </li>
      </ul>
      <p class="soft">{words.say('reports:download.same')}</p>
    </details>
  )
}
