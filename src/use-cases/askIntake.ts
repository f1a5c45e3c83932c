import type { Contact } from '../domain/contact'
import { INTAKE_DIALOG, type Intake, intakeOf, mayAskIntake } from '../domain/dialog/intake'
import { AppError } from '../errors'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { type AskByHand, askByHand } from './askByHand'

const STEP = 'intake'

export interface ReadIntake {
  documents: Documents
  content: Pick<Content, 'dialog'>
}

export async function readIntake({ documents, content }: ReadIntake, contact: string): Promise<Intake> {
  const dialog = content.dialog(INTAKE_DIALOG)
  if (!dialog) throw new AppError('CONTENT_INVALID', 'There is no intake')
  const [rows, replies] = await Promise.all([
    documents.collection('outbox').list({ contact, step: STEP, kind: 'start' }),
    documents.collection('namedReplies').list({ contact, dialog: INTAKE_DIALOG }),
  ])
  return intakeOf(rows, replies, dialog)
}

/**
 * Begins the intake with one person.
 * @param round how often it had been asked when the coordinator saw the page: sent twice, it is asked once
 * @throws ARGUMENT_INVALID when it may not be asked now; the page says why
 */
export async function askIntake(
  deps: AskByHand & ReadIntake,
  contact: Contact,
  round: number,
): Promise<void> {
  const intake = await readIntake(deps, contact._id)
  if (round < intake.rounds) return
  if (mayAskIntake(contact, intake, deps.clock.now()) !== 'yes')
    throw new AppError('ARGUMENT_INVALID', 'The intake cannot be asked now')
  const key = `manual:${STEP}:${contact._id}:${intake.rounds}`
  await askByHand(deps, contact, { dialog: INTAKE_DIALOG, step: STEP, key, purpose: 'C2' })
}
