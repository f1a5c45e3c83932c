import type { Contact } from '../domain/contact'
import {
  INTAKE_DIALOG,
  type Intake,
  intakeOf,
  type MayAskIntake,
  mayAskIntake,
} from '../domain/dialog/intake'
import { groupBy } from '../domain/groupBy'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { type AskByHand, askByHand } from './askByHand'

const STEP = 'intake'

export interface ReadIntake {
  documents: Documents
  content: Pick<Content, 'dialog'>
  clock: Pick<Clock, 'now'>
}

/** Where somebody's intake is, and whether it may be asked now. */
export interface IntakeReading {
  contact: Contact
  intake: Intake
  may: MayAskIntake
}

export async function readIntakes(
  { documents, content, clock }: ReadIntake,
  contacts: readonly Contact[],
): Promise<IntakeReading[]> {
  const dialog = content.dialog(INTAKE_DIALOG)
  if (!dialog) throw new AppError('CONTENT_INVALID', 'There is no intake')
  const contact = { $in: contacts.map(({ _id }) => _id) }
  const [rows, replies] = await Promise.all([
    documents.collection('outbox').list({ contact, step: STEP, kind: 'start' }),
    documents.collection('namedReplies').list({ contact, dialog: INTAKE_DIALOG }),
  ])
  const contactOf = (one: { contact: string }) => one.contact
  const [rowsOf, repliesOf] = [groupBy(rows, contactOf), groupBy(replies, contactOf)]
  return contacts.map(one => {
    const intake = intakeOf(rowsOf.get(one._id) ?? [], repliesOf.get(one._id) ?? [], dialog)
    return { contact: one, intake, may: mayAskIntake(one, intake, clock.now()) }
  })
}

/**
 * Begins the intake with those who may be asked now. Whoever was asked this week is not asked again, so doing it twice is
 * doing it once.
 * @returns how many were asked
 */
export async function askIntake(deps: AskByHand & ReadIntake, contacts: readonly Contact[]): Promise<number> {
  const asked = (await readIntakes(deps, contacts)).filter(({ may }) => may === 'yes')
  for (const { contact, intake } of asked) {
    const key = `manual:${STEP}:${contact._id}:${intake.rounds}`
    await askByHand(deps, contact, { dialog: INTAKE_DIALOG, step: STEP, key, purpose: 'C2' })
  }
  return asked.length
}
