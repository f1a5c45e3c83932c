import { isPrivate } from '../domain/access/may'
import type { ConversationEvent, StoredInbound } from '../domain/conversation'
import { type Line, linesOf } from '../domain/inbox/lines'
import { READABLE_MS } from '../domain/inbox/thread'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import type { Seal } from '../ports/seal'

export interface ReadLines {
  documents: Documents
  content: Pick<Content, 'dialog'>
  seal: Pick<Seal, 'unlock'>
  clock: Pick<Clock, 'now'>
}

type Message = Extract<ConversationEvent, { kind: 'message' }>

/** More than fits on a page somebody reads between two talks. */
const MOST = 200

/**
 * What was said with one person, oldest first. What they wrote is unlocked here and nowhere kept; before its turn it is
 * not shown, because only the turn knows whether it was an anonymous answer.
 */
export async function readLines(deps: ReadLines, contact: string): Promise<Line[]> {
  const { documents, content, clock } = deps
  const since = clock.now() - READABLE_MS
  const [events, rows, notes] = await Promise.all([
    documents.collection('inbound').list(
      {
        contact,
        handled: { $in: ['done', 'given_up'] },
        at: { $gte: since },
        'event.kind': { $in: ['message', 'staff'] },
      },
      { sort: [['at', -1]], limit: MOST },
    ),
    documents
      .collection('outbox')
      .list(
        { contact, kind: 'message', createdAt: { $gte: since } },
        { sort: [['createdAt', -1]], limit: MOST },
      ),
    documents.collection('contactNotes').list({ contact }, { sort: [['at', -1]], limit: MOST }),
  ])
  return linesOf({
    messages: events.flatMap(stored => {
      const message = opened(deps, stored)
      return message ? [{ id: stored._id, at: stored.at, message }] : []
    }),
    turns: events.flatMap(({ _id, at, event }) =>
      event.kind === 'staff'
        ? [{ id: _id, at, what: event.what, ...(event.by ? { by: event.by } : {}) }]
        : [],
    ),
    rows,
    notes: notes.map(({ _id, at, by, locked }) => ({ id: _id, at, by, text: deps.seal.unlock(locked) })),
    isPrivate: id => isPrivate(content.dialog(id)),
  })
}

/** Null: no message, or one that nobody can unlock any more. */
export function opened({ seal }: Pick<ReadLines, 'seal'>, { event }: StoredInbound): Message | null {
  if (event.kind !== 'message') return null
  try {
    return { kind: 'message', channel: event.channel, ...JSON.parse(seal.unlock(event.locked)) }
  } catch {
    return null
  }
}
