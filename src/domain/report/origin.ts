/** What somebody typed that names no country, or several: a region, a people, "I fled". */
export const NO_COUNTRY = 'no_country'

/** In which people are asked where they come from, or may write it all the same. */
const LANGUAGES = 'nl fr en ar am bg es fa hy pl ps ro ru so sq ti tr uk ur'.split(' ')

/** What people write and no list of countries has. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  CD: ['rdc', 'drc', 'rd congo', 'dr congo', 'kinshasa'],
  GB: ['uk', 'england', 'engeland', 'angleterre'],
  NL: ['holland'],
  PS: ['palestine', 'palestina', 'فلسطين'],
  SO: ['somaliya'],
  SY: ['سورية'],
  US: ['usa'],
}

/** The name of two countries. */
const OF_TWO = 'congo'

/** Longest name there is, in words. */
const MOST_WORDS = 6

/**
 * The country that somebody comes from, as far as their own words name one.
 * @returns ISO 3166 code, or NO_COUNTRY
 */
export function originOf(text: string): string {
  const words = wordsIn(text)
  const found = new Set<string>()
  for (let from = 0; from < words.length; ) {
    const longest = Math.min(MOST_WORDS, words.length - from)
    const length = Array.from({ length: longest }, (_, index) => longest - index).find(count =>
      countries().has(words.slice(from, from + count).join(' ')),
    )
    if (length) found.add(countries().get(words.slice(from, from + length).join(' '))!)
    from += length ?? 1
  }
  const [country] = found
  return country !== undefined && found.size === 1 ? country : NO_COUNTRY
}

/** Without capitals, accents and signs. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)

let known: ReadonlyMap<string, string> | undefined

/** Codes by every name a country has in these languages. */
function countries(): ReadonlyMap<string, string> {
  if (known) return known
  const names = new Map<string, string>()
  const add = (name: string, code: string) => {
    const words = wordsIn(name).join(' ')
    if (words && words !== OF_TWO && !names.has(words)) names.set(words, code)
  }
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of CODES) {
      const name = display.of(code)
      // "Myanmar (Birma)": either of the two.
      if (name) for (const one of [name, ...name.split(/[()]/)]) add(one, code)
    }
  }
  for (const [code, also] of Object.entries(ALSO)) for (const name of also) add(name, code)
  known = names
  return names
}

/** Not those that stand for another by now, nor groups of countries and the unknown one. */
const NO_COUNTRIES = ['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const CODES = LETTERS.flatMap(first => LETTERS.map(second => first + second)).filter(
  code => !NO_COUNTRIES.includes(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`,
)
