import type { FieldProblem } from '../domain/fieldProblem'
import {
  type SavedReply,
  type SavedReplyForm,
  savedReplyProblems,
  tidyReply,
} from '../domain/text/savedReply'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

interface Keeping {
  documents: Documents
  clock: Clock
}

export type ReplySaved =
  | { ok: true; saved: SavedReply }
  | { ok: false; problems: FieldProblem[] }
  /** Somebody else changed or removed it meanwhile. */
  | { ok: false; newer: SavedReply | null }

/**
 * Writes a saved reply, or writes it again.
 * @param asked `id` comes with the form, so that a form sent twice makes one; `rev` is what the writer saw, 0 for a new one
 */
export async function saveSavedReply(
  { documents, clock }: Keeping,
  asked: { organisation: string; id: string; rev: number; by: string; form: SavedReplyForm },
): Promise<ReplySaved> {
  const { organisation, id, rev, by } = asked
  const form = tidyReply(asked.form)
  const problems = savedReplyProblems(form)
  if (problems.length > 0) return { ok: false, problems }
  const replies = documents.collection('savedReplies')
  const before = await replies.get(id)
  if (before && before.organisation !== organisation)
    throw new AppError('NOT_FOUND', 'Not in this organisation')
  if (before && isSame(before, form)) return { ok: true, saved: before }
  const at = clock.now()
  if (rev === 0) {
    const fresh: SavedReply = { _id: id, organisation, ...form, rev: 1, by, at }
    return (await replies.insert(fresh)) ? { ok: true, saved: fresh } : asItIs()
  }
  const saved = await replies.update(
    { _id: id, organisation, rev },
    { set: { ...form, by, at }, inc: { rev: 1 } },
  )
  return saved ? { ok: true, saved } : asItIs()

  /** The same form at the same moment is no other change. */
  async function asItIs(): Promise<ReplySaved> {
    const newer = await replies.get(id, { fresh: true })
    return newer && isSame(newer, form) ? { ok: true, saved: newer } : { ok: false, newer }
  }
}

const isSame = (reply: SavedReplyForm, form: SavedReplyForm): boolean =>
  reply.name === form.name &&
  Object.keys({ ...reply.texts, ...form.texts }).every(tag => reply.texts[tag] === form.texts[tag])

/** @returns what was removed, for who takes it back; null when it was gone already, or is not what the reader saw */
export async function removeSavedReply(
  { documents }: Pick<Keeping, 'documents'>,
  asked: { organisation: string; id: string; rev: number },
): Promise<SavedReply | null> {
  const { organisation, id, rev } = asked
  const replies = documents.collection('savedReplies')
  const reply = await replies.first({ _id: id, organisation, rev })
  if (!reply) return null
  return (await replies.remove({ _id: id, organisation, rev })) > 0 ? reply : null
}
