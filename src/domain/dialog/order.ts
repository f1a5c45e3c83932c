import type { DialogRun } from '../conversation'
import type { Condition, Dialog, Question } from './definition'

/** Which question comes when. Conditions read earlier questions only, so a dialog always moves forward: loops cannot exist. */

export const findQuestion = (dialog: Dialog, id: string | undefined): Question | undefined =>
  dialog.questions.find(question => question.id === id)

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

/** A question that was skipped or never asked is none of the options: `is` fails, `isNot` holds. */
function holds(condition: Condition, answers: Record<string, unknown>): boolean {
  const given = list(answers[condition.question])
  const wanted = list('is' in condition ? condition.is : condition.isNot)
  const match = given.some(value => wanted.includes(value))
  return 'is' in condition ? match : !match
}

export const applies = (question: Question, run: DialogRun): boolean =>
  question.askWhen === undefined || holds(question.askWhen, run.answers)

/** Has this question had its turn: an answer, a sealed box, a door that was opened, or skipped? */
export const isSettled = (run: DialogRun, id: string): boolean =>
  id in run.answers || id in run.boxes || run.skipped.includes(id) || (run.passed ?? []).includes(id)

export const nextQuestion = (dialog: Dialog, run: DialogRun): Question | undefined =>
  dialog.questions.find(question => applies(question, run) && !isSettled(run, question.id))

export function previousQuestion(dialog: Dialog, run: DialogRun): Question | undefined {
  const here = dialog.questions.findIndex(question => question.id === run.question)
  return dialog.questions.slice(0, Math.max(here, 0)).findLast(question => applies(question, run))
}

/** After an earlier answer changed: what was asked under a condition that no longer holds is forgotten. */
export function dropUnasked(dialog: Dialog, run: DialogRun): DialogRun {
  let kept = run
  for (const question of dialog.questions) {
    if (applies(question, kept)) continue
    const { [question.id]: _, ...answers } = kept.answers
    kept = { ...kept, answers, skipped: kept.skipped.filter(id => id !== question.id) }
  }
  return kept
}

/** In an anonymous dialog: a question that opens the door and is no opinion. Its answer is neither kept nor sealed. */
export const isDoor = (question: Question): boolean =>
  question.effect !== undefined || question.endWhen !== undefined || question.laterWhen !== undefined
