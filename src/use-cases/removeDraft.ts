import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

const DAY_MS = 24 * 3_600_000
/** So long a draft that was thrown away can be taken back. */
const KEPT_MS = 30 * DAY_MS

interface RemoveDraft {
  documents: Documents
  clock: Pick<Clock, 'now'>
}

/** Throws a draft away, or takes it back. Twice is once. */
export async function removeDraft(deps: RemoveDraft, campaign: string, back = false): Promise<void> {
  const changed = await deps.documents
    .collection('campaigns')
    .update(
      { _id: campaign, state: 'draft' },
      back ? { unset: ['removedAt'] } : { set: { removedAt: deps.clock.now() } },
    )
  if (!changed) throw new AppError('CAMPAIGN_CHANGED', 'It is no draft any more', { campaign })
}

/** Drafts that nobody took back are gone, and who was chosen for them is free of them. */
export async function forgetDrafts({ documents, clock }: RemoveDraft): Promise<void> {
  const gone = { state: 'draft', removedAt: { $lt: clock.now() - KEPT_MS } }
  for (const { _id } of await documents.collection('campaigns').list(gone)) {
    await documents.collection('enrolments').remove({ campaign: _id })
    await documents.collection('campaigns').remove({ _id, ...gone })
  }
}
