import type { Words } from '../../words'

/** Under what staff noted: who, and on which day. */
export function NotedBy({ by, at, words }: { by?: string | undefined; at: number; words: Words }) {
  const day = words.day(at)
  return (
    <span class="soft">
      {by ? words.say('work:by', { name: `\u2068${by}\u2069`, day }) : words.say('work:by_nobody', { day })}
    </span>
  )
}
