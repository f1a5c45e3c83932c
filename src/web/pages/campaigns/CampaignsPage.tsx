import { DateTime } from 'luxon'
import type { Campaign } from '../../../domain/campaign'
import type { CampaignLine } from '../../../use-cases/readCampaigns'
import { Empty } from '../../components/Empty'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { StateTag } from '../campaign/StateTag'
import { Dots } from './Dots'
import { sentenceOf } from './sentenceOf'

export interface CampaignsPageProps {
  lines: readonly CampaignLine[]
  words: Words
  /** The draft that has just been thrown away. */
  removed?: string | undefined
}

export function CampaignsPage({ lines, words, removed }: CampaignsPageProps) {
  const { say } = words
  return (
    <Layout words={words} title={say('campaigns')} path="/campaigns" sheets={['planning']}>
      <div class="title">
        <h1>{say('campaigns')}</h1>
        <p class="actions">
          <a class="button first" href="/campaigns/new">
            <Icon name="route" /> {say('campaigns:new')}
          </a>
        </p>
      </div>
      {removed === undefined ? null : (
        <Strip
          kind="done"
          undo={{
            action: `/campaigns/${encodeURIComponent(removed)}/remove`,
            fields: { back: 'yes' },
            label: say('form.undo'),
          }}
        >
          {say('campaigns:removed')}
        </Strip>
      )}
      {lines.length === 0 ? (
        <section class="sheet">
          <Empty>
            {say('campaigns:none')} <a href="/campaigns/new">{say('campaigns:plan_first')}</a>
          </Empty>
        </section>
      ) : null}
      <ul class="tickets">
        {lines.map(line => (
          <Ticket key={line.campaign._id} line={line} words={words} />
        ))}
      </ul>
    </Layout>
  )
}

function Ticket({ line, words }: { line: CampaignLine; words: Words }) {
  const { _id, event, state } = line.campaign
  const path = `/campaigns/${encodeURIComponent(_id)}`
  return (
    <li class="sheet ticket">
      <Day event={event} words={words} />
      <div>
        <h2>
          <a href={path}>
            <bdi>{event.name}</bdi>
          </a>
        </h2>
        {event.place === '' && event.start === '' ? null : (
          <p class="soft">
            <bdi dir="ltr">
              {[event.start.slice(11, 16), event.end.slice(11, 16)].filter(Boolean).join('–')}
            </bdi>{' '}
            {event.place ? (
              <>
                <Icon name="place" /> <bdi>{event.place}</bdi>
              </>
            ) : null}
          </p>
        )}
        <p>
          <StateTag state={line.over && state === 'running' ? 'done' : state} words={words} />{' '}
          <span>{sentenceOf(line, words)}</span>
        </p>
        <Dots dots={line.dots} />
        {state === 'draft' ? (
          <form method="post" action={`${path}/remove`}>
            <button type="submit" class="quiet">
              {words.say('campaigns:remove')}
              <span class="hidden">
                {' '}
                <bdi>{event.name}</bdi>
              </span>
            </button>
          </form>
        ) : null}
      </div>
    </li>
  )
}

/** The day as on a wallet pass: what and when before everything else. */
function Day({ event, words }: { event: Campaign['event']; words: Words }) {
  if (event.start === '') return <p class="date-block soft">{words.say('campaigns:no_day')}</p>
  const start = DateTime.fromISO(event.start, { zone: event.zone, locale: words.language })
  return (
    <p class="date-block">
      <span>{start.toFormat('cccc')}</span> <strong>{start.toFormat('d')}</strong>{' '}
      <span>{start.toFormat('LLLL')}</span>
    </p>
  )
}
