import { DateTime } from 'luxon'
import type { Campaign } from '../../../domain/campaign'
import { Empty } from '../../components/Empty'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import type { Words } from '../../words'
import { StateTag } from '../campaign/StateTag'

export function CampaignsPage({ campaigns, words }: { campaigns: Campaign[]; words: Words }) {
  return (
    <Layout words={words} title={words.say('campaigns')} path="/campaigns">
      <h1>{words.say('campaigns')}</h1>
      {campaigns.length === 0 ? (
        <section class="sheet">
          <Empty>{words.say('no_campaigns')}</Empty>
        </section>
      ) : null}
      <ul class="tickets">
        {campaigns.map(({ _id, event, state }) => (
          <li key={_id} class="sheet ticket">
            <Day event={event} words={words} />
            <div>
              <h2>
                <a href={`/campaigns/${encodeURIComponent(_id)}`}>
                  <bdi>{event.name}</bdi>
                </a>
              </h2>
              <p class="soft">
                {event.start.slice(11, 16)}–{event.end.slice(11, 16)} · <Icon name="place" />{' '}
                <bdi>{event.place}</bdi>
              </p>
              <p>
                <StateTag state={state} words={words} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Layout>
  )
}

/** The day as on a wallet pass: what and when before everything else. */
function Day({ event, words }: { event: Campaign['event']; words: Words }) {
  const start = DateTime.fromISO(event.start, { zone: event.zone, locale: words.language })
  return (
    <p class="date-block">
      <span>{start.toFormat('cccc')}</span> <strong>{start.toFormat('d')}</strong>{' '}
      <span>{start.toFormat('LLLL')}</span>
    </p>
  )
}
