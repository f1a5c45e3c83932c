import type { OpenEvaluations } from './openEvaluations'
import { type AboutEvaluation, changeOwnQuestions, findEvaluation } from './ownQuestions'

/** Takes one back, as long as nobody has been asked. Twice is once. */
export async function removeOwnQuestion(
  deps: OpenEvaluations,
  about: AboutEvaluation,
  id: string,
): Promise<void> {
  const { evaluation } = await findEvaluation(deps, about)
  const { ownQuestions = [] } = evaluation
  const left = ownQuestions.filter(question => question.id !== id)
  if (left.length < ownQuestions.length) await changeOwnQuestions(deps, evaluation, left)
}
