import type { Addressee } from '../../../use-cases/writeLetters'
import type { LettersPageProps } from './LettersPage'

/** The letters that were posted last, together. */
export interface Posted {
  at: number
  by: string
  count: number
}

export function lastPosted(addressees: readonly Addressee[]): Posted | null {
  const posted = addressees.flatMap(({ letter }) => letter?.posted ?? [])
  const [last] = posted.toSorted((a, b) => b.at - a.at)
  return last ? { ...last, count: posted.filter(({ at }) => at === last.at).length } : null
}

/** The post: what was made and not posted yet, and who posted last. */
export function Posting({ words, addressees, path, posted }: LettersPageProps & { path: string }) {
  const { say } = words
  const letters = addressees.flatMap(({ letter }) => (letter ? [letter] : []))
  if (letters.length === 0) return null
  const open = letters.filter(({ posted }) => !posted)
  const seen = Math.max(...open.map(({ madeAt }) => madeAt))
  return (
    <section class="sheet" aria-labelledby="post">
      <h2 id="post">{say('letters:post')}</h2>
      {open.length > 0 ? (
        <form method="post" action={`${path}/posted`}>
          <input type="hidden" name="seen" value={seen} />
          <button type="submit">{say('letters:mark_posted', { count: open.length })}</button>
        </form>
      ) : null}
      {posted ? (
        <form method="post" action={`${path}/posted/undo`} class="actions">
          <p>
            {say('letters:posted', {
              count: posted.count,
              when: words.moment(posted.at),
              name: posted.name ?? say('letters:somebody'),
            })}
          </p>
          <input type="hidden" name="at" value={posted.at} />
          <button type="submit" class="quiet">
            {say('form.undo')}
          </button>
        </form>
      ) : null}
    </section>
  )
}
