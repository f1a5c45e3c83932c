import type { Campaign, Rsvp } from '../domain/campaign'
import type { Contact } from '../domain/contact'
import type { Task, TaskKind } from '../domain/conversation'
import type { Line } from '../domain/inbox/lines'
import { CHANNELS, type LanguageTag } from '../domain/message'
import { senderOf } from '../domain/organisation'
import { daysFrom, type Leaving, leavingOf } from '../domain/report/leaving'
import { lastStepOf, type PersonStep, stepsOf } from '../domain/report/personOf'
import { type Trouble, troubleOf } from '../domain/report/trouble'
import { anchorMoment } from '../domain/timeline/dueAt'
import type { Documents, Filter } from '../ports/documents'
import { type ReadLines, readLines } from './readLines'
import { numberOf, readWaiting } from './readWaiting'

/** Somebody waits for a person, with what one must know before calling them. */
export interface WaitingPerson {
  task: Task
  name: string
  language: LanguageTag
  phone?: string
  event?: string
  rsvp?: Rsvp
  children: number
  last?: { step: string } & PersonStep
  /** What they wrote last, when they ask for a person. */
  said?: Extract<Line, { is: 'theirs' | 'private' }>
}

export interface ComingEvent {
  campaign: Campaign
  people: Record<Rsvp | 'silent', number>
}

/** A deed with one person; letters are a pile. */
export type PersonalTask = Exclude<TaskKind, 'letter'>

export interface TodayReading {
  now: number
  /** The beginning of tomorrow, in the organisation's zone. */
  tomorrow: number
  people: number
  waiting: Record<PersonalTask, WaitingPerson[]>
  /** How many wait in all, by kind; `waiting` may list fewer. */
  counts: Record<PersonalTask, number>
  letters: Task[]
  calledToday: number
  leaving: Leaving[]
  names: Record<string, string>
  coming: ComingEvent[]
  trouble: Trouble[]
  /** Nothing was ever started. */
  isNew: boolean
  /** Then: what somebody has begun to plan. */
  draft?: Campaign
}

const KINDS: readonly PersonalTask[] = ['handover', 'call', 'talk', 'look']
/** Shown at once; the others are one tap further. */
const ROWS = 5
const ALL = 200
/** As many as one form may send. */
const PILE = 500
const EVENTS = 6
const MONTH_MS = 30 * 24 * 3_600_000
const LEFT_OR_WILL = [
  'planned',
  'sending',
  'unknown',
  'unresolved',
  'accepted',
  'delivered',
  'failed',
] as const

/**
 * What one must know now: who waits for a person, what leaves by itself, who is silent, what is wrong.
 * @param all the kind of which every row is wanted
 */
export async function readToday(
  deps: ReadLines,
  organisation: string,
  all?: PersonalTask,
): Promise<TodayReading> {
  const { documents, clock } = deps
  const now = clock.now()
  const own = await documents.collection('organisations').get(organisation)
  const { today, tomorrow, afterTomorrow } = daysFrom(now, own?.zone ?? 'Europe/Brussels')
  const [tasks, running, senders, contents, calledToday, started] = await Promise.all([
    readWaiting(documents, organisation, now),
    documents.collection('campaigns').list({ organisation, state: { $in: ['running', 'paused'] } }),
    documents
      .collection('senders')
      .list({ _id: { $in: CHANNELS.map(channel => senderOf(organisation, channel)) } }),
    documents.collection('contents').list({ approval: { $in: ['rejected', 'paused', 'disabled'] } }),
    documents.collection('tasks').count({
      organisation,
      state: 'done',
      dueAt: { $gte: now - MONTH_MS },
      doneAt: { $gte: today },
      kind: 'call',
    }),
    documents.collection('campaigns').first({ organisation, state: { $ne: 'draft' } }),
  ])
  const window: Filter = { rank: 5, nextAt: { $gte: today, $lt: afterTomorrow } }
  const rows = []
  // The claim's own index: sender, state, rank, moment.
  for (const channel of CHANNELS)
    for (const state of LEFT_OR_WILL)
      for await (const row of documents
        .collection('outbox')
        .each({ sender: senderOf(organisation, channel), state, ...window }))
        rows.push(row)
  const named = new Map(running.map(campaign => [campaign._id, campaign]))
  const waiting = {} as TodayReading['waiting']
  const counts = {} as TodayReading['counts']
  for (const kind of KINDS) {
    const ofKind = tasks.filter(task => task.kind === kind)
    counts[kind] = ofKind.length
    const shown = ofKind.slice(0, kind === all ? ALL : ROWS)
    waiting[kind] = await Promise.all(shown.map(task => personBehind(deps, task, named)))
  }
  const ahead = running
    .filter(({ event }) => anchorMoment(event, 'end') >= now)
    .sort((a, b) => anchorMoment(a.event, 'start') - anchorMoment(b.event, 'start'))
    .slice(0, EVENTS)
  return {
    now,
    tomorrow,
    people: numberOf(tasks),
    waiting,
    counts,
    letters: tasks.filter(({ kind }) => kind === 'letter').slice(0, PILE),
    calledToday,
    leaving: leavingOf(rows.filter(({ state }) => state !== 'failed')),
    names: Object.fromEntries(running.map(({ _id, event }) => [_id, event.name])),
    coming: await Promise.all(
      ahead.map(async campaign => ({ campaign, people: await answersOf(documents, campaign._id) })),
    ),
    trouble: troubleOf(senders, contents, rows, now),
    isNew: !started,
    ...(started ? {} : await draftOf(documents, organisation)),
  }
}

async function draftOf(documents: Documents, organisation: string): Promise<{ draft?: Campaign }> {
  const draft = await documents
    .collection('campaigns')
    .first({ organisation, state: 'draft', removedAt: { $exists: false } }, { sort: [['createdAt', -1]] })
  return draft ? { draft } : {}
}

async function personBehind(
  deps: ReadLines,
  task: Task,
  campaigns: ReadonlyMap<string, Campaign>,
): Promise<WaitingPerson> {
  const { documents } = deps
  const [contact, enrolment, rows, lines] = await Promise.all([
    documents.collection('contacts').get(task.contact),
    task.campaign ? documents.collection('enrolments').get(`${task.campaign}:${task.contact}`) : null,
    task.campaign
      ? documents.collection('outbox').list({ contact: task.contact, campaign: task.campaign })
      : [],
    task.kind === 'handover' ? readLines(deps, task.contact) : [],
  ])
  const said = lines.findLast(line => line.is === 'theirs' || line.is === 'private')
  const phone = phoneOf(contact)
  const event = task.campaign ? campaigns.get(task.campaign)?.event.name : undefined
  const last = lastStepOf({ steps: stepsOf(rows) })
  return {
    task,
    name: contact?.name ?? '',
    language: contact?.language ?? 'nl',
    ...(phone ? { phone } : {}),
    ...(event ? { event } : {}),
    ...(enrolment?.rsvp ? { rsvp: enrolment.rsvp } : {}),
    children: enrolment?.children ?? 0,
    ...(last ? { last } : {}),
    ...(said ? { said: said as WaitingPerson['said'] & object } : {}),
  }
}

const phoneOf = (contact: Pick<Contact, 'addresses'> | null): string | undefined =>
  contact?.addresses.find(({ address }) => address.startsWith('+'))?.address

async function answersOf(documents: Documents, campaign: string): Promise<ComingEvent['people']> {
  const enrolments = documents.collection('enrolments')
  const invited: Filter = { campaign, audience: 'participant' }
  const [counts, all] = await Promise.all([enrolments.countBy('rsvp', invited), enrolments.count(invited)])
  const of = (rsvp: Rsvp) => counts.get(rsvp) ?? 0
  return {
    yes: of('yes'),
    maybe: of('maybe'),
    no: of('no'),
    silent: all - of('yes') - of('maybe') - of('no'),
  }
}
