import { DateTime } from 'luxon'
import { MERGE } from '../domain/contacts/merge'
import type { Organisation } from '../domain/organisation'
import { RETENTION_CLASSES, type Retention, USUAL_RETENTION } from '../domain/settings/retention'
import type { Collection, Filter } from '../ports/documents'
import { type Auditing, auditEntry } from './audit'
import { forgetSounds } from './forgetSounds'
import { onceADay } from './onceADay'
import { forgetDrafts } from './removeDraft'
import { forgetPictures } from './removePicture'

const SETTLED = ['accepted', 'delivered', 'failed', 'cancelled', 'expired', 'unresolved', 'started'] as const

/** What of one organisation is older than it keeps, by class; each can be counted and can go. */
const OLD: Record<keyof Retention, (deps: Auditing, organisation: string, before: number) => Old[]> = {
  messages: ({ documents }, organisation, before) => [
    // The row stays: how many left and arrived is still known, what it said is not.
    {
      in: documents.collection('outbox'),
      filter: {
        organisation,
        createdAt: { $lt: before },
        state: { $in: SETTLED },
        $or: [{ text: { $exists: true } }, { typed: { $exists: true } }],
      },
      without: ['text', 'typed', 'say', 'start'],
    },
    {
      in: documents.collection('inbound'),
      filter: { organisation, at: { $lt: before }, handled: { $in: ['done', 'given_up'] } },
    },
    // What was noted about it and what came with it goes with it.
    { in: documents.collection('contactNotes'), filter: { organisation, at: { $lt: before } } },
    { in: documents.collection('media'), filter: { organisation, at: { $lt: before } } },
  ],
  replies: ({ documents }, organisation, before) => [
    { in: documents.collection('namedReplies'), filter: { organisation, at: { $lt: before } } },
    { in: documents.collection('workNotes'), filter: { organisation, at: { $lt: before } } },
    { in: documents.collection('trainings'), filter: { organisation, at: { $lt: before } } },
  ],
  activity: ({ documents }, organisation, before) => [
    { in: documents.collection('auditLog'), filter: { organisation, at: { $lt: before } } },
  ],
}

interface Old {
  in: Pick<Collection<{ _id: string }>, 'count' | 'remove' | 'updateMany'>
  filter: Filter
  /** Fields that go; absent: the whole document. */
  without?: readonly string[]
}

/** How many of each class would go now under this rule. */
export async function countOld(
  deps: Auditing,
  organisation: Organisation,
  retention: Retention,
): Promise<Retention> {
  const counts: Retention = { messages: 0, replies: 0, activity: 0 }
  for (const name of RETENTION_CLASSES)
    for (const old of OLD[name](deps, organisation._id, monthsAgo(deps, organisation, retention[name])))
      counts[name] += await old.in.count(old.filter)
  return counts
}

/** Removes what is older than its organisation keeps, and writes down how much. Safe to do twice and to stop anywhere. */
export async function forgetOld(deps: Auditing): Promise<void> {
  await forgetDrafts(deps)
  await forgetPictures(deps)
  await forgetSounds(deps)
  for await (const organisation of deps.documents.collection('organisations').each({})) {
    const { _id } = organisation
    const retention = organisation.retention ?? USUAL_RETENTION
    for (const name of RETENTION_CLASSES) {
      let count = 0
      for (const old of OLD[name](deps, _id, monthsAgo(deps, organisation, retention[name])))
        count += old.without
          ? await old.in.updateMany(old.filter, { unset: old.without })
          : await old.in.remove(old.filter)
      if (count > 0)
        await deps.documents
          .collection('auditLog')
          .insert(auditEntry(deps, { what: 'removed', organisation: _id, by: 'clock', about: name, count }))
    }
  }
}

const FACT = 'retention'
/** What was told to other programs, the keys of what they asked, links that are over: long enough to look into a mistake. */
const TOLD_KEPT_MS = 30 * 24 * 3_600_000

/** Once a day, by one process. */
export async function forgetOldDue(deps: Auditing): Promise<void> {
  if (!(await onceADay(deps, FACT))) return
  await forgetOld(deps)
  const before = deps.clock.now() - TOLD_KEPT_MS
  await deps.documents.collection('deliveries').remove({ state: { $ne: 'waiting' }, at: { $lt: before } })
  await deps.documents.collection('apiRequests').remove({ at: { $lt: before } })
  await deps.documents.collection('reviewLinks').remove({ until: { $lt: before } })
  await deps.documents.collection('merges').remove({ at: { $lte: deps.clock.now() - MERGE.UNDO_MS } })
}

const monthsAgo = ({ clock }: Auditing, { zone }: Organisation, months: number): number =>
  DateTime.fromMillis(clock.now(), { zone }).minus({ months }).toMillis()
