import type { Evaluation } from '../domain/anonymity/evaluation'
import type { Campaign } from '../domain/campaign'
import type { Dialog } from '../domain/dialog/definition'
import type { OwnQuestion } from '../domain/dialog/ownQuestion'
import { AppError } from '../errors'
import type { Content } from '../ports/content'
import { evaluationId, type OpenEvaluations, openEvaluations } from './openEvaluations'

/** One instrument of one campaign of the organisation of whoever asks. */
export interface AboutEvaluation {
  organisation: string
  campaign: string
  /** Absent: the one in which an organiser's questions have a place. */
  instrument?: string
}

/** Where an organiser's questions have a place at events of this kind; null: nowhere. */
export function placeForOwn(
  { dialog, timeline }: Pick<Content, 'dialog' | 'timeline'>,
  { id }: Campaign['timeline'],
): Dialog | null {
  const { steps = [] } = timeline(id) ?? {}
  return steps.map(step => dialog(step.dialog ?? '')).find(asked => asked?.ownQuestions) ?? null
}

/**
 * @throws CAMPAIGN_NOT_FOUND also for a campaign of another organisation
 * @throws NOT_FOUND when it asks nothing of that kind
 */
export async function findEvaluation(
  deps: OpenEvaluations,
  { organisation, campaign: id, instrument: named }: AboutEvaluation,
): Promise<{ evaluation: Evaluation; dialog: Dialog }> {
  const { documents, content } = deps
  const campaign = await documents.collection('campaigns').get(id)
  if (campaign?.organisation !== organisation)
    throw new AppError('CAMPAIGN_NOT_FOUND', 'There is no such campaign', { campaign: id })
  // A campaign that has not begun has no letterbox yet.
  await openEvaluations(deps, campaign)
  const instrument = named ?? placeForOwn(content, campaign.timeline)?.instrument ?? ''
  const evaluation = await documents.collection('evaluations').get(evaluationId(id, instrument))
  const dialog = evaluation && content.dialog(evaluation.dialog, evaluation.dialogVersion)
  if (!dialog) throw new AppError('NOT_FOUND', 'There is no such evaluation', { campaign: id, instrument })
  return { evaluation, dialog }
}

/** Somebody has been asked, or it is over. */
export async function isFixed(
  { documents }: Pick<OpenEvaluations, 'documents'>,
  { campaign, instrument, state }: Evaluation,
): Promise<boolean> {
  if (state !== 'open') return true
  const asked = { campaign, [`evaluations.${instrument}`]: { $exists: true } }
  return (await documents.collection('enrolments').first(asked)) !== null
}

/**
 * Somebody may be asked at the very moment of the change: their run keeps the questions it began with, and their letter
 * has a box for each question all the same.
 */
export async function changeOwnQuestions(
  deps: OpenEvaluations,
  evaluation: Evaluation,
  ownQuestions: OwnQuestion[],
): Promise<void> {
  const { _id, edition } = evaluation
  if (await isFixed(deps, evaluation)) throw fixed(evaluation, 'asked')
  const asSeen = { _id, state: 'open', edition: edition ?? { $exists: false } }
  const changed = { set: { ownQuestions }, inc: { edition: 1 } }
  if (!(await deps.documents.collection('evaluations').update(asSeen, changed)))
    throw fixed(evaluation, 'changed')
}

export const fixed = ({ campaign, instrument }: Evaluation, why: 'asked' | 'changed' | 'too_many') =>
  new AppError('EVALUATION_FIXED', 'The questions of this evaluation cannot be changed now', {
    campaign,
    instrument,
    why,
  })
