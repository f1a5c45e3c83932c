import { isDue } from '../../../domain/report/bridge'
import type { CampaignPageProps } from './CampaignPage'

/** The way to each part of a long page, and how fresh it is. */
export function Parts({ reading, words, now, here }: CampaignPageProps & { here: string }) {
  const { people, tasks, evaluations } = reading
  const answered = evaluations.reduce((sum, one) => sum + one.answered, 0)
  const parts = [
    ['steps', null],
    ['people', people.length],
    ['tasks', tasks.filter(task => isDue(task, now)).length],
    ['evaluation', evaluations.length > 0 ? answered : null],
  ] as const
  return (
    <nav class="tabs" aria-label={words.say('nav.parts')}>
      <ul>
        {parts.map(([part, count]) => (
          <li key={part}>
            <a class="tab" href={`#${part}`}>
              {words.say(`${part}.title`)} {count === null ? null : <span class="count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
      <p class="soft">
        {words.say('updated', { hour: words.hour(now) })} · <a href={here}>{words.say('refresh')}</a>
      </p>
    </nav>
  )
}
