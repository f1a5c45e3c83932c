import type { FieldProblem } from '../domain/fieldProblem'
import {
  type Conclusion,
  type ConclusionDraft,
  conclusionProblems,
  tidyConclusion,
} from '../domain/report/conclusion'
import type { Staff } from '../domain/staff'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

export interface Concluding {
  documents: Documents
  clock: Pick<Clock, 'now'>
}

type By = Pick<Staff, '_id' | 'organisation'>

/** Mistakes in what was written; null: it is kept. */
export type Written = FieldProblem[] | null

/**
 * Attaches a conclusion to an event's report.
 * @param key made with the form: the same form sent twice is one conclusion
 */
export async function addConclusion(
  { documents, clock }: Concluding,
  by: By,
  { campaign: id, key, draft: written }: { campaign: string; key: string; draft: ConclusionDraft },
): Promise<Written> {
  const campaign = await documents.collection('campaigns').get(id)
  if (campaign?.organisation !== by.organisation)
    throw new AppError('CAMPAIGN_NOT_FOUND', 'There is no such campaign')
  const draft = tidyConclusion(written)
  const problems = conclusionProblems(draft)
  if (problems.length > 0) return problems
  await documents.collection('conclusions').insert({
    _id: `${id}:${key}`,
    organisation: by.organisation,
    campaign: id,
    series: campaign.series,
    ...draft,
    state: 'open',
    rev: 0,
    by: by._id,
    at: clock.now(),
  })
  return null
}

/**
 * Writes a conclusion anew.
 * @param rev as it was when it was shown
 * @returns `changed` when somebody else wrote it meanwhile; then nothing happened
 * @throws NOT_FOUND for another organisation's
 */
export async function changeConclusion(
  deps: Concluding,
  by: By,
  { id, rev, draft: written }: { id: string; rev: number; draft: ConclusionDraft },
): Promise<Written | 'changed'> {
  const kept = await ownConclusion(deps, by, id)
  const draft = tidyConclusion(written)
  const problems = conclusionProblems(draft)
  if (problems.length > 0) return problems
  if (await patched(deps, { id, rev }, draft)) return null
  // Sent twice: what is wanted is what is there.
  const now = await ownConclusion(deps, by, id)
  const isSame = Object.entries(draft).every(([field, text]) => now[field as keyof Conclusion] === text)
  return isSame && kept.rev !== rev ? null : 'changed'
}

/** Done, dropped, or open again; twice is once. */
export async function closeConclusion(
  deps: Concluding,
  by: By,
  { id, state }: { id: string; state: Conclusion['state'] },
): Promise<void> {
  const { rev, state: before } = await ownConclusion(deps, by, id)
  if (before !== state) await patched(deps, { id, rev }, { state })
}

/** What was concluded at one event, oldest first; what was dropped is not shown. */
export async function conclusionsAt(
  { documents }: Pick<Concluding, 'documents'>,
  { organisation, campaign }: { organisation: string; campaign: string },
): Promise<Conclusion[]> {
  const kept = await documents
    .collection('conclusions')
    .list({ campaign, organisation, state: { $ne: 'dropped' } })
  return kept.sort(byAge)
}

/** What a series still has to do: shown when its next campaign is planned. */
export async function conclusionsOf(
  { documents }: Pick<Concluding, 'documents'>,
  { organisation, series }: { organisation: string; series: string },
): Promise<Conclusion[]> {
  const open = await documents.collection('conclusions').list({ organisation, series, state: 'open' })
  return open.sort(byAge)
}

const byAge = (a: Conclusion, b: Conclusion) => a.at - b.at || (a._id < b._id ? -1 : 1)

/** @throws NOT_FOUND */
export async function ownConclusion(
  { documents }: Pick<Concluding, 'documents'>,
  { organisation }: Pick<Staff, 'organisation'>,
  id: string,
): Promise<Conclusion> {
  const conclusion = await documents.collection('conclusions').get(id)
  if (conclusion?.organisation !== organisation)
    throw new AppError('NOT_FOUND', 'There is no such conclusion')
  return conclusion
}

const patched = async (
  { documents }: Concluding,
  { id: _id, rev }: { id: string; rev: number },
  set: Partial<Conclusion>,
): Promise<boolean> =>
  (await documents.collection('conclusions').update({ _id, rev }, { set, inc: { rev: 1 } })) !== null
