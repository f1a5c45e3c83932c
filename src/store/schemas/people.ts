import type { Case } from '../../domain/cases/case'
import { HEARD_BY } from '../../domain/cases/heard'
import { AUDIENCES, type ConsentEntry, type Contact, PURPOSES, UNFIT } from '../../domain/contact'
import { IMPORT_STATES, type ImportCounts, type ListImport } from '../../domain/contacts/listImport'
import type { Merge } from '../../domain/contacts/merge'
import {
  TRAINING_KINDS,
  TRAINING_STATUSES,
  type Training,
  type TrainingState,
} from '../../domain/contacts/training'
import type { WorkNote } from '../../domain/contacts/workNote'
import { type Address, CHANNELS, type ChannelName } from '../../domain/message'
import type { Organisation } from '../../domain/organisation'
import { WORK, WORK_STATUSES } from '../../domain/report/outcome'
import type { Limits } from '../../domain/settings/limits'
import type { Retention } from '../../domain/settings/retention'
import type { Slots } from '../../domain/timeline/sendingHours'
import {
  collection,
  type Field,
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
  setOf,
  text,
} from './fields'

const address = () => object<Address>({ channel: oneOf(CHANNELS), address: text() })

const perChannel = (field: Field) => object<Record<ChannelName, unknown>>({ whatsapp: field, sms: field })

const consent: Fields<ConsentEntry> = {
  key: text(),
  purpose: oneOf(PURPOSES),
  state: named<ConsentEntry['state']>({ asked: true, given: true, withdrawn: true }),
  version: text(),
  language: text(),
  at: number(),
  by: text(),
  how: optional(text()),
  notedBy: optional(key()),
  channel: optional(oneOf(CHANNELS)),
  about: optional(text()),
}

export const organisations = collection<Organisation>({
  name: text(),
  project: text(),
  zone: text(),
  languages: listOf(text()),
  holidays: flag(),
  closed: optional(listOf(text())),
  slots: optional(
    object<Slots>({
      weekday: listOf(number()),
      evening: listOf(number()),
      saturday: optional(listOf(number())),
    }),
  ),
  senders: perChannel(optional(address())),
  prices: optional(perChannel(number())),
  contactPerson: object<Organisation['contactPerson']>({ name: text(), phone: text() }),
  policy: object<Organisation['policy']>({ k: number(), s: number() }),
  twoReaders: optional(flag()),
  retention: optional(object<Retention>({ messages: number(), replies: number(), activity: number() })),
  limits: optional(object<Limits>({ outside: number(), oneSex: number() })),
  rev: optional(number()),
})

export const contacts = collection<Contact>(
  {
    organisation: key(),
    name: text(),
    addresses: listOf(address()),
    addressKeys: setOf(key()),
    language: text(),
    languageChosen: flag(),
    reads: named<Contact['reads']>({ simple: true, standard: true }),
    audience: oneOf(AUDIENCES),
    tags: listOf(text()),
    evening: flag(),
    fit: optional(oneOf(UNFIT)),
    fitWhy: optional(text()),
    supervisor: optional(key()),
    consents: listOf(object(consent)),
    stopped: optional(
      object<NonNullable<Contact['stopped']>>({ at: number(), channel: optional(oneOf(CHANNELS)) }),
    ),
    heardAt: perChannel(optional(number())),
    unreachable: optional(
      perChannel(optional(object<{ at: number; code: string }>({ at: number(), code: text() }))),
    ),
    turn: number(),
    rev: optional(number()),
    addedBy: optional(key()),
    forgotten: optional(flag()),
  },
  [
    { on: ['addressKeys'], unique: true },
    { on: ['organisation', '_id'] },
    { on: ['supervisor', '_id'] },
    { on: ['fit', '_id'] },
  ],
)

export const workNotes = collection<WorkNote>(
  {
    organisation: key(),
    contact: key(),
    day: text(),
    statuses: optional(setOf(oneOf(WORK_STATUSES))),
    studying: optional(flag()),
    internship: optional(flag()),
    atLevel: optional(flag()),
    by: key(),
    at: number(),
  },
  [{ on: ['contact', 'at', '_id'] }, { on: ['organisation', 'at', '_id'] }],
)

const trainingState: Fields<TrainingState> = {
  kind: oneOf(TRAINING_KINDS),
  since: text(),
  status: oneOf(TRAINING_STATUSES),
  day: text(),
  known: optional(flag()),
  mistaken: optional(flag()),
  by: key(),
  at: number(),
}

export const trainings = collection<Training>(
  {
    organisation: key(),
    contact: key(),
    states: listOf(object(trainingState)),
    at: number(),
    rev: number(),
  },
  [{ on: ['contact', '_id'] }, { on: ['organisation', 'at', '_id'] }],
)

export const cases = collection<Case>(
  {
    organisation: key(),
    rev: number(),
    agreed: flag(),
    supervisor: optional(key()),
    heardAt: number(),
    heardBy: optional(oneOf(HEARD_BY)),
    work: oneOf(WORK),
    startedOn: optional(text()),
    cameAt: optional(number()),
  },
  [
    { on: ['organisation', 'heardAt', '_id'] },
    { on: ['organisation', 'work', 'heardAt', '_id'] },
    { on: ['organisation', 'supervisor', 'heardAt', '_id'] },
  ],
)

export const merges = collection<Merge>(
  { organisation: key(), contact: key(), by: key(), at: number(), locked: text() },
  [{ on: ['contact', '_id'] }, { on: ['at', '_id'] }],
)

const counts: Fields<ImportCounts> = {
  ready: number(),
  letters: number(),
  fix: number(),
  change: number(),
  unchanged: number(),
}

export const imports = collection<ListImport>(
  {
    organisation: key(),
    by: key(),
    at: number(),
    until: number(),
    campaign: optional(key()),
    state: oneOf(IMPORT_STATES),
    rev: optional(number()),
    list: optional(text()),
    sheet: number(),
    columns: optional(mapOf(number())),
    consent: optional(object<NonNullable<ListImport['consent']>>({ by: text(), day: text(), how: text() })),
    same: optional(flag()),
    fixes: optional(text()),
    checked: optional(text()),
    counts: optional(object(counts)),
    problem: optional(
      named<NonNullable<ListImport['problem']>>({
        empty: true,
        only_headers: true,
        no_columns: true,
        failed: true,
      }),
    ),
    worker: optional(key()),
    workUntil: number(),
    progress: object<ListImport['progress']>({ done: number(), of: number() }),
    result: optional(
      object<NonNullable<ListImport['result']>>({ added: number(), changed: number(), notTaken: number() }),
    ),
  },
  [{ on: ['state', 'workUntil', '_id'] }, { on: ['organisation', 'at', '_id'] }],
)
