import type { TrainingFacts } from '../../../domain/contacts/training'
import { Empty } from '../../components/Empty'
import type { Words } from '../../words'
import { type ContactPageProps, pathOf } from './ContactPage'
import { NotedBy } from './NotedBy'
import { dayIn } from './Work'

/** What somebody learns, and where it stands; each opens the form that changes it. */
export function Trainings({ words, reading }: ContactPageProps) {
  const { say } = words
  const path = `${pathOf(reading.contact)}/trainings`
  return (
    <section class="sheet" aria-labelledby="trainings">
      <h2 id="trainings">{say('work:training.title')}</h2>
      {reading.trainings.length === 0 ? <Empty>{say('work:training.none')}</Empty> : null}
      <ul class="links">
        {reading.trainings.map(({ id, by, at, ...facts }) => (
          <li key={id}>
            <a href={`${path}/${encodeURIComponent(id)}`}>{say(`work:training.is.${facts.kind}`)}</a>
            <br />
            {factsIn(facts, words)}
            <br />
            <NotedBy by={by} at={at} words={words} />
          </li>
        ))}
      </ul>
      {reading.work.mayFollow ? (
        <p>
          <a class="button" href={`${path}/new`}>
            {say('work:training.add')}
          </a>
        </p>
      ) : (
        <p class="soft">{say('work:first_ask')}</p>
      )}
    </section>
  )
}

/** `since 3 Nov 2026, completed on 20 Nov 2026, known to VDAB` */
export function factsIn({ kind, since, status, day, known }: TrainingFacts, words: Words): string {
  const { say } = words
  const where = [
    say('work:training.since', { day: dayIn(since, words) }),
    say(`work:training.on.${status}`, { day: dayIn(day, words) }),
    ...(kind === 'workplace' ? [say(known ? 'work:training.known' : 'work:training.not_known')] : []),
  ]
  return where.join(', ')
}
