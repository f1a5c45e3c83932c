import type { TextReading } from '../../../use-cases/readText'
import { Icon } from '../../components/Icon'
import type { Words } from '../../words'

/** Who grew up with the language and read these words; or the form for who did so now. */
export function Reviewed({ reading, path, words }: { reading: TextReading; path: string; words: Words }) {
  const { review, reviewed } = reading
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
          <label>
            {say('texts:review.name')}
            <input name="name" required maxLength={80} autocomplete="off" />
          </label>
          <button type="submit" name="do" value="read">
            <Icon name="check" /> {say('texts:review.tick')}
          </button>
        </form>
      )}
    </section>
  )
}
