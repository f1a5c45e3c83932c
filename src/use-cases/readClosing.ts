import type { Evaluation } from '../domain/anonymity/evaluation'
import type { Campaign } from '../domain/campaign'
import { anchorMoment } from '../domain/timeline/dueAt'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import { evaluationId } from './openEvaluations'

/** What closing an evaluation before its day does. Numbers of people alone: what they said is in no letterbox's count. */
export interface Closing {
  evaluation: Evaluation
  campaign: Campaign
  invited: number
  answered: number
  /** Answers that are in no block yet: these come out now, if they are k. */
  waiting: number
  k: number
}

/**
 * What is asked by chat after an event may close as soon as the event is over.
 * @throws NOT_FOUND
 */
export async function readClosing(
  { documents, clock }: { documents: Documents; clock: Pick<Clock, 'now'> },
  campaign: Campaign,
  instrument: string,
): Promise<Closing> {
  const evaluation = await documents.collection('evaluations').get(evaluationId(campaign._id, instrument))
  const organisation = await documents.collection('organisations').get(campaign.organisation)
  if (!evaluation || !organisation || anchorMoment(campaign.event, 'end') > clock.now())
    throw new AppError('NOT_FOUND', 'There is no such evaluation, or its event is still to come')
  const enrolments = await documents.collection('enrolments').list({ campaign: campaign._id })
  const marks = enrolments.flatMap(({ evaluations }) => evaluations[instrument] ?? [])
  return {
    evaluation,
    campaign,
    invited: marks.length,
    answered: marks.filter(mark => mark === 'answered').length,
    waiting: await documents.collection('letterbox').count({ evaluation: evaluation._id }),
    k: organisation.policy.k,
  }
}
