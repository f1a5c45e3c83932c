import { anchorMoment } from '../../../domain/timeline/dueAt'
import { Icon } from '../../components/Icon'
import type { Words } from '../../words'
import type { CampaignPageProps } from './CampaignPage'
import { StateTag } from './StateTag'

/** Which event, when, where, how it stands; and what can change it. */
export function Header({ reading, words, path, over }: CampaignPageProps & { path: string; over: boolean }) {
  const { campaign } = reading
  const { event } = campaign
  const mayChange = !over && campaign.state !== 'cancelled' && campaign.state !== 'done'
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
        {event.place || event.address ? (
          <span>
            <Icon name="place" /> <bdi>{[event.place, event.address].filter(Boolean).join(', ')}</bdi>
          </span>
        ) : null}
        <StateTag state={over && campaign.state === 'running' ? 'done' : campaign.state} words={words} />
      </p>
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
