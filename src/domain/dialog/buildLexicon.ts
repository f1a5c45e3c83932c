import type { LanguageTag } from '../message'
import { EMOJI, KIND_SIGNS } from './answers/emoji'
import { fold, keyOf } from './answers/normalise'
import { COMMANDS, type Command } from './definition'
import type { LanguageWords } from './lexicon'

export type YesNo = 'yes' | 'no'

/** What one language hears. Every map and set is looked up with `keyOf` or, for parts of a sentence, with joined tokens. */
export interface Ears {
  language: LanguageTag
  answers: ReadonlyMap<string, YesNo>
  unsure: ReadonlySet<string>
  commands: ReadonlyMap<string, Command>
  maybeStop: ReadonlySet<string>
  numbers: ReadonlyMap<string, number>
  months: ReadonlyMap<string, number>
  weekdays: ReadonlyMap<string, number>
  relativeDays: ReadonlyMap<string, number>
  ordinals: ReadonlyMap<string, number>
  optionWords: ReadonlySet<string>
  articles: ReadonlySet<string>
  doubt: ReadonlySet<string>
  and: ReadonlySet<string>
  dates: {
    next: ReadonlySet<string>
    coming: ReadonlySet<string>
    last: ReadonlySet<string>
    beside: ReadonlySet<string>
  }
}

/** Built once from every `words.json`; only read afterwards. */
export interface Lexicon {
  ears: ReadonlyMap<LanguageTag, Ears>
  /** In which a person's words are looked up: their own language, Dutch, English. Unknown languages: Dutch, English. */
  hearing: ReadonlyMap<LanguageTag, readonly Ears[]>
  unknown: readonly Ears[]
  /** Understood whatever the language. Where languages disagree Dutch decides, then English, and else nobody. */
  answers: ReadonlyMap<string, YesNo>
  commands: ReadonlyMap<string, Command>
  maybeStop: ReadonlySet<string>
  polite: ReadonlySet<string>
  numbers: ReadonlyMap<string, number>
  months: ReadonlyMap<string, number>
  weekdays: ReadonlyMap<string, number>
  relativeDays: ReadonlyMap<string, number>
  /** More than one tag where two languages share a name. */
  languageNames: ReadonlyMap<string, ReadonlySet<LanguageTag>>
  /** `4op{max}` → the place of the mark is cut out: prefix and suffix around it. */
  ratingForms: readonly { before: string; after: string }[]
}

export function buildLexicon(words: readonly LanguageWords[]): Lexicon {
  const ears = new Map(words.map(one => [one.language, hear(one)]))
  const everyone = [...ears.values()]
  const first = ['nl', 'en'].flatMap(tag => ears.get(tag) ?? [])
  const hearing = new Map(everyone.map(own => [own.language, [own, ...first.filter(one => one !== own)]]))
  const anywhere = (pick: (one: LanguageWords) => Iterable<[string, string]>) =>
    agreed(
      words.map(one => [one.language, pick(one)]),
      first.map(one => one.language),
    )
  return {
    ears,
    hearing,
    unknown: first,
    answers: anywhere(one => spoken(one, ['yes', 'no'], 'any')) as Map<string, YesNo>,
    commands: anywhere(one => spoken(one, COMMANDS, 'any')) as Map<string, Command>,
    maybeStop: keys(words.flatMap(one => one.maybeStop).filter(travels)),
    polite: keys([...words.flatMap(one => one.polite), ...KIND_SIGNS]),
    numbers: shared(
      everyone,
      one => one.numbers,
      key => !/[a-z]/.test(key),
    ),
    months: shared(
      everyone,
      one => one.months,
      key => key.length > 3,
    ),
    weekdays: shared(
      everyone,
      one => one.weekdays,
      key => key.length > 3,
    ),
    relativeDays: shared(
      everyone,
      one => one.relativeDays,
      key => key.length > 3,
    ),
    languageNames: names(words),
    ratingForms: forms(words),
  }
}

/** The languages to look in, in order. */
export function hearingOf(lexicon: Lexicon, language: LanguageTag): readonly Ears[] {
  return lexicon.hearing.get(language) ?? lexicon.unknown
}

function hear(words: LanguageWords): Ears {
  return {
    language: words.language,
    answers: new Map(spoken(words, ['yes', 'no'])) as Map<string, YesNo>,
    unsure: keys(words.unsure),
    commands: new Map(spoken(words, COMMANDS)) as Map<string, Command>,
    maybeStop: keys(words.maybeStop),
    numbers: numbered(words.numbers),
    months: numbered(words.months),
    weekdays: numbered(words.weekdays),
    relativeDays: numbered(words.relativeDays),
    ordinals: numbered(words.ordinals),
    optionWords: keys(words.optionWords),
    articles: keys(words.articles ?? []),
    doubt: keys(words.doubt ?? []),
    and: keys(words.and ?? []),
    dates: {
      next: keys(words.dates?.next ?? []),
      coming: keys(words.dates?.coming ?? []),
      last: keys(words.dates?.last ?? []),
      beside: keys(words.dates?.beside ?? []),
    },
  }
}

function keys(texts: readonly string[]): Set<string> {
  return new Set(texts.map(keyOf).filter(key => key !== ''))
}

function* spoken(
  words: LanguageWords,
  meanings: readonly (Command | YesNo)[],
  scope?: 'any',
): Generator<[string, string]> {
  for (const meaning of meanings) {
    for (const sign of EMOJI[meaning]) yield [keyOf(sign), meaning]
    for (const word of words.commands[meaning]) {
      if (scope === undefined || word.scope === scope) yield [keyOf(word.text), meaning]
    }
  }
}

/** One word for two numbers (Urdu کل is yesterday and tomorrow) is no number. */
function numbered(table: Record<string, string[]>): Map<string, number> {
  const found = new Map<string, number>()
  const twice = new Set<string>()
  for (const [number, texts] of Object.entries(table)) {
    for (const key of texts.map(keyOf)) {
      const before = found.get(key)
      if (before !== undefined && before !== Number(number)) twice.add(key)
      found.set(key, Number(number))
    }
  }
  for (const key of twice) found.delete(key)
  return found
}

function agreed(
  tables: [LanguageTag, Iterable<[string, string]>][],
  first: readonly LanguageTag[],
): Map<string, string> {
  const heard = new Map<string, Map<LanguageTag, string>>()
  for (const [language, table] of tables) {
    for (const [key, meaning] of table) {
      const meanings = heard.get(key) ?? new Map()
      heard.set(key, meanings.set(language, meaning))
    }
  }
  const result = new Map<string, string>()
  for (const [key, meanings] of heard) {
    const decided = first.map(language => meanings.get(language)).find(meaning => meaning !== undefined)
    const all = new Set(meanings.values())
    if (decided !== undefined) result.set(key, decided)
    else if (all.size === 1) result.set(key, [...all][0]!)
  }
  return result
}

function shared(
  everyone: readonly Ears[],
  pick: (ears: Ears) => ReadonlyMap<string, number>,
  fits: (key: string) => boolean,
): Map<string, number> {
  const found = new Map<string, number>()
  const twice = new Set<string>()
  for (const ears of everyone) {
    for (const [key, value] of pick(ears)) {
      if (!fits(key)) continue
      if (found.has(key) && found.get(key) !== value) twice.add(key)
      found.set(key, value)
    }
  }
  for (const key of twice) found.delete(key)
  return found
}

/** A short Latin word that may mean stop at home is another word elsewhere: `son`, `fin`, `bas`. */
function travels(text: string): boolean {
  return !/^[\p{Script=Latin}]{1,4}$/u.test(text)
}

function names(words: readonly LanguageWords[]): Map<string, Set<LanguageTag>> {
  const found = new Map<string, Set<LanguageTag>>()
  const add = (text: string, tag: LanguageTag) => {
    const key = keyOf(text)
    found.set(key, (found.get(key) ?? new Set()).add(tag))
  }
  for (const one of words) {
    add(one.language, one.language)
    for (const [tag, texts] of Object.entries(one.languageNames)) for (const text of texts) add(text, tag)
  }
  return found
}

function forms(words: readonly LanguageWords[]): { before: string; after: string }[] {
  return words
    .flatMap(one => one.ratingForms)
    .map(form => {
      const [before = '', after = ''] = form.split('{n}')
      return { before: fold(before), after: fold(after) }
    })
}
