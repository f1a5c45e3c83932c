import type { AnswerSpec, Dialog, Question } from '../domain/dialog/definition'
import { type OwnWords, ownOption } from '../domain/dialog/ownQuestion'
import { descriptionKey, optionKey } from '../domain/dialog/textKey'
import type { LanguageTag, TextKey } from '../domain/message'

/** One possible answer before it has words in a language. */
export interface Option {
  /** What `understand` knows it by. */
  id: string
  /** The first of these texts that exists; none for a plain number. */
  label: TextKey[]
  description?: TextKey
  /** Not in locales/: a number, or a language's own name. */
  fixed?: string
  /** Not in locales/ either: an organiser's own words. */
  words?: OwnWords
}

/** More than this cannot be tapped on WhatsApp. */
const MOST_ROWS = 10

const numbers = (min: number, max: number) => Array.from({ length: max - min + 1 }, (_, index) => min + index)

/** What can be chosen, in the order shown. Empty: the answer is typed, spoken or sent. */
export function optionsOf(
  dialog: Dialog,
  question: Question,
  languages: readonly { tag: LanguageTag; endonym: string }[],
): Option[] {
  const own = (id: string, common: TextKey[] = []): Option => ({
    id,
    label: [optionKey(dialog.id, question.id, id), ...common],
    description: descriptionKey(dialog.id, question.id, id),
  })
  const spec: AnswerSpec = question.answer
  switch (spec.type) {
    case 'yes_no':
      return (spec.show ?? ['yes', 'no']).map(id => own(id, [`answers:${id}`]))
    case 'smiley':
      return numbers(1, 5).map(n => own(String(n), [`answers:smiley.${n}`]))
    case 'scale': {
      const steps = numbers(spec.min, spec.max)
      return steps.length > MOST_ROWS ? [] : steps.map(n => ({ ...own(String(n)), fixed: String(n) }))
    }
    case 'choice':
    case 'multi_choice':
      return question.own
        ? question.own.options.map((words, place) => ({ id: ownOption(place), label: [], words }))
        : spec.options.map(id => own(id))
    case 'language':
      return languages.map(({ tag, endonym }) => ({ id: tag, label: [], fixed: endonym }))
    default:
      return []
  }
}
