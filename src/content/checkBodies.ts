import type { Dialog } from '../domain/dialog/definition'
import { askKey, STANDARD } from '../domain/dialog/textKey'
import type { Texts } from '../ports/texts'
import type { Locale } from './loadLocales'
import type { ContentProblem } from './problem'

/** WhatsApp's limit for the text over buttons or a list, with a template's as well. */
const BODY = 1024
const LEADS = /^(problem\.|reminder$|needed$|from_the_start$|own_question$)/
const TYPICAL_VALUE = 'x'.repeat(15)

/** A question at its longest: asked again, with what was wrong before it and its choices numbered behind it. */
export function checkBodies(
  dialogs: readonly Dialog[],
  locales: readonly Locale[],
  texts: Texts,
): ContentProblem[] {
  return locales
    .filter(({ language }) => language.live)
    .flatMap(locale => {
      const lead = longest(
        [...(locale.words.get('answers')?.texts ?? [])]
          .filter(([key]) => LEADS.test(key))
          .map(([, text]) => text),
      )
      return dialogs.flatMap(dialog =>
        dialog.questions.flatMap(question => {
          const [namespace = '', path = ''] = askKey(dialog.id, question.id).split(':')
          const wording = locale.words.get(namespace)
          if (!wording) return []
          const ask = longest([path, `${path}${STANDARD}`].map(key => wording.texts.get(key) ?? ''))
          const say = { text: '', question: { dialog: dialog.id, version: dialog.version, id: question.id } }
          const rows = texts.choices(say, locale.tag).map(({ label }, index) => `\n${index + 1} ${label}`)
          const length = [lead, ask, ...rows].join('\n').replaceAll(/\{\{[^}]*\}\}/g, TYPICAL_VALUE).length
          if (length <= BODY) return []
          const message = `${path}: with its choices ${length} letters; WhatsApp takes ${BODY}`
          return [{ file: wording.source.file, line: wording.source.line(path.split('.')), message }]
        }),
      )
    })
}

const longest = (texts: readonly string[]): string =>
  texts.reduce((most, text) => (text.length > most.length ? text : most), '')
