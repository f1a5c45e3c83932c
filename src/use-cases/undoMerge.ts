import type { Contact } from '../domain/contact'
import {
  MERGE,
  type Merge,
  type Reverted,
  reverted,
  type Touched,
  withLaterNo,
} from '../domain/contacts/merge'
import type { ConversationEvent } from '../domain/conversation'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { AtomicStep, Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'
import type { Lanes } from '../store/lanes'
import { auditEntry } from './audit'

export interface ReadMerge {
  documents: Documents
  seal: Pick<Seal, 'unlock'>
  clock: Clock
}

export interface UndoMerge extends ReadMerge {
  lanes: Lanes
  newId: NewId
}

/** What undoing would do. */
export interface UndoPreview {
  merge: Merge
  /** Who comes back. */
  gone: Contact
  /** Of what came over, what goes back: messages sent and received, and campaigns. */
  messages: number
  campaigns: number
}

/** The last merge into this contact; null when there is none, or it is too long ago. */
export async function readMerge(deps: ReadMerge, contact: string): Promise<UndoPreview | null> {
  const merge = await deps.documents.collection('merges').first({ contact })
  if (!merge || merge.at + MERGE.UNDO_MS <= deps.clock.now()) return null
  const all = touchedOf(deps, merge)
  const gone = goneOf(all)
  const changes = await revertedNow(deps.documents, all)
  return {
    merge,
    gone,
    messages: changes.filter(isMessage).length,
    campaigns: campaignsOf(changes).length,
  }
}

const touchedOf = ({ seal }: Pick<ReadMerge, 'seal'>, { locked }: Merge) =>
  JSON.parse(seal.unlock(locked)) as Touched[]

const isMessage = ({ touched: { in: name }, now, change }: Change): boolean => {
  if (change.do !== 'change' || !now) return false
  if (name === 'inbound') return (now.event as ConversationEvent).kind === 'message'
  return name === 'outbox' && now.kind === 'message' && now.leftAt !== undefined
}

/** Where who comes back was, and is again. */
const campaignsOf = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ touched, change }) =>
    touched.in === 'enrolments' && change.do === 'insert' ? [String(change.document.campaign)] : [],
  )

const goneOf = (all: readonly Touched[]): Contact =>
  all.find(one => one.in === 'contacts' && one.after === null)?.before as unknown as Contact

interface Change {
  touched: Touched
  now: Readonly<Record<string, unknown>> | null
  change: Reverted
}

async function revertedNow(documents: Documents, all: readonly Touched[]): Promise<Change[]> {
  const changes: Change[] = []
  for (const touched of all) {
    const now = (await documents.collection(touched.in).get(touched.id, { fresh: true })) as Change['now']
    const change = reverted(touched, now)
    if (change) changes.push({ touched, now, change })
  }
  return changes
}

const LEASE_MS = 60_000

/**
 * Makes two contacts of one again, all at once or not at all. What came over goes back where it was; what happened since
 * stays with who stayed, and a no that was said since holds for both.
 * @returns false when there is nothing to undo any more
 * @throws AppError CONTACT_BUSY when it is not safe at this moment, CONTACT_CHANGED when something that must come back
 * belongs to somebody else by now, or the contact has just changed
 */
export async function undoMerge(deps: UndoMerge, contact: string, by: string): Promise<boolean> {
  const { documents, clock } = deps
  const owner = deps.newId()
  if (!(await deps.lanes.enter(contact, owner, clock.now(), LEASE_MS))) throw busy('talking')
  try {
    const merge = await documents.collection('merges').first({ contact }, { fresh: true })
    if (!merge || merge.at + MERGE.UNDO_MS <= clock.now()) return false
    const all = touchedOf(deps, merge)
    const changes = await revertedNow(documents, all)
    if (changes.some(({ now }) => now?.state === 'sending' || now?.state === 'unknown')) throw busy('leaving')
    const stays = await documents.collection('contacts').get(contact, { fresh: true })
    const became = all.find(({ in: name, id }) => name === 'contacts' && id === contact)?.after
    if (!stays || !became) return false
    const back = withLaterNo(goneOf(all), became as unknown as Contact, stays)
    const { organisation } = merge
    const entry = auditEntry(deps, { what: 'merge_undone', organisation, by, about: contact })
    const steps: AtomicStep[] = [
      ...changes.filter(({ change }) => change.do !== 'insert').map(stepFor),
      // The numbers are let go of before the other one takes them.
      ...changes
        .filter(({ touched, change }) => change.do === 'insert' && touched.in !== 'contacts')
        .map(stepFor),
      { insert: back, into: 'contacts' },
      ...(await plannedAnew(documents, campaignsOf(changes))),
      { remove: { _id: merge._id }, from: 'merges' },
      { insert: entry, into: 'auditLog' },
    ]
    if (!(await documents.atomically(steps)))
      throw new AppError('CONTACT_CHANGED', 'Something has changed that must come back')
    return true
  } finally {
    await deps.lanes.leave(contact, owner)
  }
}

/** The tick plans them for both, even when this process stops now. */
async function plannedAnew(documents: Documents, ids: readonly string[]): Promise<AtomicStep[]> {
  const campaigns = await documents
    .collection('campaigns')
    .list({ _id: { $in: ids }, state: { $in: ['running', 'paused'] } })
  return campaigns.map(({ _id, version }) => ({
    update: { _id, version },
    patch: { inc: { version: 1 } },
    in: 'campaigns',
  }))
}

const busy = (problem: string) =>
  new AppError('CONTACT_BUSY', 'Something is under way with this contact', { problem })

function stepFor({ touched: { in: name, id }, now, change }: Change): AtomicStep {
  if (change.do === 'remove') return { remove: { _id: id }, from: name } as AtomicStep
  if (change.do === 'insert') return { insert: change.document, into: name } as unknown as AtomicStep
  const { set, unset } = change
  const inc = {
    ...((name === 'contacts' || name === 'outbox') && { rev: 1 }),
    ...(name === 'outbox' && set.state !== undefined && { fence: 1 }),
  }
  const guards = ['turn', 'rev', 'state', 'handled'].filter(field => now?.[field] !== undefined)
  const asSeen = Object.fromEntries(guards.map(field => [field, now?.[field]]))
  return { update: { _id: id, ...asSeen }, patch: { set, unset, inc }, in: name } as AtomicStep
}
