import type { LanguageTag } from '../message'
import type { Dialog, Question } from './definition'

/** Answers that can be counted without showing whose they are; free words are the dialog's own business. */
export const OWN_KINDS = ['smiley', 'yes_no', 'scale', 'choice'] as const
export type OwnKind = (typeof OWN_KINDS)[number]

/** The same sentence per language. Dutch is always there; where another is missing, the whole message is in Dutch. */
export type OwnWords = Record<LanguageTag, string>

/** What an organiser asks beside the dialog's own questions, at one event. */
export interface OwnQuestion {
  /** Made from what is asked: the same question at the next event of a series has the same one, and can be compared. */
  id: string
  kind: OwnKind
  ask: OwnWords
  /** Of a choice, in the order shown; else empty. */
  options: OwnWords[]
}

/** Buttons send this back; the place is part of what is asked. */
export const ownOption = (place: number): string => `option_${place + 1}`

const answerOf = ({ kind, options }: OwnQuestion): Question['answer'] => {
  switch (kind) {
    case 'scale':
      return { type: 'scale', min: 1, max: 5 }
    case 'choice':
      return { type: 'choice', options: options.map((_, place) => ownOption(place)) }
    default:
      return { type: kind }
  }
}

const asQuestion = (own: OwnQuestion): Question => ({
  id: own.id,
  answer: answerOf(own),
  optional: true,
  own,
})

/** The dialog as it is held at one event: the organiser's questions stand where its file says. */
export function withOwnQuestions<T extends Dialog | null>(dialog: T, own: readonly OwnQuestion[] = []): T {
  if (!dialog?.ownQuestions || own.length === 0) return dialog
  const { before } = dialog.ownQuestions
  const place = dialog.questions.findIndex(({ id }) => id === before)
  return { ...dialog, questions: dialog.questions.toSpliced(place, 0, ...own.map(asQuestion)) }
}

const SECONDS = { closed: 20, words: 60 }

/** How much is asked behind the door, for the line that invites to it. A question with choices takes less time than words. */
export function lengthOf({ questions }: Dialog): { questions: number; minutes: number } {
  const asked = questions.slice(1)
  const seconds = asked.map(({ answer }) => (answer.type === 'text' ? SECONDS.words : SECONDS.closed))
  return { questions: asked.length, minutes: Math.ceil(seconds.reduce((sum, one) => sum + one, 0) / 60) }
}
