import type { PersonReading } from '../../../use-cases/readPerson'
import type { Words } from '../../words'

const ANSWERS = ['yes', 'maybe', 'no', 'silent'] as const

/** Whether they come, as they said it on the phone or in the street; who noted it stays known. */
export function RsvpForm({ reading, words, path }: { reading: PersonReading; words: Words; path: string }) {
  const { enrolment, names } = reading
  const { rsvp, rsvpAt, rsvpBy } = enrolment
  return (
    <section class="sheet" aria-labelledby="rsvp">
      <h2 id="rsvp">{words.say('who.title')}</h2>
      <p>
        <strong>{words.say(`who.${rsvp ?? 'silent'}`)}</strong>{' '}
        {rsvpAt === undefined ? null : (
          <span class="soft">
            {rsvpBy
              ? words.say('person:noted_by', {
                  name: names[rsvpBy] ?? words.say('person:somebody'),
                  when: words.moment(rsvpAt),
                })
              : words.moment(rsvpAt)}
          </span>
        )}
      </p>
      <form method="post" action={path} class="results">
        <input type="hidden" name="seen" value={rsvpAt ?? ''} />
        {ANSWERS.filter(answer => answer !== (rsvp ?? 'silent')).map(answer => (
          <button key={answer} type="submit" name="rsvp" value={answer}>
            {words.say(`person:set.${answer}`)}
          </button>
        ))}
      </form>
    </section>
  )
}
