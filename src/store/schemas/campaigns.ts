import {
  type Campaign,
  type Enrolment,
  EVENT_TEXTS,
  type EvaluationMark,
  type Event,
  type EventText,
  type StepChange,
} from '../../domain/campaign'
import { PICKED, type Picked } from '../../domain/campaigns/picks'
import { AUDIENCES } from '../../domain/contact'
import {
  collection,
  type Fields,
  flag,
  key,
  listOf,
  mapOf,
  named,
  number,
  object,
  oneOf,
  optional,
  text,
} from './fields'

const eventTexts = Object.fromEntries(EVENT_TEXTS.map(name => [name, optional(text())])) as Fields<
  Record<EventText, string>
>

const event: Fields<Event> = {
  name: text(),
  start: text(),
  end: text(),
  zone: text(),
  place: text(),
  address: text(),
  transport: text(),
  parking: text(),
  goal: text(),
  benefit: text(),
  who: text(),
  childcare: text(),
  bring: text(),
  welcome: text(),
  contactName: text(),
  contactPhone: text(),
  inLanguage: mapOf(object(eventTexts)),
}

const pick = optional(object<Picked>({ of: listOf(text()), own: text() }))
const picks = Object.fromEntries(PICKED.map(field => [field, pick])) as Fields<Record<string, Picked>>

export const campaigns = collection<Campaign>(
  {
    organisation: key(),
    state: named<Campaign['state']>({
      draft: true,
      running: true,
      paused: true,
      cancelled: true,
      done: true,
    }),
    version: number(),
    plannedVersion: number(),
    timeline: object<Campaign['timeline']>({ id: text(), version: number() }),
    event: object(event),
    picks: optional(object(picks)),
    steps: optional(
      mapOf(
        object<StepChange>({ days: optional(number()), hour: optional(number()), off: optional(flag()) }),
      ),
    ),
    series: key(),
    breakdown: optional(named<NonNullable<Campaign['breakdown']>>({ language: true, audience: true })),
    runningSince: optional(number()),
    change: optional(
      object<NonNullable<Campaign['change']>>({
        what: named<NonNullable<Campaign['change']>['what']>({ moved: true, cancelled: true }),
        version: number(),
        at: number(),
      }),
    ),
    createdAt: number(),
    savedBy: optional(key()),
    savedFrom: optional(text()),
    removedAt: optional(number()),
  },
  [{ on: ['organisation', 'state', '_id'] }, { on: ['state', '_id'] }],
)

export const enrolments = collection<Enrolment>(
  {
    organisation: key(),
    campaign: key(),
    contact: key(),
    audience: oneOf(AUDIENCES),
    joinedAt: number(),
    rsvp: optional(named<NonNullable<Enrolment['rsvp']>>({ yes: true, no: true, maybe: true })),
    rsvpAt: optional(number()),
    rsvpBy: optional(key()),
    companions: optional(number()),
    children: optional(number()),
    needs: listOf(text()),
    attended: optional(flag()),
    marked: optional(
      object<NonNullable<Enrolment['marked']>>({
        at: number(),
        by: text(),
        companions: number(),
        children: number(),
      }),
    ),
    taps: optional(listOf(text())),
    walkIn: optional(flag()),
    evaluations: mapOf(
      named<EvaluationMark>({ invited: true, started: true, answered: true, declined: true }),
    ),
    turn: number(),
  },
  [{ on: ['campaign', '_id'] }, { on: ['contact', '_id'] }],
)
