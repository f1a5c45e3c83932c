const LONGEST_TAG = 60

/** As a tag is kept: one line, without the signs that keep tags apart in a list. Empty: this is none. */
export const tagOf = (typed: string): string =>
  typed
    .replace(/[\p{Cc}\p{Cf}\s,;|]+/gu, ' ')
    .trim()
    .normalize('NFC')
    .slice(0, LONGEST_TAG)

/** `groep A, jongeren` */
export const tagsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,;|\n]/)
      .map(tagOf)
      .filter(tag => tag !== ''),
  ),
]
