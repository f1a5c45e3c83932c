import type { ComponentChildren } from 'preact'

const MARKS = /\*([^*\n]+)\*|_([^_\n]+)_|~([^~\n]+)~/g

/** WhatsApp's marks drawn: `*bold*` and `_stress_` by weight, `~struck~` through. Marks inside a word stay letters. */
export function MarkedText({ text }: { text: string }) {
  const parts: ComponentChildren[] = []
  let at = 0
  for (const match of text.matchAll(MARKS)) {
    const before = text[match.index - 1] ?? ' '
    const after = text[match.index + match[0].length] ?? ' '
    if (/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after)) continue
    parts.push(text.slice(at, match.index))
    parts.push(match[3] ? <s>{match[3]}</s> : <strong>{match[1] ?? match[2]}</strong>)
    at = match.index + match[0].length
  }
  parts.push(text.slice(at))
  return <>{parts}</>
}
