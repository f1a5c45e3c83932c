import type { IntakeReading } from '../../../use-cases/askIntake'
import type { Words } from '../../words'
import { type ContactPageProps, pathOf } from './ContactPage'

/** Where somebody's intake is, and asking for it. What they answer is read by their supervisor alone. */
export function IntakeSection({ words, reading, intake: { intake, may } }: ContactPageProps) {
  const { say } = words
  const { contact, supervisor } = reading
  if (may === 'other_audience') return null
  return (
    <section class="sheet" aria-labelledby="intake">
      <h2 id="intake">{say('contacts:intake.title')}</h2>
      <Standing {...{ words, intake }} />
      <p class="soft">
        {supervisor === undefined
          ? say('contacts:intake.nobody_reads')
          : say('contacts:intake.who_reads', { name: `\u2068${supervisor}\u2069` })}
      </p>
      {may === 'yes' ? (
        <form method="post" action={`${pathOf(contact)}/intake`} class="form">
          <p>
            {say('contacts:intake.what_happens', {
              count: intake.questions,
              language: words.languageName(contact.language),
            })}
          </p>
          <button type="submit">{say('contacts:intake.ask')}</button>
        </form>
      ) : (
        <p class="soft">{say(`contacts:intake.not.${may}`)}</p>
      )}
    </section>
  )
}

function Standing({ words, intake }: Pick<IntakeReading, 'intake'> & { words: Words }) {
  const { say } = words
  const { askedAt, answered } = intake
  if (answered) {
    const { at, count, complete } = answered
    return <p>{say(`contacts:intake.${complete ? 'done' : 'begun'}`, { day: words.day(at), count })}</p>
  }
  if (askedAt === undefined) return <p>{say('contacts:intake.never')}</p>
  return <p>{say('contacts:intake.asked', { day: words.day(askedAt) })}</p>
}
