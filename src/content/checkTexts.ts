import { DIRECTION_MARKS, questionsIn } from '../domain/text/marks'
import { type PlainLanguageMistake, plainLanguageMistakes } from '../domain/text/plainLanguage'
import type { ExpectedText } from './expectedTexts'
import { type Locale, SOURCE_LANGUAGE, type Wording } from './loadLocales'
import type { ContentProblem } from './problem'

const PLACE = /\{\{-?\s*([^},\s]+)[^}]*\}\}/g
const PLURAL = /_(zero|one|two|few|many|other)$/

/** Letters that a message may have: one with a fact on each line may be longer (L-01). */
const MESSAGE = 350
const LIST_OF_FACTS = 700
const FACT_LINES = 4
const DESCRIPTION = 72
/** How many letters a value counts for. */
const TYPICAL_VALUE = 15

/**
 * The words of each live language against what is needed and against Dutch. Draft languages are not looked at, and
 * neither are the words of `unread`: dialogs and timelines that cannot be read themselves.
 */
export function checkTexts(
  locales: readonly Locale[],
  expected: ReadonlyMap<string, ExpectedText>,
  unread: ReadonlySet<string> = new Set(),
): { problems: ContentProblem[]; texts: number } {
  const live = locales.filter(({ language }) => language.live)
  const source = live.find(({ tag }) => tag === SOURCE_LANGUAGE)
  const problems = live.flatMap(locale => [
    ...checkFallback(locale, locales),
    ...missing(locale, expected, source),
    ...[...locale.words.values()]
      .filter(({ namespace }) => !unread.has(namespace))
      .flatMap(wording => checkWording(locale, wording, expected, source)),
  ])
  const texts = live.reduce(
    (sum, { words }) => sum + [...words.values()].reduce((all, wording) => all + wording.texts.size, 0),
    0,
  )
  return { problems, texts }
}

const checkFallback = ({ file, language }: Locale, locales: readonly Locale[]): ContentProblem[] =>
  language.fallback
    .filter(tag => !locales.some(locale => locale.tag === tag))
    .map(tag => ({ file, line: 1, message: `falls back to ${tag}, which is not in locales/` }))

/** Namespaces that dialogs, timelines and the bot need; the others follow Dutch. */
const isExpectedNamespace = (namespace: string) => /^(dialogs\/|timelines\/|answers$|system$)/.test(namespace)

/** `days_one`, `days_other` → `days`, when one of them counts; `acknowledge_other` stays what it is. */
function canonical({ texts }: Wording, key: string): string {
  const base = key.replace(PLURAL, '')
  if (base === key) return key
  const counts = [...texts].some(
    ([other, text]) => other.replace(PLURAL, '') === base && /\{\{count/.test(text),
  )
  return counts ? base : key
}

/** Pages for staff come in the languages that staff speak; participants never see them. */
const STAFF = {
  namespaces: ['web', 'sign-in', 'import', 'bubble', 'texts', 'contacts', 'settings'],
  languages: ['nl', 'en', 'fr'],
}

const isFor = ({ tag }: Locale, namespace: string) =>
  !STAFF.namespaces.includes(namespace) || STAFF.languages.includes(tag)

const withoutLevel = (key: string) => key.replace(/_standard$/, '')

function missing(
  locale: Locale,
  expected: ReadonlyMap<string, ExpectedText>,
  source: Locale | undefined,
): ContentProblem[] {
  const needed = new Set([...expected].filter(([, { required }]) => required).map(([key]) => key))
  for (const [namespace, wording] of source?.words ?? [])
    if (locale !== source && isFor(locale, namespace))
      for (const key of wording.texts.keys())
        if (!isExpectedNamespace(namespace) || expected.has(`${namespace}:${withoutLevel(key)}`))
          needed.add(`${namespace}:${canonical(wording, key)}`)
  return [...needed].flatMap(key => {
    const [namespace = '', path = ''] = key.split(':')
    const wording = locale.words.get(namespace)
    const there =
      wording && [...wording.texts].some(([own, text]) => text !== '' && canonical(wording, own) === path)
    if (there) return []
    const file = wording?.source.file ?? `locales/${locale.tag}/${namespace}.json`
    const parent = path.split('.').slice(0, -1)
    return [{ file, line: wording?.source.line(parent) ?? 1, message: `the text ${path} is missing` }]
  })
}

function checkWording(
  locale: Locale,
  wording: Wording,
  expected: ReadonlyMap<string, ExpectedText>,
  source: Locale | undefined,
): ContentProblem[] {
  const original = source?.words.get(wording.namespace)
  const problems: ContentProblem[] = []
  for (const [key, text] of wording.texts) {
    const say = (message: string) =>
      problems.push({
        file: wording.source.file,
        line: wording.source.line(key.split('.')),
        message: `${key}: ${message}`,
      })
    const base = canonical(wording, key)
    const plan = expected.get(`${wording.namespace}:${withoutLevel(base)}`)
    if (text.search(DIRECTION_MARKS) >= 0)
      say('has an invisible direction mark; they are added when a message is written')
    if (text !== text.normalize('NFC')) say('is not in normal form (NFC)')
    if (text !== text.trim() && isExpectedNamespace(wording.namespace)) say('begins or ends with a space')
    if (isExpectedNamespace(wording.namespace) && !plan) {
      say('nothing uses this text')
      continue
    }
    if (original && locale !== source)
      for (const mistake of compare(text, base, wording, original)) say(mistake)
    if (plan) for (const mistake of judge(text, plan, locale.tag)) say(mistake)
  }
  return [...problems, ...checkPlurals(locale, wording)]
}

const placesIn = (text: string): string[] => [...text.matchAll(PLACE)].map(([, name = '']) => name)

/** The same values as in Dutch: a forgotten one is a fact that nobody gets, a new one a hole. */
function compare(text: string, base: string, wording: Wording, original: Wording): string[] {
  const same = [...original.texts].filter(([key]) => canonical(original, key) === base)
  if (same.length === 0)
    return wording.namespace.startsWith('dialogs/') || base.endsWith('_standard')
      ? []
      : ['Dutch does not have this text']
  const wanted = new Set(same.flatMap(([, dutch]) => placesIn(dutch)))
  const given = new Set(placesIn(text))
  const plural = [...wording.texts.keys()].some(key => key !== base && canonical(wording, key) === base)
  const forgotten = [...wanted].filter(name => !given.has(name) && !(plural && name === 'count'))
  const added = [...given].filter(name => !wanted.has(name))
  return [
    ...forgotten.map(name => `{{${name}}} is missing; Dutch has it`),
    ...added.map(name => `{{${name}}} is not in the Dutch text`),
  ]
}

function judge(text: string, plan: ExpectedText, language: string): string[] {
  const mistakes: string[] = []
  const unknown = placesIn(text).filter(name => name !== 'count' && !plan.values.has(name))
  for (const name of new Set(unknown)) mistakes.push(`nobody fills in {{${name}}}`)

  const length = text.replaceAll(PLACE, 'x'.repeat(TYPICAL_VALUE)).length
  const limit = limitOf(text, plan)
  if (length > limit) mistakes.push(`${length} letters; ${limit} is the most`)

  const asked = questionsIn(text)
  if (asked > 1) mistakes.push(`${asked} question marks; a message asks one thing`)
  if (plan.kind === 'lead' && asked > 0) mistakes.push('stands before a question, so it asks nothing itself')
  if (plan.kind === 'question' && asked === 0)
    mistakes.push('asks nothing: a question ends with a question mark')
  if (plan.template) mistakes.push(...templateMistakes(text))
  if (plan.kind !== 'label') mistakes.push(...plainLanguageMistakes(text, language).map(inWords))
  return mistakes
}

function inWords({ why, count, most }: PlainLanguageMistake): string {
  switch (why) {
    case 'long_sentence':
      return `a sentence of ${count} words; ${most} is the most`
    case 'long_sentences':
      return `${count} words in a sentence on average; ${most} is the most`
    case 'commas':
      return `${count} commas in a sentence; make two sentences`
  }
}

function limitOf(text: string, plan: ExpectedText): number {
  if (plan.limit !== undefined) return plan.limit
  if (plan.kind === 'description') return DESCRIPTION
  return text.split('\n').length >= FACT_LINES ? LIST_OF_FACTS : MESSAGE
}

/** WhatsApp refuses a template that begins or ends with a variable, or has two side by side. */
function templateMistakes(text: string): string[] {
  const bare = text
    .replaceAll(PLACE, '\uE000')
    .replaceAll(/[^\p{L}\p{N}\uE000]+/gu, ' ')
    .trim()
  return [
    ...(bare.startsWith('\uE000') ? ['a template may not begin with a value'] : []),
    ...(bare.endsWith('\uE000') ? ['a template may not end with a value'] : []),
    ...(/\}\}\s*\{\{/.test(text) ? ['a template may not have two values side by side'] : []),
  ]
}

/** Exactly the plural forms that the language has. */
function checkPlurals(locale: Locale, wording: Wording): ContentProblem[] {
  const wanted = new Intl.PluralRules(locale.tag).resolvedOptions().pluralCategories
  const forms = new Map<string, Set<string>>()
  for (const key of wording.texts.keys()) {
    const base = canonical(wording, key)
    const form = PLURAL.exec(key)?.[1]
    if (base !== key && form) forms.set(base, (forms.get(base) ?? new Set()).add(form))
  }
  return [...forms].flatMap(([base, given]) => {
    const place = {
      file: wording.source.file,
      line: wording.source.line(
        [...given]
          .map(form => `${base}_${form}`)
          .slice(0, 1)
          .flatMap(key => key.split('.')),
      ),
    }
    const lacks = wanted.filter(form => !given.has(form))
    const extra = [...given].filter(form => !(wanted as string[]).includes(form))
    return [
      ...(lacks.length > 0
        ? [{ ...place, message: `${base}: this language also needs ${lacks.join(', ')}` }]
        : []),
      ...(extra.length > 0
        ? [{ ...place, message: `${base}: this language has no ${extra.join(', ')}` }]
        : []),
    ]
  })
}
