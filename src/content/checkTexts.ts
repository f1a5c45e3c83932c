import type { ExpectedText } from '../domain/text/expectedText'
import { DIRECTION_MARKS } from '../domain/text/marks'
import { placesIn } from '../domain/text/places'
import { textProblems } from '../domain/text/textProblems'
import { type Locale, SOURCE_LANGUAGE, type Wording } from './loadLocales'
import { mistakeWords } from './mistakeWords'
import { canonical, formOf, formsOf } from './plurals'
import type { ContentProblem } from './problem'

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

/** Pages for staff come in the languages that staff speak; participants never see them. */
const STAFF = {
  namespaces: [
    'web',
    'sign-in',
    'import',
    'bubble',
    'texts',
    'contacts',
    'cases',
    'settings',
    'day',
    'letters',
    'reports',
    'today',
    'tasks',
    'inbox',
    'talks',
    'work',
    'person',
    'campaigns',
    'review',
    'tablet',
  ],
  languages: ['nl', 'en', 'fr'],
}

/** In French such a mark never begins a line; phones do without, because one such space makes two SMS of one. */
const TORN_FRENCH = /\S [:;?!»]|« /

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
    if (wording && formsOf(wording, path).some(([, text]) => text !== '')) return []
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
    if (locale.tag === 'fr' && STAFF.namespaces.includes(wording.namespace) && TORN_FRENCH.test(text))
      say('needs a space that does not break (U+202F) before : ; ? ! » and after «')
    if (isExpectedNamespace(wording.namespace) && !plan) {
      say('nothing uses this text')
      continue
    }
    if (original && locale !== source)
      for (const mistake of compare(text, base, wording, original)) say(mistake)
    if (plan) for (const problem of textProblems(text, plan, locale.tag)) say(mistakeWords(problem))
  }
  return [...problems, ...checkPlurals(locale, wording)]
}

/** The same values as in Dutch: a forgotten one is a fact that nobody gets, a new one a hole. */
function compare(text: string, base: string, wording: Wording, original: Wording): string[] {
  const same = formsOf(original, base)
  if (same.length === 0)
    return wording.namespace.startsWith('dialogs/') || base.endsWith('_standard')
      ? []
      : ['Dutch does not have this text']
  const wanted = new Set(same.flatMap(([, dutch]) => placesIn(dutch)))
  const given = new Set(placesIn(text))
  const plural = formsOf(wording, base).some(([key]) => key !== base)
  const forgotten = [...wanted].filter(name => !given.has(name) && !(plural && name === 'count'))
  const added = [...given].filter(name => !wanted.has(name))
  return [
    ...forgotten.map(name => `{{${name}}} is missing; Dutch has it`),
    ...added.map(name => `{{${name}}} is not in the Dutch text`),
  ]
}

/** Exactly the plural forms that the language has. */
function checkPlurals(locale: Locale, wording: Wording): ContentProblem[] {
  const wanted = new Intl.PluralRules(locale.tag).resolvedOptions().pluralCategories
  const forms = new Map<string, Set<string>>()
  for (const key of wording.texts.keys()) {
    const base = canonical(wording, key)
    const form = formOf(key)
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
