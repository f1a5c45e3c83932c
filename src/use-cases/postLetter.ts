import type { DialogRun } from '../domain/conversation'
import { withOwnQuestions } from '../domain/dialog/ownQuestion'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'
import { evaluationId } from './openEvaluations'

export interface PostLetter {
  documents: Documents
  content: Content
  seal: Seal
  newId: NewId
}

/**
 * Puts a finished anonymous reply in its letterbox and the mark "answered" on the enrolment, together or not at all. A
 * second time finds the mark and does nothing, so nothing has to be remembered that could link the two.
 */
export async function postLetter(
  deps: PostLetter,
  run: DialogRun,
  instrument: string,
  contact: string,
): Promise<void> {
  if (!run.campaign) return
  const _id = evaluationId(run.campaign, instrument)
  const evaluation = await deps.documents.collection('evaluations').get(_id)
  if (evaluation?.state !== 'open') return
  const dialog = withOwnQuestions(deps.content.dialog(run.dialog, run.version), evaluation.ownQuestions)
  if (!dialog) return
  // A skipped question has a box as well, and so has one that was added after this run began: the number of boxes would tell how many were answered.
  const boxes = dialog.questions.map(
    ({ id }) => run.boxes[id] ?? deps.seal.sealTo(evaluation.publicKey, { question: id, value: null }),
  )
  const mark = `evaluations.${instrument}`
  await deps.documents.atomically([
    {
      in: 'enrolments',
      update: {
        _id: `${run.campaign}:${contact}`,
        $and: [{ [mark]: { $ne: 'answered' } }, { [mark]: { $ne: 'declined' } }],
      },
      patch: { set: { [mark]: 'answered' } },
    },
    {
      into: 'letterbox',
      insert: {
        _id: deps.newId(),
        evaluation: _id,
        letter: deps.seal.sealTo(evaluation.publicKey, { boxes }),
      },
    },
  ])
}
