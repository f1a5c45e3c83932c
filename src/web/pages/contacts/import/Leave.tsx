import type { Words } from '../../../words'

/** Away from here with nothing taken over; the file goes at once. */
export function Leave({ words, path }: { words: Words; path: string }) {
  return (
    <form method="post" action={`${path}/leave`}>
      <button type="submit" class="quiet">
        {words.say('contacts:list.leave')}
      </button>
    </form>
  )
}
