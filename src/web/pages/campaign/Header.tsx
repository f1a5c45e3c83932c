import { isDue } from '../../../domain/report/bridge'
import { anchorMoment } from '../../../domain/timeline/dueAt'
import { Icon } from '../../components/Icon'
import type { Words } from '../../words'
import type { CampaignPageProps } from './CampaignPage'
import { StateTag } from './StateTag'

/** Which event, when, where, how it stands; what can change it; and the way to each part of the page. */
export function Header({
  reading,
  words,
  now,
  path,
  over,
}: CampaignPageProps & { path: string; over: boolean }) {
  const { campaign, people, tasks, evaluations } = reading
  const { event } = campaign
  const waiting = tasks.filter(task => isDue(task, now)).length
  const mayChange = !over && campaign.state !== 'cancelled' && campaign.state !== 'done'
  const parts = [
    ['steps', null],
    ['people', people.length],
    ['tasks', waiting],
    ['evaluation', evaluations.length > 0 ? evaluations.reduce((sum, one) => sum + one.answered, 0) : null],
  ] as const
  return (
    <header class="head">
      <p>
        <a href="/campaigns">{words.say('campaigns')}</a>
      </p>
      <div class="title">
        <h1>
          <bdi>{event.name}</bdi>
        </h1>
        {mayChange ? (
          <p class="actions">
            <a class="button" href={`${path}/move`}>
              <Icon name="move" /> {words.say('do.move')}
            </a>
            {campaign.state === 'draft' ? null : (
              <PauseOrResume state={campaign.state} path={path} words={words} />
            )}
            <a class="button danger" href={`${path}/cancel`}>
              <Icon name="ban" /> {words.say('do.cancel_event')}
            </a>
          </p>
        ) : null}
      </div>
      <p class="facts">
        <span>
          <Icon name="calendar" />{' '}
          <time dateTime={event.start}>{words.longDay(anchorMoment(event, 'start'))}</time>,{' '}
          <bdi dir="ltr">
            {event.start.slice(11, 16)}–{event.end.slice(11, 16)}
          </bdi>
        </span>
        <span>
          <Icon name="place" /> <bdi>{[event.place, event.address].filter(Boolean).join(', ')}</bdi>
        </span>
        <StateTag state={over && campaign.state === 'running' ? 'done' : campaign.state} words={words} />
      </p>
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
          {words.say('updated', { hour: words.hour(now) })} · <a href={path}>{words.say('refresh')}</a>
        </p>
      </nav>
    </header>
  )
}

function PauseOrResume({ state, path, words }: { state: string; path: string; words: Words }) {
  const deed = state === 'paused' ? 'resume' : 'pause'
  return (
    <a class="button" href={`${path}/${deed}`}>
      <Icon name={deed === 'pause' ? 'clock' : 'play'} /> {words.say(`do.${deed}`)}
    </a>
  )
}
