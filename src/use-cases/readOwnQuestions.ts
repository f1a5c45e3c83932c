import type { OwnQuestion } from '../domain/dialog/ownQuestion'
import type { OpenEvaluations } from './openEvaluations'
import { type AboutEvaluation, findEvaluation, isFixed } from './ownQuestions'

export interface OwnQuestions {
  questions: OwnQuestion[]
  /** How many there may be. */
  most: number
  /** True: somebody has been asked, so nothing changes any more. */
  fixed: boolean
}

/** What the organiser asks at this event, and whether that may still change. */
export async function readOwnQuestions(deps: OpenEvaluations, about: AboutEvaluation): Promise<OwnQuestions> {
  const { evaluation, dialog } = await findEvaluation(deps, about)
  return {
    questions: evaluation.ownQuestions ?? [],
    most: dialog.ownQuestions?.most ?? 0,
    fixed: await isFixed(deps, evaluation),
  }
}
