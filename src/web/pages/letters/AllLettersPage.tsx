import type { Campaign } from '../../../domain/campaign'
import { anchorMoment } from '../../../domain/timeline/dueAt'
import { Empty } from '../../components/Empty'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import type { Words } from '../../words'

/** For which event are the letters? */
export function AllLettersPage({ campaigns, words }: { campaigns: readonly Campaign[]; words: Words }) {
  const { say } = words
  return (
    <Layout words={words} title={say('letters:title')} path="/letters">
      <h1>{say('letters:which')}</h1>
      {campaigns.length === 0 ? <Empty>{say('letters:no_campaigns')}</Empty> : null}
      <ul class="sheet big-rows">
        {campaigns.map(({ _id, event }) => (
          <li key={_id}>
            <a href={`/campaigns/${encodeURIComponent(_id)}/letters`}>
              <Icon name="letter" />
              <span>
                <bdi>{event.name}</bdi>, {words.day(anchorMoment(event, 'start'))}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Layout>
  )
}
