/** What stands where a word was. */
export const TAKEN_OUT = '[…]'

export interface RemarkWord {
  text: string
  /** It may point to somebody: a number, a date, a name, a place, or something about health or family. */
  pointing: boolean
}

/**
 * A remark word by word, for the reviewer who takes some out. What is pointed at is a help, never a decision.
 * @param private_ beginnings of words about health and family, in the language of the remark, in lower case
 */
export function remarkWords(text: string, private_: readonly string[] = []): RemarkWord[] {
  let opens = true
  return wordsOf(text).map(word => {
    const bare = word.replace(/^[^\p{L}\p{N}@]+|[^\p{L}\p{N}]+$/gu, '')
    const isName = !opens && /^\p{Lu}\p{Ll}/u.test(bare)
    const isPrivate = private_.some(start => bare.toLowerCase().startsWith(start))
    opens = /[.!?…:]["'”’)]*$/u.test(word)
    return { text: word, pointing: /\p{N}|@/u.test(bare) || isName || isPrivate }
  })
}

/** The remark without these words (their places); several in a row leave one gap. */
export function withoutWords(text: string, places: readonly number[]): string {
  const kept = wordsOf(text).map((word, place) => (places.includes(place) ? TAKEN_OUT : word))
  return kept.filter((word, place) => word !== TAKEN_OUT || kept[place - 1] !== TAKEN_OUT).join(' ')
}

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter(word => word !== '')
