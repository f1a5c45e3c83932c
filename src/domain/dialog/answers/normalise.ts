import { westernDigits } from './westernDigits'

/**
 * One spelling for everything that can be typed, in two depths. Both give the same when applied twice.
 * `clean` keeps punctuation and accents, for numbers, dates and telephone numbers: `٥/١٢` → `5/12`.
 * `fold` keeps only what words are recognised by, for comparing, never for showing: `Arrête !` → `arrete`.
 */
export function clean(raw: string): string {
  if (ASCII.test(raw)) return raw.replace(SPACES, ' ').trim().toLowerCase()
  const readable = raw
    .replace(/\p{Cs}/gu, ' ')
    // NFKC would make a plain letter i of the information sign.
    .replace(/\u2139/g, '\u2753')
    .replace(APOSTROPHES, "'")
    .replace(INVISIBLE, '')
    .replace(GROUPING_SPACE, '\u066c')
  return westernDigits(readable)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, "'")
    .replace(/\u2212/g, '-')
    .replace(/\u0130/g, 'i')
    .toLowerCase()
    .normalize('NFKC')
    .replace(SPACES, ' ')
    .trim()
}

export function fold(raw: string): string {
  const text = clean(raw)
  if (PLAIN.test(text)) return text
  if (ASCII.test(text)) return tidy(text)
  const folded = text
    .replace(/'/g, '')
    .normalize('NFD')
    .replace(
      /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g,
      '',
    )
    .replace(/[\u055b\u055c\u055e]/g, '')
    .replace(FOLDED, char => FOLDS.get(char)!)
    .normalize('NFC')
    .replace(CYRILLIC_WORD, word =>
      /\p{Script=Cyrillic}/u.test(word) ? word.replace(/[aeopcxyikmthb]/g, alike) : word,
    )
  return tidy(folded)
}

/** A folded text without spaces: `نمی دانم` and `نمی‌دانم`, `vingt et un` and `vingt-et-un` meet here. */
export function squash(folded: string): string {
  return folded.replace(/ /g, '')
}

/**
 * What a word is looked up by: folded and without spaces, or, when nothing but signs is left, the sign itself once
 * (`???` → `?`, `+` → `+`).
 */
export function keyOf(raw: string): string {
  return (
    squash(fold(raw)) ||
    clean(raw)
      .replace(/ /g, '')
      .replace(/(.)\1+/gu, '$1')
  )
}

/** The key and, when letters are drawn out, the key with them once and twice: `jaaaa` → `jaaaa`, `ja`, `jaa`. */
export function spellings(key: string): string[] {
  if (!DRAWN_OUT.test(key)) return [key]
  return [key, key.replace(DRAWN_OUTS, '$1'), key.replace(DRAWN_OUTS, '$1$1')]
}

const ASCII = /^[\t\n\r -~]*$/
const PLAIN = /^[a-z]+(?: [a-z]+)*$/
const SPACES = /[^\S\n]+/g
const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u02bb\u0060\u00b4\u2032\u055a\uff07]/g
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0020}-\u{e007f}]|\u034f|(?!\ufe0f\u20e3)\p{Variation_Selector}|\p{Emoji_Modifier}/gu
/** 1 250 as French groups it, with a space that does not break. An ordinary space may stand between two answers. */
const GROUPING_SPACE = /(?<=\p{Nd})[\u00a0\u202f\u2009](?=\p{Nd}{3}(?!\p{Nd}))/gu
const DRAWN_OUT = /(\p{L})\1\1/u
const DRAWN_OUTS = /(\p{L})\1{2,}/gu
const CYRILLIC_WORD = /[\p{Script=Cyrillic}a-z]+/gu

function tidy(folded: string): string {
  return folded
    .replace(/'/g, '')
    .replace(/(\d)\u066c(?=\d)/g, '$1')
    .replace(/[\u2640\u2642]/g, '')
    .replace(/[\p{P}\p{Sm}\p{Sc}\p{Sk}\p{C}]/gu, ' ')
    .replace(/\p{So}/gu, ' $& ')
    .replace(/\s+/g, ' ')
    .trim()
}

function alike(latin: string): string {
  return LOOK_ALIKES[latin]!
}

const LOOK_ALIKES: Record<string, string> = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
  y: 'у',
  i: 'і',
  k: 'к',
  m: 'м',
  t: 'т',
  h: 'н',
  b: 'в',
}

const FOLDS = new Map<string, string>([
  ...pairs('أإآٱ', 'ا'),
  ...pairs('ىيېۍےئۓ', 'ی'),
  ...pairs('كڪ', 'ک'),
  ...pairs('ګ', 'گ'),
  ...pairs('ةہھۀەۂۃ', 'ه'),
  ...pairs('ؤ', 'و'),
  ...pairs('ı', 'i'),
  ...pairs('ł', 'l'),
  ...pairs('đ', 'd'),
  ...pairs('ß', 'ss'),
  ...pairs('œ', 'oe'),
  ...pairs('æ', 'ae'),
  // Ethiopic letters that sound alike; seven vowels each, in the same order.
  ...rows(0x1210, 0x1200, 7),
  ...rows(0x1280, 0x1200, 7),
  ...rows(0x12b8, 0x1200, 7),
  ...rows(0x1220, 0x1230, 8),
  ...rows(0x12d0, 0x12a0, 7),
  ...rows(0x1340, 0x1338, 7),
  ...rows(0x1250, 0x1240, 7),
  // The first and fourth vowel of these two are one sound.
  ...pairs('ሃሓኃኻ', 'ሀ'),
  ...pairs('ኣዓ', 'አ'),
])
const FOLDED = new RegExp(`[${[...FOLDS.keys()].join('')}]`, 'gu')

function pairs(from: string, to: string): [string, string][] {
  return [...from].map(char => [char, to])
}

function rows(from: number, to: number, vowels: number): [string, string][] {
  return Array.from({ length: vowels }, (_, vowel) => [
    String.fromCodePoint(from + vowel),
    String.fromCodePoint(to + vowel),
  ])
}
