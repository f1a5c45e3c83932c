const FSI = '\u2068'
const PDI = '\u2069'
const RLM = '\u200F'

const RTL_LETTER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const STRONG = /\p{L}/u
const URL = /^https?:\/\//

/**
 * Keeps an inserted value in one piece: `+32 470 12 34 56` inside Arabic is seen as `56 34 12 470 32+` without it.
 * A link is left alone, or the mark becomes part of it.
 */
export function isolate(value: string, direction: 'ltr' | 'rtl'): string {
  if (URL.test(value) || value === '') return value
  return direction === 'rtl' || RTL_LETTER.test(value) ? `${FSI}${value}${PDI}` : value
}

/** A line takes its direction from its first letter: one that begins with a Latin name would turn around. */
export function startRightToLeft(text: string): string {
  return text
    .split('\n')
    .map(line => {
      const outside = line.replaceAll(/\u2068[^\u2069]*\u2069/g, '')
      const first = STRONG.exec(outside)?.[0]
      const needed = first === undefined ? line.includes(FSI) : !RTL_LETTER.test(first)
      return needed && !URL.test(line) ? `${RLM}${line}` : line
    })
    .join('\n')
}
