import type { Enrolment, Rsvp } from '../campaign'
import type { Audience, Contact } from '../contact'
import type { NamedReply } from '../conversation'
import type { ChannelName, LanguageTag } from '../message'
import type { OutboxRow } from '../outbox'
import { type Stage, stageOf } from './stage'

export interface PersonStep {
  stage: Stage
  /** When it left; what has not left yet: when it is due. */
  at: number
  channel: ChannelName
  /** Why it did not leave or arrive. */
  reason?: string
  /** They answered its dialog, where answers have a name and count. */
  answered?: boolean
}

export const STANDINGS = ['agreed', 'asked', 'not_asked', 'stopped'] as const
export type Standing = (typeof STANDINGS)[number]

export interface Person {
  contact: string
  name: string
  audience: Audience
  language: LanguageTag
  channels: ChannelName[]
  /** E.164, where one of the addresses is a number. */
  phone?: string
  standing: Standing
  rsvp?: Rsvp
  companions: number
  children: number
  needs: string[]
  attended?: boolean
  steps: Record<string, PersonStep>
  replies: { dialog: string; answers: Record<string, unknown>; complete: boolean }[]
}

/** Which dialog a step opens, where its answers count. */
export type Asks = (step: string) => string | undefined

export function personOf(
  contact: Contact,
  enrolment: Enrolment,
  rows: readonly OutboxRow[],
  replies: readonly NamedReply[],
  asks: Asks = () => undefined,
): Person {
  const { rsvp, companions = 0, children = 0, needs, attended } = enrolment
  const phone = contact.addresses.find(({ address }) => address.startsWith('+'))?.address
  return {
    contact: contact._id,
    name: contact.name,
    audience: enrolment.audience,
    language: contact.language,
    channels: contact.addresses.map(({ channel }) => channel),
    ...(phone ? { phone } : {}),
    standing: standingOf(contact),
    ...(rsvp ? { rsvp } : {}),
    companions,
    children,
    needs: needs.filter(need => need !== 'nothing'),
    ...(attended === undefined ? {} : { attended }),
    steps: withAnswers(stepsOf(rows), replies, asks),
    replies: replies.map(({ dialog, answers, complete }) => ({ dialog, answers, complete })),
  }
}

function withAnswers(steps: Person['steps'], replies: readonly NamedReply[], asks: Asks): Person['steps'] {
  const begun = new Set(
    replies.flatMap(({ dialog, answers }) => (Object.keys(answers).length > 0 ? dialog : [])),
  )
  return Object.fromEntries(
    Object.entries(steps).map(([id, step]) => {
      const dialog = asks(id)
      return [id, dialog !== undefined && begun.has(dialog) ? { ...step, answered: true } : step]
    }),
  )
}

export function stepsOf(rows: readonly OutboxRow[]): Record<string, PersonStep> {
  const steps: Record<string, PersonStep> = {}
  for (const row of rows.toSorted((a, b) => a.createdAt - b.createdAt)) {
    if (!row.step) continue
    const { [row.step]: known } = steps
    // A dialog's start is only the promise of its first message; the message says where it is.
    if (known && row.kind === 'start') continue
    steps[row.step] = {
      stage: stageOf(row),
      at: row.attempts[String(row.attempt)]?.startedAt ?? row.dueAt,
      channel: row.channel,
      ...(row.reason ? { reason: row.reason } : {}),
    }
  }
  return steps
}

export function standingOf(contact: Pick<Contact, 'stopped' | 'consents'>): Standing {
  if (contact.stopped) return 'stopped'
  const last = contact.consents.findLast(({ purpose }) => purpose === 'C1')
  if (last?.state === 'given') return 'agreed'
  if (last?.state === 'withdrawn') return 'stopped'
  return last ? 'asked' : 'not_asked'
}

/** What happened last with this person: the newest message that is no promise any more. */
export function lastStepOf({ steps }: Pick<Person, 'steps'>): ({ step: string } & PersonStep) | undefined {
  return Object.entries(steps)
    .map(([step, where]) => ({ step, ...where }))
    .filter(({ stage }) => stage !== 'planned' && stage !== 'not_sent')
    .toSorted((a, b) => b.at - a.at)[0]
}
