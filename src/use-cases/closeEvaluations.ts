import { DateTime } from 'luxon'
import type { Moment } from '../domain/anonymity/blocks'
import { type Evaluation, ON_THE_DAY } from '../domain/anonymity/evaluation'
import type { Organisation } from '../domain/organisation'
import { AppError } from '../errors'
import type { Documents } from '../ports/documents'
import { remarksOf } from './poolLetters'
import { type SealBlocks, sealBlock, sealRemarks } from './sealBlocks'

/** Days after the close during which late letters are still opened; then their key is gone for ever. */
const GRACE_DAYS = 3
/** Days after the close after which single replies go; what was printed stays. */
const REPLIES_KEPT_DAYS = 90

/** Looks at every evaluation: seals what is due, closes those whose day is past, forgets keys and replies in their time. */
export async function closeEvaluations(deps: SealBlocks, now: number): Promise<void> {
  const { documents } = deps
  const organisations = documents.collection('organisations')
  for await (const evaluation of documents.collection('evaluations').each({ forgotten: { $ne: true } })) {
    const organisation = await organisations.get(evaluation.organisation)
    if (!organisation) continue
    const daysPast = daysSince(evaluation.closesOn, organisation.zone, now)
    if (evaluation.state === 'open') await lookAt(deps, evaluation, organisation, daysPast, now)
    // Posted in the moment of the close, or by a tablet that had no network then.
    else if (!evaluation.pooled && daysPast <= GRACE_DAYS)
      await sealBlock(deps, evaluation, organisation, 'close', now)
    await forget(documents, evaluation, daysPast)
  }
}

/**
 * Closes an evaluation before its day. What is in it is shown as it is; nobody can answer any more, and nothing undoes it.
 * @returns whether it was this call that closed it
 * @throws NOT_FOUND
 */
export async function closeNow(deps: SealBlocks, id: string, now: number, triesLeft = 2): Promise<boolean> {
  const evaluation = await deps.documents.collection('evaluations').get(id)
  const organisation =
    evaluation && (await deps.documents.collection('organisations').get(evaluation.organisation))
  if (!organisation || evaluation.pooled) throw new AppError('NOT_FOUND', 'There is no such evaluation')
  if (evaluation.state !== 'open') return false
  // Not closed: a block of it was sealed in this very moment. What is left closes all the same.
  return (
    (await sealBlock(deps, evaluation, organisation, 'close', now)) ||
    (triesLeft > 0 && closeNow(deps, id, now, triesLeft - 1))
  )
}

async function lookAt(
  deps: SealBlocks,
  evaluation: Evaluation,
  organisation: Organisation,
  daysPast: number,
  now: number,
): Promise<void> {
  if (!evaluation.pooled) {
    const moment = daysPast > 0 ? 'close' : await momentOf(deps.documents, evaluation, now)
    if (moment !== 'during' || evaluation.live) await sealBlock(deps, evaluation, organisation, moment, now)
  } else if (daysPast > 0) {
    const { _id, rev = 0 } = evaluation
    await deps.documents
      .collection('evaluations')
      .update({ _id, state: 'open', rev }, { set: { state: 'closed' } })
  } else {
    await sealBlock(deps, evaluation, organisation, 'pool', now)
    await sealRemarks(deps, evaluation, organisation, now)
  }
}

/** What is asked on the day itself is shown the moment the event is over; the rest on its promised day. */
async function momentOf(
  documents: Documents,
  { dialog, campaign }: Evaluation,
  now: number,
): Promise<Moment> {
  if (dialog !== ON_THE_DAY) return 'during'
  const found = await documents.collection('campaigns').get(campaign)
  if (!found) return 'during'
  const { end, zone } = found.event
  return DateTime.fromISO(end, { zone }).toMillis() <= now ? 'end' : 'during'
}

async function forget(documents: Documents, { _id }: Evaluation, daysPast: number): Promise<void> {
  if (daysPast > GRACE_DAYS) {
    await documents.collection('evaluationKeys').remove({ _id })
    for (const box of [_id, remarksOf(_id)])
      await documents.collection('letterbox').remove({ evaluation: box })
    await documents.collection('kioskBatches').remove({ evaluation: _id })
    await documents.collection('sounds').remove({ evaluation: _id })
  }
  if (daysPast > REPLIES_KEPT_DAYS) {
    await documents.collection('replies').remove({ evaluation: _id })
    await documents.collection('evaluations').update({ _id }, { set: { forgotten: true } })
  }
}

function daysSince(day: string, zone: string, now: number): number {
  const today = DateTime.fromMillis(now, { zone }).startOf('day')
  return today.diff(DateTime.fromISO(day, { zone }), 'days').days
}
