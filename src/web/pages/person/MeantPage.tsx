import type { MeantReading } from '../../../use-cases/noteMeant'
import { FieldSet, ToFix, type Wrong } from '../../components/Field'
import type { Words } from '../../words'
import { ChangePage } from '../change/ChangePage'

export interface MeantProps {
  reading: MeantReading
  words: Words
  wrong: Wrong
}

/** Whom somebody meant by a name that nobody of the event has. What they answered is for that person's supervisor alone. */
export function MeantPage({ reading, words, wrong }: MeantProps) {
  const { campaign, task, written, people } = reading
  const { say } = words
  const name = reading.writer.name || say('people.unknown')
  const path = `/campaigns/${encodeURIComponent(campaign._id)}/meant/${encodeURIComponent(task._id)}`
  return (
    <ChangePage
      campaign={campaign}
      words={words}
      title={say('tasks:meant.title', { name })}
      tabTitle={say('tasks:meant.who')}
      path={path}
    >
      <p>{say('tasks:meant.wrote', { name })}</p>
      <blockquote dir="auto">{written}</blockquote>
      <ToFix wrong={wrong} words={words} />
      <form method="post" action={path} class="form">
        <FieldSet name="contact" label={say('tasks:meant.who')} wrong={wrong.contact}>
          {people.map(person => (
            <label key={person._id} class="choice">
              <input type="radio" name="contact" value={person._id} />
              <span>
                <bdi>{person.name || say('people.unknown')}</bdi>
              </span>
            </label>
          ))}
          <label class="choice">
            <input type="radio" name="contact" value="" />
            <span>{say('tasks:meant.nobody')}</span>
          </label>
        </FieldSet>
        <p class="soft">{say('tasks:meant.why')}</p>
        <button type="submit" class="first">
          {say('tasks:meant.save')}
        </button>
      </form>
    </ChangePage>
  )
}
