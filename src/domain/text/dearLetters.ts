import { segments } from './segments'

/** Few enough that a writer can do without them. */
const FEW = 4

/**
 * The letters that alone make an SMS dearer, each once: one ë makes 160 letters 70. Empty where the script needs them, or
 * where it costs nothing.
 * @returns how many parts it would be without them
 */
export function dearLetters(text: string): { letters: string[]; without: number } {
  const { encoding, segments: parts } = segments(text)
  const letters =
    encoding === 'GSM-7' ? [] : [...new Set(text)].filter(one => segments(one).encoding === 'UCS-2')
  if (letters.length === 0 || letters.length > FEW) return { letters: [], without: parts }
  const without = segments([...text].map(one => (letters.includes(one) ? 'e' : one)).join('')).segments
  return without < parts ? { letters, without } : { letters: [], without: parts }
}
