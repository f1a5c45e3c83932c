import { clean } from '../dialog/answers/normalise'

/** Without 0 O, 1 I L, U V: nobody has to guess what is printed, on any keyboard. */
const DIGITS = '23456789'
const LETTERS = 'ABCDEFGHJKMNPQRSTWXYZ'
const ALPHABET = DIGITS + LETTERS
const LENGTH = 6

/**
 * A code from dice of 0 (included) to `sides` (not included). It has a digit and a letter at least, so that no word of any
 * language and no number looks like one.
 */
export function makeCode(dice: (sides: number) => number): string {
  for (;;) {
    const code = Array.from({ length: LENGTH }, () => ALPHABET[dice(ALPHABET.length)]).join('')
    if (isCode(code)) return code
  }
}

const SHAPE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`)

export const isCode = (text: string): boolean => SHAPE.test(text) && /\d/.test(text) && /[A-Z]/.test(text)

/** `K7M 9P2`, as it is printed. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

/** A first word and a code; longer texts are about something else. */
const LONGEST = 60

/** What may be the code of a letter in a message: any spacing, small letters, digits of any script, look-alikes. */
export function codesIn(text: string): string[] {
  if (text.length > LONGEST) return []
  const latin = clean(text).replace(/[авсенкмртух]/g, letter => LOOK_ALIKES[letter] ?? letter)
  const parts = latin.toUpperCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const codes = new Set<string>()
  for (const from of parts.keys()) {
    let joined = ''
    for (const part of parts.slice(from)) {
      joined += part
      if (joined.length >= LENGTH) break
    }
    if (isCode(joined)) codes.add(joined)
  }
  return [...codes]
}

/** Cyrillic letters that a Ukrainian or Bulgarian keyboard types where the paper shows Latin ones. */
const LOOK_ALIKES: Record<string, string> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  н: 'h',
  к: 'k',
  м: 'm',
  р: 'p',
  т: 't',
  у: 'y',
  х: 'x',
}
