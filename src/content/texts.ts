import { createInstance, type i18n } from 'i18next'
import type { Dialog } from '../domain/dialog/definition'
import { withOwnQuestions } from '../domain/dialog/ownQuestion'
import { choicePayload } from '../domain/dialog/payload'
import { standardKey } from '../domain/dialog/textKey'
import type { Choice, LanguageTag, Rendered, Say, TextKey } from '../domain/message'
import type { OwnWords } from '../domain/text/ownText'
import { PLACE } from '../domain/text/places'
import type { RenderFor, Texts } from '../ports/texts'
import { type Option, optionsOf } from './choices'
import { isolate, startRightToLeft } from './directions'
import type { Locale } from './loadLocales'
import { asTemplate, fillPlaces, openPlace, type Values } from './places'
import { plainSms, withoutEmoji } from './plainSms'

const LAST_RESORT: readonly LanguageTag[] = ['en', 'nl']
const LIST_BUTTON = 'answers:list_button'
const NO_OWN_WORDS: OwnWords = () => undefined

/** Own words have their places as they were typed: `{{name}}`. */
const openPlaces = (text: string): string => text.replaceAll(PLACE, (_, name: string) => openPlace(name))

/** The words of locales/ behind the port. A message comes whole from one language, never word by word from several. */
export function createTexts(deps: {
  locales: readonly Locale[]
  dialog: (id: string, version?: number) => Dialog | null
}): Texts {
  const byTag = new Map(deps.locales.map(locale => [locale.tag, locale]))
  const live = deps.locales.filter(locale => locale.language.live)
  const names = live.map(({ tag, language }) => ({ tag, endonym: language.endonym }))
  const instance = createInstanceOf(deps.locales)

  const direction = (tag: LanguageTag) => byTag.get(tag)?.language.direction ?? 'ltr'
  const chain = (tag: LanguageTag): LanguageTag[] => [
    ...new Set(
      [tag, ...(byTag.get(tag)?.language.fallback ?? LAST_RESORT), ...LAST_RESORT].filter(t => byTag.has(t)),
    ),
  ]

  function has(tag: LanguageTag, key: TextKey): boolean {
    const [namespace = '', path = ''] = split(key)
    const texts = byTag.get(tag)?.words.get(namespace)?.texts
    return Boolean(texts?.get(path) || texts?.get(`${path}_other`))
  }

  /** Own words for the simple text serve everybody, unless there are own ones for who reads easily as well. */
  const inLevel = (tag: LanguageTag, key: TextKey, level: RenderFor['level'], own: OwnWords) => {
    const standard = standardKey(key)
    if (level === 'simple' || own(standard, tag) !== undefined) return level === 'simple' ? key : standard
    return own(key, tag) === undefined && has(tag, standard) ? standard : key
  }

  const asked = ({ question }: Say) => {
    const found = question && deps.dialog(question.dialog, question.version)
    const dialog = found && withOwnQuestions(found, question.own && [question.own])
    return { dialog, question: dialog?.questions.find(({ id }) => id === question?.id) }
  }

  const optionsOfSay = (say: Say): { option: Option; payload: string }[] => {
    if (say.choices)
      return say.choices.map(({ id, text, label: fixed }) => ({
        option: { id, label: text === undefined ? [] : [text], ...(fixed !== undefined && { fixed }) },
        payload: id,
      }))
    const { dialog, question } = asked(say)
    if (!dialog || !question) return []
    return optionsOf(dialog, question, names).map(option => ({
      option,
      payload: choicePayload(dialog.id, question.id, option.id),
    }))
  }

  /** Everything of this message exists in that language. */
  const complete = (tag: LanguageTag, say: Say, own: OwnWords = NO_OWN_WORDS): boolean =>
    [...(say.question?.own ? [] : [say.text]), ...(say.lead ?? []).map(({ text }) => text)].every(
      key => has(tag, key) || own(key, tag) !== undefined,
    ) &&
    (say.question?.own === undefined || tag in say.question.own.ask) &&
    Object.values(say.texts ?? {}).every(key => has(tag, key)) &&
    optionsOfSay(say).every(({ option }) =>
      option.words
        ? tag in option.words
        : option.fixed !== undefined || option.label.some(key => has(tag, key)),
    )

  const word = (tag: LanguageTag, key: TextKey, values: Values = {}): string =>
    instance.t(key, { lng: tag, ...values })

  /** The text with its places open. A number of things decides the plural and stands in the text at once. */
  const pattern = (tag: LanguageTag, key: TextKey, { count }: Values): string =>
    word(tag, key, count === undefined ? {} : { count })

  const label = (tag: LanguageTag, option: Option): string => {
    const key = option.label.find(text => has(tag, text))
    if (option.words) return option.words[tag] ?? option.id
    return key === undefined ? (option.fixed ?? option.id) : word(tag, key)
  }

  function choicesOf(tag: LanguageTag, say: Say): Choice[] {
    return optionsOfSay(say).map(({ option, payload }) => ({
      id: payload,
      label: label(tag, option),
      ...(option.description &&
        has(tag, option.description) && { description: word(tag, option.description) }),
    }))
  }

  /** Plain numbers and a single button need no numbered lines. */
  function numberedLines(tag: LanguageTag, say: Say): string {
    const options = optionsOfSay(say)
    const bare = options.every(({ option }) => label(tag, option) === option.id)
    if (options.length < 2 || bare) return ''
    const counts = options.every(({ option }) => /^\d+$/.test(option.id))
    return options
      .map(({ option }, index) => `\n${counts ? option.id : index + 1} ${withoutEmoji(label(tag, option))}`)
      .join('')
  }

  const kind = (say: Say) => asked(say).question?.answer.type

  return {
    languages: live.map(({ tag }) => tag),
    direction,
    endonym: tag => byTag.get(tag)?.language.endonym ?? tag,

    render(say, to) {
      const { own = NO_OWN_WORDS } = to
      const languages = chain(to.language)
      const tag = languages.find(candidate => complete(candidate, say, own)) ?? languages.at(-1) ?? 'nl'
      const side = direction(tag)
      const worded = Object.fromEntries(
        Object.entries(say.texts ?? {}).map(([name, key]) => [name, word(tag, key)]),
      )
      const values = { ...to.facts, ...say.values, ...worded }
      const parts = [...(say.lead ?? []), { text: say.text, values: {} }].map(({ text, values: more }) => {
        const key = inLevel(tag, text, to.level, own)
        const asked = text === say.text ? say.question?.own?.ask[tag] : undefined
        const said = asked === undefined ? own(key, tag) : undefined
        return {
          key,
          isOwn: said !== undefined,
          pattern: asked ?? (said === undefined ? pattern(tag, key, values) : openPlaces(said)),
          values: { ...values, ...more },
        }
      })
      const keys = parts.map(({ key }) => key)
      const keepTogether = (value: string) => isolate(value, side)
      const text = parts.map(part => fillPlaces(part.pattern, part.values, keepTogether)).join('\n')
      const finish = (body: string) => (side === 'rtl' ? startRightToLeft(body) : body)
      const rendered: Rendered = {
        text: '',
        language: tag,
        direction: side,
        ...(tag !== to.language && { wanted: to.language }),
        ...(parts.some(({ isOwn }) => isOwn) && { own: true }),
      }
      const lines = numberedLines(tag, say)
      if (to.channel === 'sms') return { ...rendered, text: plainSms(finish(text + lines)) }

      const template = asTemplate(keys, parts, keepTogether)
      const choices = choicesOf(tag, say)
      const tappable = choices.length > 0 && choices.length <= 10
      const numbered = say.numbered || kind(say) === 'multi_choice' || !tappable
      const tail = numbered ? lines : ''
      return {
        ...rendered,
        text: finish(text + tail),
        ...(tappable && { choices }),
        ...(tappable && choices.length > 3 && { listButton: word(tag, LIST_BUTTON) }),
        template: { ...template, pattern: finish(template.pattern + tail) },
      }
    },

    wording(key, language) {
      const [namespace = '', path = ''] = split(key)
      return byTag.get(language)?.words.get(namespace)?.texts.get(path) || null
    },

    review: tag => byTag.get(tag)?.language.review ?? 'unreviewed',

    choices(say, language) {
      const languages = chain(language)
      return choicesOf(languages.find(candidate => complete(candidate, say)) ?? language, say)
    },

    say(key, language, values = {}) {
      const tag = chain(language).find(candidate => has(candidate, key))
      if (tag === undefined) return key
      return fillPlaces(pattern(tag, key, values), values, value => isolate(value, direction(tag)))
    },
  }
}

function split(key: TextKey): [string, string] {
  const at = key.indexOf(':')
  return [key.slice(0, at), key.slice(at + 1)]
}

function createInstanceOf(locales: readonly Locale[]): i18n {
  const instance = createInstance()
  const namespaces = new Set(locales.flatMap(({ words }) => [...words.keys()]))
  void instance.init({
    initAsync: false,
    load: 'currentOnly',
    supportedLngs: locales.map(({ tag }) => tag),
    fallbackLng: false,
    ns: [...namespaces],
    resources: Object.fromEntries(
      locales.map(({ tag, words }) => [
        tag,
        Object.fromEntries([...words].map(([namespace, { source }]) => [namespace, source.value as object])),
      ]),
    ),
    returnNull: false,
    returnEmptyString: false,
    // Messages are no HTML; `places` isolates what is inserted.
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (_: string, [, name = '']: RegExpExecArray) => openPlace(name),
  })
  return instance
}
