import type { Campaign, Enrolment, Rsvp } from '../campaign'
import type { Contact } from '../contact'
import type { NamedReply, Task } from '../conversation'
import type { ChannelName, LanguageTag } from '../message'
import { type OutboxRow, REACHED_DELIVERED, REACHED_FAILED, REACHED_READ } from '../outbox'
import type { PlannedStep } from '../timeline/definition'

/** Where one message to one person is, in the words of the staff pages. */
export const STAGES = [
  'planned',
  'leaving',
  'in_doubt',
  'sent',
  'delivered',
  'read',
  'not_delivered',
  'not_sent',
] as const
export type Stage = (typeof STAGES)[number]

export interface PersonStep {
  stage: Stage
  at: number
  channel: ChannelName
  /** Why it did not leave or arrive. */
  reason?: string
}

export type Standing = 'agreed' | 'asked' | 'not_asked' | 'stopped'

export interface Person {
  contact: string
  name: string
  language: LanguageTag
  channels: ChannelName[]
  standing: Standing
  rsvp?: Rsvp
  companions: number
  children: number
  needs: string[]
  attended?: boolean
  /** A person of the organisation talks with them. */
  steps: Record<string, PersonStep>
  replies: { dialog: string; answers: Record<string, unknown>; complete: boolean }[]
}

export interface StepOverview extends PlannedStep {
  people: number
  stages: Partial<Record<Stage, number>>
}

export interface CampaignOverview {
  campaign: Campaign
  steps: StepOverview[]
  people: Person[]
  rsvp: Record<Rsvp | 'silent', number>
  guests: { companions: number; children: number }
  needs: Record<string, number>
  tasks: Task[]
}

export interface OverviewSources {
  campaign: Campaign
  planned: readonly PlannedStep[]
  enrolments: readonly Enrolment[]
  contacts: readonly Contact[]
  rows: readonly OutboxRow[]
  replies: readonly NamedReply[]
  tasks: readonly Task[]
}

/** Everything one page says about a campaign; every figure is counted from what is listed. */
export function campaignOverview(sources: OverviewSources): CampaignOverview {
  const { campaign, planned, enrolments, contacts, rows, replies, tasks } = sources
  const byId = new Map(contacts.map(contact => [contact._id, contact]))
  const people = enrolments.flatMap(enrolment => {
    const contact = byId.get(enrolment.contact)
    if (!contact) return []
    const theirs = rows.filter(row => row.contact === contact._id)
    return [
      person(
        contact,
        enrolment,
        theirs,
        replies.filter(reply => reply.contact === contact._id),
      ),
    ]
  })
  const invited = people.filter((_, index) => enrolments[index]?.audience === 'participant')
  return {
    campaign,
    people,
    tasks: [...tasks].sort((a, b) => a.dueAt - b.dueAt),
    steps: planned.map(step => ({ ...step, ...stepFigures(step.id, people) })),
    rsvp: {
      yes: count(invited, ({ rsvp }) => rsvp === 'yes'),
      maybe: count(invited, ({ rsvp }) => rsvp === 'maybe'),
      no: count(invited, ({ rsvp }) => rsvp === 'no'),
      silent: count(invited, ({ rsvp }) => rsvp === undefined),
    },
    guests: {
      companions: people.reduce((total, one) => total + (one.rsvp === 'no' ? 0 : one.companions), 0),
      children: people.reduce((total, one) => total + (one.rsvp === 'no' ? 0 : one.children), 0),
    },
    needs: tally(people.filter(({ rsvp }) => rsvp !== 'no').flatMap(({ needs }) => needs)),
  }
}

function person(contact: Contact, enrolment: Enrolment, rows: OutboxRow[], replies: NamedReply[]): Person {
  const { rsvp, companions = 0, children = 0, needs, attended } = enrolment
  const steps: Record<string, PersonStep> = {}
  for (const row of rows.toSorted((a, b) => a.createdAt - b.createdAt)) {
    if (!row.step) continue
    const { [row.step]: known } = steps
    // A dialog's start is only the promise of its first message; the message says where it is.
    if (known && row.kind === 'start') continue
    steps[row.step] = personStep(row)
  }
  return {
    contact: contact._id,
    name: contact.name,
    language: contact.language,
    channels: contact.addresses.map(({ channel }) => channel),
    standing: standingOf(contact),
    ...(rsvp ? { rsvp } : {}),
    companions,
    children,
    needs: needs.filter(need => need !== 'nothing'),
    ...(attended === undefined ? {} : { attended }),
    steps,
    replies: replies.map(({ dialog, answers, complete }) => ({ dialog, answers, complete })),
  }
}

export function standingOf(contact: Contact): Standing {
  if (contact.stopped) return 'stopped'
  const last = contact.consents.findLast(({ purpose }) => purpose === 'C1')
  if (last?.state === 'given') return 'agreed'
  if (last?.state === 'withdrawn') return 'stopped'
  return last ? 'asked' : 'not_asked'
}

function personStep(row: OutboxRow): PersonStep {
  const startedAt = row.attempts[String(row.attempt)]?.startedAt
  return {
    stage: stageOf(row),
    at: startedAt ?? row.dueAt,
    channel: row.channel,
    ...(row.reason ? { reason: row.reason } : {}),
  }
}

export function stageOf(row: OutboxRow): Stage {
  if (row.reached >= REACHED_READ) return 'read'
  if (row.reached >= REACHED_DELIVERED) return 'delivered'
  switch (row.state) {
    case 'planned':
      return 'planned'
    case 'sending':
    case 'started':
      return 'leaving'
    case 'unknown':
    case 'unresolved':
      return 'in_doubt'
    case 'cancelled':
    case 'expired':
      return 'not_sent'
    case 'failed':
      return 'not_delivered'
    default:
      return row.reached === REACHED_FAILED ? 'not_delivered' : 'sent'
  }
}

function stepFigures(
  step: string,
  people: Person[],
): { people: number; stages: Partial<Record<Stage, number>> } {
  const theirs = people.flatMap(one => (one.steps[step] ? [one.steps[step].stage] : []))
  return { people: theirs.length, stages: tally(theirs) }
}

function tally<T extends string>(words: readonly T[]): Record<T, number> {
  const counts = {} as Record<T, number>
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

const count = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length
