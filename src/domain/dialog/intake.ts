import { mayWrite } from '../consent/mayWrite'
import type { Contact } from '../contact'
import type { NamedReply } from '../conversation'
import type { OutboxRow } from '../outbox'
import type { Dialog, Question } from './definition'

/** F-01: a coordinator begins it with one person, outside any event. */
export const INTAKE_DIALOG = 'intake'

/** The dialog stays open for so long; after that it may be asked again. */
const RESTS_MS = 7 * 24 * 3_600_000

/** Where somebody's intake is. What they answered is not in it. */
export interface Intake {
  /** How many questions it has. */
  questions: number
  /** How often it was asked. */
  rounds: number
  askedAt?: number
  /** From the newest answer: how many questions, and whether they came to the end. */
  answered?: { at: number; count: number; complete: boolean }
}

/** Without the one that asks whether it may ask. */
export const questionsOf = ({ questions }: Dialog): Question[] => questions.filter(({ endWhen }) => !endWhen)

export function intakeOf(
  rows: readonly Pick<OutboxRow, 'createdAt'>[],
  replies: readonly Pick<NamedReply, 'at' | 'answers' | 'complete'>[],
  dialog: Dialog,
): Intake {
  const asked = questionsOf(dialog).map(({ id }) => id)
  const last = [...replies].sort((a, b) => a.at - b.at).at(-1)
  const given = Object.keys(last?.answers ?? {}).filter(id => asked.includes(id))
  return {
    questions: asked.length,
    rounds: rows.length,
    ...(rows.length > 0 ? { askedAt: Math.max(...rows.map(({ createdAt }) => createdAt)) } : {}),
    ...(last ? { answered: { at: last.at, count: given.length, complete: last.complete } } : {}),
  }
}

/** Whether it was filled in by then and never changes any more: it came to its end, or its time was over. */
export const isSettledAt = ({ at, complete }: Pick<NamedReply, 'at' | 'complete'>, moment: number): boolean =>
  at + (complete ? 0 : RESTS_MS) <= moment

/** Its questions are for participants. */
export type MayAskIntake = 'yes' | 'other_audience' | 'no_address' | 'stopped' | 'no_consent' | 'asked'

export function mayAskIntake(
  contact: Pick<Contact, 'audience' | 'consents' | 'stopped' | 'addresses'>,
  { askedAt }: Intake,
  now: number,
): MayAskIntake {
  if (contact.audience !== 'participant') return 'other_audience'
  if (contact.addresses.length === 0) return 'no_address'
  const writing = { purpose: 'C2', rank: 5, dialog: INTAKE_DIALOG, inConversation: false } as const
  const may = mayWrite(contact, writing)
  if (may !== 'yes') return may === 'stopped' ? 'stopped' : 'no_consent'
  return askedAt !== undefined && now - askedAt < RESTS_MS ? 'asked' : 'yes'
}
