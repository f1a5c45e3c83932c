import { resolve } from 'node:path'
import { loadContent } from '../../src/content/loadContent'
import { USUAL_POLICY } from '../../src/domain/anonymity/printAtom'
import type { Campaign, Enrolment, Event } from '../../src/domain/campaign'
import type { Contact } from '../../src/domain/contact'
import type { Organisation } from '../../src/domain/organisation'
import { momentOf, wallAt, wallClock } from '../../src/domain/timeline/wallClock'

const folder = resolve(__dirname, '../..')
export const BRUSSELS = 'Europe/Brussels'

/** The real content: what an organiser reads is what is tested. */
export const { content: timelineContent } = loadContent(folder)
export const dialogById = (id: string) => timelineContent.dialog(id)
export const networkingEvent = timelineContent.timeline('networking-event')!

/** `2021-10-14T14:00` on the wall clock there, as a moment. */
export const at = (iso: string, zone = BRUSSELS) => momentOf(wallClock(iso), zone)
/** A moment on the wall clock there: `Thu 14 Oct 2021 14:00`. */
export const shown = (moment: number, zone = BRUSSELS) =>
  wallAt(moment, zone).toFormat('ccc d LLL yyyy HH:mm', { locale: 'en' })

export const anEvent = (over: Partial<Event> = {}): Event => ({
  name: 'Job café',
  start: '2021-10-14T14:00',
  end: '2021-10-14T17:00',
  zone: BRUSSELS,
  place: 'House',
  address: 'Street 1',
  transport: 'Bus 5',
  parking: 'Square',
  goal: 'Meet',
  benefit: 'Work',
  who: 'Employers',
  childcare: 'Yes',
  bring: 'Nothing',
  welcome: 'Els',
  contactName: 'Els',
  contactPhone: '+32470000000',
  inLanguage: {},
  ...over,
})

export const aCampaign = (over: Partial<Campaign> = {}): Campaign => ({
  _id: 'cafe',
  organisation: 'org',
  state: 'running',
  version: 1,
  plannedVersion: 0,
  timeline: { id: 'networking-event', version: 1 },
  event: anEvent(),
  series: 'cafe',
  createdAt: at('2021-08-01T09:00'),
  ...over,
})

export const aContact = (over: Partial<Contact> = {}): Contact => ({
  _id: 'ann',
  organisation: 'org',
  name: 'Ann',
  addresses: [
    { channel: 'whatsapp', address: '+32470000001' },
    { channel: 'sms', address: '+32470000001' },
  ],
  addressKeys: [`org|whatsapp|${over._id ?? 'ann'}`],
  language: 'nl',
  languageChosen: true,
  reads: 'simple',
  audience: 'participant',
  tags: [],
  evening: false,
  consents: [],
  heardAt: {},
  turn: 0,
  ...over,
})

export const anEnrolment = (over: Partial<Enrolment> = {}): Enrolment => ({
  _id: `cafe:${over.contact ?? 'ann'}`,
  organisation: 'org',
  campaign: 'cafe',
  contact: 'ann',
  audience: 'participant',
  joinedAt: at('2021-08-02T09:00'),
  needs: [],
  evaluations: {},
  turn: 0,
  ...over,
})

export const anOrganisation = (over: Partial<Organisation> = {}): Organisation => ({
  _id: 'org',
  name: 'House of the neighbourhood',
  project: 'our networking events',
  zone: BRUSSELS,
  languages: ['nl', 'en', 'fr', 'ar'],
  holidays: false,
  senders: { whatsapp: undefined, sms: undefined },
  contactPerson: { name: 'Els', phone: '+32470000000' },
  policy: USUAL_POLICY,
  ...over,
})
