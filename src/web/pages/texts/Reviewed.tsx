import type { TextReading } from '../../../use-cases/readText'
import { Field } from '../../components/Field'
import { Icon } from '../../components/Icon'
import type { Words } from '../../words'

/** Somebody gave no name, or the words changed while they read. */
export interface Unread {
  name: string
  wrong: 'nameless' | 'meanwhile'
}

export const unreadWords = ({ wrong }: Unread, words: Words): string => words.say(`texts:review.${wrong}`)

/** Who grew up with the language and read these words; or the form for who did so now. */
export function Reviewed({
  reading,
  path,
  words,
  unread,
}: {
  reading: TextReading
  path: string
  words: Words
  unread?: Unread | undefined
}) {
  const { review, reviewed, seen } = reading
  const { say } = words
  return (
    <section class="sheet" aria-labelledby="review">
      <h2 id="review">{say('texts:review.title')}</h2>
      <p>
        {review === 'reviewed' && reviewed
          ? say('texts:review.by', { name: reviewed.name, day: words.day(reviewed.at) })
          : say(`texts:review.${review}`)}
      </p>
      {review === 'reviewed' ? null : (
        <form method="post" action={path} class="fields">
          <input type="hidden" name="seen" value={seen} />
          <Field name="name" label={say('texts:review.name')} wrong={unread && unreadWords(unread, words)}>
            {ids => (
              <input
                {...ids}
                type="text"
                value={unread?.name ?? ''}
                required
                maxLength={80}
                autocomplete="off"
              />
            )}
          </Field>
          <button type="submit" name="do" value="read">
            <Icon name="check" /> {say('texts:review.tick')}
          </button>
        </form>
      )}
    </section>
  )
}
