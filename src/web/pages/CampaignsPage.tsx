import type { Campaign } from '../../domain/campaign'
import { Layout } from '../components/Layout'
import type { Words } from '../words'

export function CampaignsPage({
  campaigns,
  words,
  phones,
}: {
  campaigns: Campaign[]
  words: Words
  phones?: string | undefined
}) {
  return (
    <Layout words={words} title={words.say('campaigns')} phones={phones} path="/campaigns">
      <h1>{words.say('campaigns')}</h1>
      {campaigns.length === 0 ? <p>{words.say('no_campaigns')}</p> : null}
      <ul class="plain">
        {campaigns.map(({ _id, event, state }) => (
          <li key={_id} class="sheet">
            <h2>
              <a href={`/campaigns/${_id}`}>{event.name}</a>
            </h2>
            <p>
              {words.day(Date.parse(`${event.start.slice(0, 10)}T12:00:00Z`))} · {event.place}{' '}
              <span class="tag">{words.say(`state.${state}`)}</span>
            </p>
          </li>
        ))}
      </ul>
    </Layout>
  )
}
