import { classFor } from '../domain/anonymity/classes'
import type { Evaluation } from '../domain/anonymity/evaluation'
import type { DialogRun } from '../domain/conversation'
import { withOwnQuestions } from '../domain/dialog/ownQuestion'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'
import { evaluationId } from './openEvaluations'
import { type About, sealLetter } from './openLetters'

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
  const evaluation = await openable(deps.documents, _id)
  if (!evaluation) return
  const dialog = withOwnQuestions(deps.content.dialog(run.dialog, run.version), evaluation.ownQuestions)
  if (!dialog) return
  // A skipped question has a box as well, and so has one that was added after this run began: the number of boxes would tell how many were answered.
  const boxes = dialog.questions.map(
    ({ id }) => run.boxes[id] ?? deps.seal.sealTo(evaluation.publicKey, { question: id, value: null }),
  )
  const about = await aboutOf(deps.documents, evaluation, contact)
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
        letter: sealLetter(deps.seal, evaluation.publicKey, about, boxes),
      },
    },
  ])
}

/** An evaluation whose letters can still be opened: until a few days after its close, for who was in the middle of it. */
export async function openable(documents: Documents, _id: string): Promise<Evaluation | null> {
  const key = await documents.collection('evaluationKeys').get(_id)
  return key && documents.collection('evaluations').get(_id)
}

/** Inside the letter, so that nobody sees the class of a letter that waits. */
async function aboutOf(
  documents: Documents,
  { classBy, classes }: Evaluation,
  contact: string,
): Promise<About> {
  const person = await documents.collection('contacts').get(contact)
  const language = person?.language ?? ''
  if (classBy === 'none' || !person) return { language }
  return { language, class: classFor(classes, classBy === 'language' ? language : person.audience) }
}
