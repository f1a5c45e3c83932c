import type { Person } from '../../../domain/report/campaignOverview'
import type { CampaignReading } from '../../../use-cases/readCampaign'
import { Layout } from '../../components/Layout'
import type { Words } from '../../words'
import { Evaluations } from './Evaluations'
import { People } from './People'
import { Plan } from './Plan'
import { Tasks } from './Tasks'

export interface CampaignPageProps {
  reading: CampaignReading
  words: Words
  now: number
  phones?: string | undefined
  /** The words of a dialog's question and of one of its answers, in the reader's language. */
  asks: (dialog: string, question: string) => string
  answers: (dialog: string, question: string, answer: string) => string
}

export function CampaignPage(props: CampaignPageProps) {
  const { reading, words, now, phones } = props
  const { campaign } = reading
  const { event } = campaign
  const path = `/campaigns/${campaign._id}`
  return (
    <Layout words={words} title={event.name} phones={phones} path={path}>
      <h1>{event.name}</h1>
      <p class="facts">
        <time dateTime={event.start}>{eventDay(event.start, words)}</time> · {event.start.slice(11, 16)}–
        {event.end.slice(11, 16)} · {event.place}{' '}
        <span class="tag">{words.say(`state.${campaign.state}`)}</span>
      </p>
      <div class="columns">
        <div>
          <Plan reading={reading} words={words} />
          <People {...props} />
          <Evaluations {...props} />
        </div>
        <aside>
          <WhoComes reading={reading} words={words} />
          <Tasks
            tasks={reading.tasks}
            names={namesOf(reading.people, words)}
            words={words}
            campaign={campaign._id}
          />
          <Change path={path} version={campaign.version} start={event.start} end={event.end} words={words} />
        </aside>
      </div>
      <p class="soft">
        {words.say('updated', { hour: words.hour(now) })} · <a href={path}>{words.say('refresh')}</a>
      </p>
    </Layout>
  )
}

const eventDay = (local: string, words: Words): string =>
  words.day(Date.parse(`${local.slice(0, 10)}T12:00:00Z`))
const namesOf = (people: Person[], words: Words) =>
  new Map(people.map(one => [one.contact, one.name || words.say('people.unknown')]))

function WhoComes({ reading, words }: { reading: CampaignReading; words: Words }) {
  const { rsvp, guests, needs } = reading
  const asked = Object.entries(needs).filter(([, count]) => count > 0)
  return (
    <>
      <section class="sheet" aria-labelledby="who">
        <h2 id="who">{words.say('who.title')}</h2>
        <dl class="figures">
          {(['yes', 'maybe', 'no', 'silent'] as const).map(answer => (
            <div key={answer} class={answer === 'yes' ? 'large' : undefined}>
              <dt>{words.say(`who.${answer}`)}</dt>
              <dd>{rsvp[answer]}</dd>
            </div>
          ))}
          {(['companions', 'children'] as const).map(kind =>
            guests[kind] > 0 ? (
              <div key={kind}>
                <dt>{words.say(`who.${kind}`)}</dt>
                <dd>{guests[kind]}</dd>
              </div>
            ) : null,
          )}
        </dl>
      </section>
      <section class="sheet" aria-labelledby="needs">
        <h2 id="needs">{words.say('needs.title')}</h2>
        {asked.length === 0 ? (
          <p class="soft">{words.say('needs.none')}</p>
        ) : (
          <dl class="figures">
            {asked.map(([need, count]) => (
              <div key={need}>
                <dt>{words.say(`needs.${need}`)}</dt>
                <dd>{count}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
    </>
  )
}

function Change({
  path,
  version,
  start,
  end,
  words,
}: {
  path: string
  version: number
  start: string
  end: string
  words: Words
}) {
  return (
    <details class="sheet">
      <summary>{words.say('move.title')}</summary>
      <form method="post" action={`${path}/move`}>
        <input type="hidden" name="version" value={version} />
        <label>
          {words.say('move.start')}
          <input type="datetime-local" name="start" value={start.slice(0, 16)} required />
        </label>
        <label>
          {words.say('move.end')}
          <input type="datetime-local" name="end" value={end.slice(0, 16)} required />
        </label>
        <p class="soft">{words.say('move.help')}</p>
        <button type="submit" class="first">
          {words.say('do.move')}
        </button>
      </form>
      <form method="post" action={`${path}/cancel`}>
        <input type="hidden" name="version" value={version} />
        <button type="submit" class="danger">
          {words.say('do.cancel_event')}
        </button>
      </form>
    </details>
  )
}
