import { fold, keyOf, squash } from '../domain/dialog/answers/normalise'
import type { Dialog } from '../domain/dialog/definition'
import type { LanguageWords } from '../domain/dialog/lexicon'
import { optionKey } from '../domain/dialog/textKey'
import type { LanguageTag } from '../domain/message'
import type { Texts } from '../ports/texts'
import type { Locale } from './loadLocales'
import type { ContentProblem } from './problem'

/** Choices that a person could not tell apart when typing them, or that would end the talk. */
export function checkLabels(
  dialogs: readonly Dialog[],
  locales: readonly Locale[],
  texts: Texts,
  words: readonly LanguageWords[],
): ContentProblem[] {
  const stops = stopWords(words)
  return locales
    .filter(({ language }) => language.live)
    .flatMap(locale =>
      dialogs.flatMap(dialog =>
        dialog.questions.flatMap(({ id }) => {
          const say = { text: '', question: { dialog: dialog.id, version: dialog.version, id } }
          const seen = new Map<string, string>()
          return texts.choices(say, locale.tag).flatMap(choice => {
            const option = choice.id.split('/').at(-1) ?? ''
            const key = squash(fold(choice.label))
            const other = seen.get(key)
            seen.set(key, choice.label)
            const place = placeOf(locale, dialog.id, id, option)
            if (key === '') return []
            if (other !== undefined)
              return [{ ...place, message: `${id}.${option}: "${choice.label}" looks like "${other}"` }]
            if (stops.has(key))
              return [
                { ...place, message: `${id}.${option}: "${choice.label}" means stop in ${stops.get(key)}` },
              ]
            return []
          })
        }),
      ),
    )
}

function placeOf(locale: Locale, dialog: string, question: string, option: string) {
  const [namespace = '', path = ''] = optionKey(dialog, question, option).split(':')
  const source = locale.words.get(namespace)?.source
  return {
    file: source?.file ?? `locales/${locale.tag}/${namespace}.json`,
    line: source?.line(path.split('.')) ?? 1,
  }
}

function stopWords(words: readonly LanguageWords[]): Map<string, LanguageTag> {
  return new Map(
    words.flatMap(({ language, commands }) =>
      commands.stop
        .filter(({ scope }) => scope === 'any')
        .map(({ text }) => [keyOf(text), language] as const),
    ),
  )
}

/** A word that means yes here may not mean stop anywhere: it would end everything, or nothing. */
export function checkWords(words: readonly LanguageWords[]): ContentProblem[] {
  const stops = stopWords(words)
  return words.flatMap(({ language, commands }) => {
    const own = new Set(commands.stop.map(({ text }) => keyOf(text)))
    const no = new Set(commands.no.map(({ text }) => keyOf(text)))
    const place = { file: `locales/${language}/words.json`, line: 1 }
    return (['yes', 'no'] as const).flatMap(answer =>
      commands[answer].flatMap(({ text, scope }) => {
        const key = keyOf(text)
        if (key === '') return []
        if (answer === 'yes' && no.has(key)) return [{ ...place, message: `"${text}" means both yes and no` }]
        if (own.has(key) || (scope === 'any' && stops.has(key)))
          return [{ ...place, message: `"${text}" means ${answer} and also stop` }]
        return []
      }),
    )
  })
}
