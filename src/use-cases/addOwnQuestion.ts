import { createHash } from 'node:crypto'
import type { OwnQuestion } from '../domain/dialog/ownQuestion'
import {
  type OwnDraft,
  type OwnMistake,
  ownQuestionMistakes,
  tidyOwnDraft,
} from '../domain/dialog/ownQuestionMistakes'
import type { Content } from '../ports/content'
import type { OpenEvaluations } from './openEvaluations'
import { type AboutEvaluation, changeOwnQuestions, findEvaluation, fixed } from './ownQuestions'

export interface AddOwnQuestion extends OpenEvaluations {
  content: Content
  /** Certainly stop, in whatever language. */
  isStopWord: (text: string) => boolean
}

/**
 * Adds a question of the organiser's own to the evaluation of one event. Twice gives one. The bot asks it of everybody
 * who is asked from then on; it is sealed, printed and shown like any other.
 * @returns the mistakes in it; none: it is there
 * @throws EVALUATION_FIXED when somebody has been asked, or there are as many as there may be
 */
export async function addOwnQuestion(
  deps: AddOwnQuestion,
  about: AboutEvaluation,
  asked: OwnDraft,
): Promise<{ added: OwnQuestion } | { mistakes: OwnMistake[] }> {
  const draft = tidyOwnDraft(asked, deps.content.texts.languages)
  const mistakes = ownQuestionMistakes(draft, deps.isStopWord)
  if (mistakes.length > 0) return { mistakes }
  const added = { id: idOf(draft), ...draft }
  const { evaluation, dialog } = await findEvaluation(deps, about)
  const { ownQuestions = [] } = evaluation
  if (ownQuestions.some(({ id }) => id === added.id)) return { added }
  if (ownQuestions.length >= (dialog.ownQuestions?.most ?? 0)) throw fixed(evaluation, 'too_many')
  await changeOwnQuestions(deps, evaluation, [...ownQuestions, added])
  return { added }
}

/** From what is asked, in Dutch: the same question at another event can be compared. */
function idOf({ kind, ask, options }: OwnDraft): string {
  const said = JSON.stringify([kind, ask.nl, options.map(({ nl }) => nl)])
  return `own_${createHash('sha256').update(said).digest('hex').slice(0, 12)}`
}
