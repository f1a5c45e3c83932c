import {
  type Announcement,
  type ApiRequest,
  type ApiToken,
  type Delivery,
  HOOK_EVENTS,
  type Hook,
  SCOPES,
  type Told,
} from '../../domain/api'
import type { Rsvp } from '../../domain/campaign'
import { collection, flag, key, listOf, named, number, object, oneOf, optional, text } from './fields'

const rsvp = () => optional(named<Rsvp>({ yes: true, no: true, maybe: true }))

export const apiTokens = collection<ApiToken>(
  {
    organisation: key(),
    name: text(),
    scope: oneOf(SCOPES),
    madeBy: key(),
    madeAt: number(),
    usedAt: optional(number()),
    endedAt: optional(number()),
  },
  [{ on: ['organisation', 'madeAt', '_id'] }],
)

export const apiRequests = collection<ApiRequest>({ organisation: key(), hash: text(), at: number() }, [
  { on: ['at', '_id'] },
])

export const hooks = collection<Hook>(
  {
    organisation: key(),
    url: text(),
    secret: text(),
    events: listOf(oneOf(HOOK_EVENTS)),
    madeAt: number(),
    endedAt: optional(number()),
  },
  [{ on: ['organisation', 'madeAt', '_id'] }],
)

export const deliveries = collection<Delivery>(
  {
    organisation: key(),
    hook: key(),
    event: oneOf(HOOK_EVENTS),
    at: number(),
    told: object<Told>({
      campaign: optional(key()),
      contact: key(),
      rsvp: rsvp(),
      attended: optional(flag()),
    }),
    state: named<Delivery['state']>({ waiting: true, delivered: true, given_up: true }),
    nextAt: number(),
    tries: number(),
  },
  [{ on: ['state', 'nextAt', '_id'] }, { on: ['hook', 'at', '_id'] }],
)

export const announcements = collection<Announcement>({
  organisation: key(),
  rsvp: rsvp(),
  attended: optional(flag()),
  rev: number(),
})
