import type { Campaign, Enrolment } from '../campaign'
import type { Contact, Purpose } from '../contact'
import type { TaskKind } from '../conversation'
import type { ChannelName, Say } from '../message'
import { adapted } from './adapted'
import type { PlannedStep, Step, Timeline } from './definition'
import { anchorMoment } from './dueAt'
import { callId, type Moment, momentsOf } from './moments'
import { atOnce, type PlanOptions, planSteps } from './planSteps'
import { type DialogById, reaches } from './reaches'
import type { SendingHours } from './sendingHours'

/** One contact of a campaign, with what has happened so far. */
export interface Person {
  enrolment: Enrolment
  contact: Contact
  /** Steps that have left, by id, and when. */
  left: Readonly<Record<string, number>>
  /** When the first step left, also one of which we do not know whether it did: from then on they may have heard. */
  heardAt?: number
  /** Dialogs of this campaign that they answered, at least in part. */
  answered: readonly string[]
}

interface Common {
  /** `campaign:step:contact`: planned twice is planned once. */
  key: string
  step: string
  contact: string
  dueAt: number
  notAfter: number
}
export interface WantedRow extends Common {
  kind: 'message' | 'start'
  channel: ChannelName
  purpose: Purpose
  resendPolicy: Step['ifUnknown']
  fallbackAfterMs?: number
  say?: Say
  start?: { dialog: string; opening: Say }
}
export interface WantedTask extends Common {
  kind: 'task'
  task: TaskKind
  audience: Enrolment['audience']
  /** `by_plan`, `silent`, or why nobody could be written to. */
  reason: string
}
export type Wanted = WantedRow | WantedTask

export interface Circumstances {
  now: number
  sending: SendingHours
  dialog: DialogById
}

export const planKey = (campaign: string, step: string, contact: string) => `${campaign}:${step}:${contact}`
const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const HOUR = 60 * MINUTE

/**
 * All that should be in the outbox and on the task list of a campaign, as things stand: who gets what, and when.
 * Steps that have left stay in it with the moment they left; `replan` does not touch them.
 */
export function plan(
  campaign: Campaign,
  written: Timeline,
  people: readonly Person[],
  circumstances: Circumstances,
): Wanted[] {
  const timeline = adapted(written, campaign.steps)
  const stepsFor = oncePerKind(options => planSteps(timeline, campaign.event, options))
  return people.flatMap(person => planPerson(campaign, timeline, person, circumstances, stepsFor))
}

type StepsFor = (options: PlanOptions) => PlannedStep[]

/** People who came in together and got the same share one calculation: a thousand of them are a few kinds. */
function oncePerKind(stepsFor: StepsFor): StepsFor {
  const known = new Map<string, PlannedStep[]>()
  return options => {
    const kind = JSON.stringify(options)
    const steps = known.get(kind) ?? stepsFor(options)
    known.set(kind, steps)
    return steps
  }
}

function planPerson(
  campaign: Campaign,
  timeline: Timeline,
  person: Person,
  circumstances: Circumstances,
  stepsFor: StepsFor,
): Wanted[] {
  const { state } = campaign
  const { stopped } = person.contact
  if ((state !== 'running' && state !== 'cancelled') || (stopped && !stopped.channel)) return []
  const news = planNews(campaign, timeline, person, circumstances)
  if (state === 'cancelled') return news
  const { enrolment, contact, left, answered } = person
  const { sending, now, dialog } = circumstances
  const joinedAt = Math.max(enrolment.joinedAt, campaign.runningSince ?? 0, campaign.change?.at ?? 0)
  // Only the day on which a step left matters, and no zone's midnight lies between two quarters.
  const quarters = Object.fromEntries(Object.entries(left).map(([id, at]) => [id, at - (at % QUARTER)]))
  const options = { ...sending, evening: contact.evening, joinedAt, left: quarters, now }
  const moments = new Map(momentsOf(timeline).map(moment => [moment.id, moment]))
  const standing = { enrolment, answered }
  const planned = stepsFor(options)
    .filter(step => !step.skipped)
    .map(step => ({ step, moment: moments.get(step.id)! }))
    .filter(({ moment }) => {
      // A message is looked at once more before it leaves; a task lies on somebody's desk.
      const asked = moment.does === 'task' ? 'now' : 'may_yet'
      return left[moment.id] !== undefined || reaches(moment, timeline, standing, dialog, asked)
    })
  return [
    ...inTurn(planned).flatMap(({ step, moment }) => wanted(campaign, timeline, moment, step, person)),
    ...news,
  ]
}

/** Messages of the same moment leave one after the other, in the order of the timeline. */
function inTurn(planned: { step: PlannedStep; moment: Moment }[]) {
  const taken = new Set<number>()
  return planned.map(each => {
    if (each.moment.does === 'task') return each
    let { dueAt } = each.step
    while (taken.has(dueAt) && dueAt + MINUTE <= each.step.notAfter) dueAt += MINUTE
    taken.add(dueAt)
    return { ...each, step: { ...each.step, dueAt } }
  })
}

function wanted(
  campaign: Campaign,
  timeline: Timeline,
  moment: Moment,
  { dueAt, notAfter }: { dueAt: number; notAfter: number },
  { contact, enrolment }: Person,
  step = moment.id,
): Wanted[] {
  const common = { key: planKey(campaign._id, step, contact._id), contact: contact._id, dueAt, notAfter }
  if (moment.does === 'task') {
    const reason = moment.to === 'silent' ? 'silent' : 'by_plan'
    const task = moment.task ?? 'call'
    return [{ ...common, step: moment.id, kind: 'task', task, audience: enrolment.audience, reason }]
  }
  const channel = channelFor(moment, contact)
  if (!channel) return []
  const fallsBack = channel === 'whatsapp' && contact.addresses.some(address => address.channel === 'sms')
  const text: Say = { text: `timelines/${timeline.id}:${moment.id}` }
  return [
    {
      ...common,
      step: moment.id,
      channel,
      purpose: moment.purpose,
      resendPolicy: moment.ifUnknown,
      ...(fallsBack ? { fallbackAfterMs: moment.fallbackAfterHours * HOUR } : {}),
      ...(moment.does === 'dialog' && moment.dialog !== undefined
        ? { kind: 'start', start: { dialog: moment.dialog, opening: text } }
        : { kind: 'message', say: text }),
    },
  ]
}

/** The step's own channel, else the first that works; a repeat prefers another one than the first time (G7). */
function channelFor(moment: Moment, contact: Contact): ChannelName | undefined {
  const reachable = contact.addresses.filter(({ channel }) => !contact.unreachable?.[channel])
  const channels = (reachable.length > 0 ? reachable : contact.addresses).map(({ channel }) => channel)
  const first = moment.channel && channels.includes(moment.channel) ? moment.channel : channels[0]
  if (moment.follows?.as !== 'repeat') return first
  return channels.find(channel => channel !== first) ?? first
}

/**
 * G5: everyone who got an earlier step hears of the last change, once; each change has a key of its own. Where there
 * is no allowed moment left before the event, a person phones.
 */
function planNews(
  campaign: Campaign,
  timeline: Timeline,
  person: Person,
  circumstances: Circumstances,
): Wanted[] {
  const { change, event } = campaign
  if (!change) return []
  const { enrolment, contact, heardAt } = person
  const news = timeline.steps.filter(step => step.when === change.what)
  const step = news.find(({ audience }) => audience === enrolment.audience) ?? news[0]
  const start = anchorMoment(event, 'start')
  if (
    !step ||
    heardAt === undefined ||
    heardAt >= change.at ||
    start <= change.at ||
    start <= circumstances.now
  )
    return []
  const keyed = `${step.id}.${change.version}`
  const hours = { ...circumstances.sending, zone: event.zone, evening: contact.evening }
  const dueAt = atOnce(change.at, start, hours)
  const notAfter = start - 1
  if (dueAt !== null) return wanted(campaign, timeline, step, { dueAt, notAfter }, person, keyed)
  return [
    {
      key: planKey(campaign._id, callId(keyed), contact._id),
      step: callId(step.id),
      contact: contact._id,
      kind: 'task',
      task: 'call',
      audience: enrolment.audience,
      reason: step.id,
      dueAt: change.at,
      notAfter,
    },
  ]
}
