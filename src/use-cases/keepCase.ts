import { type Came, type Case, caseOf, isFollowed } from '../domain/cases/case'
import type { Documents } from '../ports/documents'

/** Two who look at one person at the same moment: the slower one looks again so often. */
const ROUNDS = 4

/**
 * Brings the case of one person up to date with all that tells of it. Called after everything that changes whether they
 * are followed, what is known of their work, or when we heard of them; twice is once.
 * @param came which events they came to; absent: as it was, null: none
 */
export async function keepCase(
  { documents }: { documents: Documents },
  contact: string,
  came?: Came | null,
): Promise<void> {
  const cases = documents.collection('cases')
  for (let round = 0; round < ROUNDS; round++) {
    // First the case, then what tells of it: who has read the older of two can never write last.
    const before = await cases.get(contact, { fresh: true })
    const now = await gather(documents, contact, came === undefined ? cameBefore(before) : came)
    if (!now) {
      if (!before || (await cases.remove({ _id: contact, rev: before.rev })) > 0) return
    } else if (!before) {
      if (await cases.insert({ ...now, rev: 1 })) return
    } else {
      const { rev, ...same } = before
      const gone = Object.keys(same).filter(name => !(name in now))
      if (gone.length === 0 && isSame(now, same)) return
      const { _id, ...set } = now
      if (await cases.update({ _id, rev }, { set: { ...set, rev: rev + 1 }, unset: gone })) return
    }
  }
}

const isSame = (a: Omit<Case, 'rev'>, b: Omit<Case, 'rev'>): boolean =>
  (Object.keys(a) as (keyof typeof a)[]).every(name => a[name] === b[name])

const cameBefore = (before: Case | null): Came | null =>
  before?.startedOn !== undefined && before.cameAt !== undefined
    ? { startedOn: before.startedOn, cameAt: before.cameAt }
    : null

async function gather(
  documents: Documents,
  id: string,
  came: Came | null,
): Promise<Omit<Case, 'rev'> | null> {
  const contact = await documents.collection('contacts').get(id, { fresh: true })
  if (!contact || !isFollowed(contact)) return null
  const [last, tasks, notes] = await Promise.all([
    // What waits for its turn may be an answer without a name, and of those nothing is told.
    documents
      .collection('inbound')
      .first(
        { contact: id, handled: { $in: ['done', 'given_up'] }, 'event.kind': 'message' },
        { sort: [['at', -1]] },
      ),
    documents.collection('tasks').list({ contact: id }),
    documents.collection('workNotes').list({ contact: id }),
  ])
  const message = last?.event.kind === 'message' ? { at: last.at, channel: last.event.channel } : null
  return caseOf(contact, { message, tasks, notes, ...(came ? { came } : {}) })
}
