import type { Enrolment } from '../campaign'
import type { Contact } from '../contact'
import type { NamedReply } from '../conversation'
import { type OutboxRow, REACHED_FAILED } from '../outbox'
import type { Passage } from './messageFunnel'
import { stageOf } from './stage'

export interface PassageSources {
  rows: readonly OutboxRow[]
  enrolments: readonly Pick<Enrolment, 'contact' | 'evaluations'>[]
  contacts: readonly Pick<Contact, '_id' | 'language'>[]
  replies: readonly Pick<NamedReply, 'contact' | 'dialog' | 'answers'>[]
  /** What a step asks, if anything: a dialog with names, or an instrument whose answers have none. */
  asks: (step: string) => { dialog: string; instrument?: string | undefined } | null
}

/** Every message of the event, once per step and person; what the plan took back is not counted. */
export function passagesOf({ rows, enrolments, contacts, replies, asks }: PassageSources): Passage[] {
  const languages = new Map(contacts.map(({ _id, language }) => [_id, language]))
  const marks = new Map(enrolments.map(({ contact, evaluations }) => [contact, evaluations]))
  const said = new Set(
    replies
      .filter(({ answers }) => Object.keys(answers).length > 0)
      .map(({ contact, dialog }) => `${contact}|${dialog}`),
  )
  const last = new Map<string, OutboxRow>()
  for (const row of rows.toSorted((a, b) => a.createdAt - b.createdAt)) {
    const { step, contact } = row
    if (step === undefined || !languages.has(contact) || isTakenBack(row)) continue
    const known = last.get(`${step}|${contact}`)
    // The start of a dialog is the promise of its first message; the message says how far it came.
    if (!known || known.kind === 'start' || row.kind !== 'start') last.set(`${step}|${contact}`, row)
  }
  return [...last.values()].map(row => {
    const { contact, channel } = row
    const step = row.step!
    const asked = asks(step)
    const isAnswered =
      asked?.instrument === undefined
        ? said.has(`${contact}|${asked?.dialog}`)
        : marks.get(contact)?.[asked.instrument] === 'answered'
    return {
      step,
      contact,
      channel,
      language: languages.get(contact)!,
      reached: reachedOf(row),
      ...(asked ? { answered: isAnswered } : {}),
    }
  })
}

const isTakenBack = ({ state, cancelledBy }: OutboxRow) => state === 'cancelled' && cancelledBy === 'plan'

function reachedOf(row: OutboxRow): Passage['reached'] {
  const stage = stageOf(row)
  if (stage === 'read' || stage === 'delivered') return stage
  // Refused at the door has not left; handed over and then not delivered has.
  const hasLeft = stage === 'sent' || (stage === 'not_delivered' && row.reached === REACHED_FAILED)
  return row.kind === 'message' && hasLeft ? 'sent' : 'planned'
}
