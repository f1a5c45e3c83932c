import { sum } from '../domain/anonymity/shape'
import { shapeOf } from '../domain/anonymity/tally'
import { AppError } from '../errors'
import type { Content } from '../ports/content'
import type { AtomicStep, Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'
import type { Taps } from './openLetters'
import { openable } from './postLetter'

/** A tablet has its say in bits; nobody taps more often than this between two of them. */
const MOST_TAPS = 500

export interface PostTaps {
  documents: Documents
  content: Content
  seal: Seal
  newId: NewId
}

/**
 * Puts what a tablet counted in its letterbox, locked: the questions are not paired, nothing tells when somebody tapped. The
 * number that the tablet gave it is counted once, however often it is sent.
 * @param batch random, made by the tablet
 * @returns false when its letters can no longer be opened: what is still on the tablet is then never counted
 * @throws ARGUMENT_INVALID for counts that are none
 */
export async function postTaps(
  { documents, content, seal, newId }: PostTaps,
  evaluationId: string,
  batch: string,
  taps: Taps,
): Promise<boolean> {
  const evaluation = await openable(documents, evaluationId)
  const dialog = evaluation && content.dialog(evaluation.dialog, evaluation.dialogVersion)
  if (!dialog) return false
  const first = dialog.questions[0]?.id ?? ''
  const fits = Object.entries(taps).every(([question, counts]) => {
    const asked = dialog.questions.find(({ id }) => id === question)
    const shape = asked && shapeOf(asked)?.shape
    const isCount = (count: number) => Number.isInteger(count) && count >= 0 && count <= MOST_TAPS
    return shape !== undefined && counts.length === shape.values && counts.every(isCount)
  })
  if (!fits || !/^[\w-]{22}$/.test(batch)) throw new AppError('ARGUMENT_INVALID', 'These are no taps')
  const post: AtomicStep = {
    into: 'letterbox',
    insert: {
      _id: newId(),
      evaluation: evaluation._id,
      letter: seal.sealTo(evaluation.publicKey, taps),
      people: sum(taps[first] ?? []),
    },
  }
  await documents.atomically([
    { into: 'kioskBatches', insert: { _id: batch, evaluation: evaluation._id } },
    post,
  ])
  return true
}
