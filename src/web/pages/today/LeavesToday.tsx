import type { Leaving } from '../../../domain/report/leaving'
import { STAGES } from '../../../domain/report/stage'
import type { TodayReading } from '../../../use-cases/readToday'
import type { Words } from '../../words'
import { StageTag } from '../campaign/StageTag'
import { stepName } from '../campaign/whyThen'

/** What leaves by itself, today and tomorrow, by hour. */
export function LeavesToday({ reading, words }: { reading: TodayReading; words: Words }) {
  const { leaving, tomorrow } = reading
  const today = leaving.filter(({ at }) => at < tomorrow)
  const next = leaving.filter(({ at }) => at >= tomorrow)
  return (
    <section class="sheet" aria-labelledby="leaves">
      <h2 id="leaves">
        {words.say('today:leaves')}{' '}
        <span class="count">{words.say('today:messages', { count: people(today) })}</span>
      </h2>
      {leaving.length === 0 ? <p class="soft">{words.say('today:nothing_leaves')}</p> : null}
      <Hours leaving={today} reading={reading} words={words} />
      {next.length > 0 ? (
        <>
          <h3>{words.say('today:tomorrow', { count: people(next), day: words.day(tomorrow) })}</h3>
          <Hours leaving={next} reading={reading} words={words} />
        </>
      ) : null}
    </section>
  )
}

const people = (leaving: readonly Leaving[]) => leaving.reduce((sum, one) => sum + one.people, 0)

function Hours({ leaving, reading, words }: { leaving: Leaving[]; reading: TodayReading; words: Words }) {
  if (leaving.length === 0) return null
  return (
    <ul class="hours">
      {leaving.map(({ campaign, step, at, people: count, stages }) => (
        <li key={`${campaign}.${step}.${at}`}>
          <time dateTime={new Date(at).toISOString()}>{words.hour(at)}</time>
          <div>
            <p>
              <a href={`/campaigns/${encodeURIComponent(campaign)}#step-${encodeURIComponent(step)}`}>
                {stepName(step, words)}
              </a>{' '}
              <span class="soft">{words.say('people.count', { count })}</span>
            </p>
            <p class="soft">
              <bdi>{reading.names[campaign] ?? ''}</bdi>
            </p>
            <ul class="tags">
              {STAGES.filter(stage => stage !== 'planned' && stages[stage]).map(stage => (
                <li key={stage}>
                  <StageTag stage={stage} words={words} /> <span class="soft">{stages[stage]}</span>
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  )
}
