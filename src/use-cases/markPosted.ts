import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

type Post = { documents: Documents; clock: Pick<Clock, 'now'> }

/**
 * Every letter that was made up to `seen` and not posted yet goes out, by whom; the plan's task to do so is done with it.
 * @returns how many letters
 */
export async function markPosted(
  { documents, clock }: Post,
  campaign: string,
  { by, seen }: { by: string; seen: number },
): Promise<number> {
  const letters = documents.collection('paperLetters')
  const at = clock.now()
  let count = 0
  const open = { campaign, posted: { $exists: false }, madeAt: { $lte: seen } }
  for (const { _id, contact } of await letters.list(open)) {
    const posted = await letters.update({ _id, posted: { $exists: false } }, { set: { posted: { at, by } } })
    if (!posted) continue
    count++
    await documents
      .collection('tasks')
      .updateMany(
        { campaign, contact, kind: 'letter', state: 'open' },
        { set: { state: 'done', doneAt: at, doneBy: by } },
      )
  }
  return count
}

/** Takes back the mark of one moment, and opens the tasks again that it closed. */
export async function undoPosted({ documents }: Post, campaign: string, at: number): Promise<number> {
  const letters = documents.collection('paperLetters')
  let count = 0
  for (const { _id, contact } of await letters.list({ campaign, 'posted.at': at })) {
    if (!(await letters.update({ _id, 'posted.at': at }, { unset: ['posted'] }))) continue
    count++
    await documents
      .collection('tasks')
      .updateMany(
        { campaign, contact, kind: 'letter', state: 'done', doneAt: at },
        { set: { state: 'open' }, unset: ['doneAt', 'doneBy'] },
      )
  }
  return count
}
