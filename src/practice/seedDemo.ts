import { DateTime } from 'luxon'
import { USUAL_POLICY } from '../domain/anonymity/printAtom'
import type { Campaign, Event, EventText } from '../domain/campaign'
import { addressKey, type ConsentEntry } from '../domain/contact'
import type { Organisation } from '../domain/organisation'
import { ROLES } from '../domain/staff'
import { quietHours } from '../domain/timeline/quietHours'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { DEMO_PEOPLE, DEMO_SENDERS, DEMO_STAFF, type DemoPerson, demoNumber, demoStaffId } from './people'

const ORGANISATION = 'demo'
const CAMPAIGN = 'jobcafe'
const WEEKS_AHEAD = 5

/** An organisation, an event five weeks ahead and twelve people. Done once; a restart finds it all there. */
export async function seedDemo(deps: {
  documents: Documents
  content: Content
  clock: Clock
  zone: string
  holidays: boolean
  people?: readonly DemoPerson[]
}): Promise<void> {
  const { documents, clock, people = DEMO_PEOPLE } = deps
  const now = clock.now()
  // Before all else: a demo from before there was staff gets them too.
  await seedStaff(documents)
  const organisations = documents.collection('organisations')
  if (await organisations.get(ORGANISATION)) return
  await documents.collection('campaigns').insert(campaign(deps, now))
  for (const [index, person] of people.entries()) {
    const addresses = person.channels.map(channel => ({ channel, address: demoNumber(index) }))
    const _id = `demo-${index + 1}`
    await documents.collection('contacts').insert({
      _id,
      organisation: ORGANISATION,
      name: person.name,
      addresses,
      addressKeys: addresses.map(address => addressKey(ORGANISATION, address)),
      language: person.language,
      languageChosen: true,
      reads: 'simple',
      audience: person.audience,
      tags: [],
      evening: person.evening ?? false,
      ...(person.guided ? { supervisor: demoStaffId('coordinator') } : {}),
      consents: consentsOf(person, now),
      ...(person.standing === 'stopped' ? { stopped: { at: now } } : {}),
      heardAt: {},
      turn: 0,
    })
    await documents.collection('enrolments').insert({
      _id: `${CAMPAIGN}:${_id}`,
      organisation: ORGANISATION,
      campaign: CAMPAIGN,
      contact: _id,
      audience: person.audience,
      joinedAt: now,
      needs: [],
      evaluations: {},
      turn: 0,
    })
  }
  // Last: a start that was broken off is done again, and finds what it has done.
  await organisations.insert(organisation(deps))
}

async function seedStaff(documents: Documents): Promise<void> {
  for (const role of ROLES)
    await documents.collection('staff').insert({
      _id: demoStaffId(role),
      organisation: ORGANISATION,
      name: DEMO_STAFF[role],
      email: `${role}@demo.invalid`,
      role,
      passwordVersion: 0,
    })
}

const said = (content: Content, key: string, language: string): string =>
  content.texts.say(`demo:${key}`, language)

function organisation({
  content,
  zone,
  holidays,
}: {
  content: Content
  zone: string
  holidays: boolean
}): Organisation {
  return {
    _id: ORGANISATION,
    name: said(content, 'organisation', 'nl'),
    project: said(content, 'project', 'nl'),
    zone,
    languages: [...content.texts.languages],
    holidays,
    senders: {
      whatsapp: { channel: 'whatsapp', address: DEMO_SENDERS.whatsapp },
      sms: { channel: 'sms', address: DEMO_SENDERS.sms },
    },
    contactPerson: { name: said(content, 'contact', 'nl'), phone: said(content, 'phone', 'nl') },
    policy: USUAL_POLICY,
  }
}

const IN_LANGUAGE: readonly EventText[] = [
  'name',
  'place',
  'transport',
  'parking',
  'goal',
  'benefit',
  'who',
  'childcare',
  'bring',
]

function campaign({ content, zone }: { content: Content; zone: string }, now: number): Campaign {
  const fact = (key: string, language = 'nl') => said(content, `event.${key}`, language)
  const day = eventDay(now, zone)
  const event: Event = {
    name: fact('name'),
    start: `${day}T14:00`,
    end: `${day}T17:00`,
    zone,
    place: fact('place'),
    address: fact('address'),
    transport: fact('transport'),
    parking: fact('parking'),
    goal: fact('goal'),
    benefit: fact('benefit'),
    who: fact('who'),
    childcare: fact('childcare'),
    bring: fact('bring'),
    welcome: fact('welcome'),
    contactName: said(content, 'contact', 'nl'),
    contactPhone: said(content, 'phone', 'nl'),
    inLanguage: Object.fromEntries(
      content.texts.languages
        .filter(language => language !== 'nl')
        .map(language => [language, Object.fromEntries(IN_LANGUAGE.map(key => [key, fact(key, language)]))]),
    ),
  }
  const { id, version } = content.timeline('networking-event') ?? { id: 'networking-event', version: 1 }
  return {
    _id: CAMPAIGN,
    organisation: ORGANISATION,
    state: 'running',
    version: 1,
    plannedVersion: 0,
    timeline: { id, version },
    event,
    series: CAMPAIGN,
    createdAt: now,
  }
}

/** Five weeks ahead, on a day on which people work. */
function eventDay(now: number, zone: string): string {
  const hours = { zone, holidays: true, evening: false }
  let day = DateTime.fromMillis(now, { zone })
    .set({ hour: 14, minute: 0, second: 0, millisecond: 0 })
    .plus({ weeks: WEEKS_AHEAD })
  while (day.weekday > 5 || quietHours(day.toMillis(), hours) !== day.toMillis()) day = day.plus({ days: 1 })
  return day.toISODate()!
}

function consentsOf({ standing, language }: DemoPerson, at: number): ConsentEntry[] {
  const entry = (state: ConsentEntry['state']): ConsentEntry => ({
    key: `demo:${state}`,
    purpose: 'C1',
    state,
    version: '1',
    language,
    at,
    by: 'paper',
  })
  if (standing === 'not_asked') return []
  return standing === 'agreed' ? [entry('given')] : [entry('given'), entry('withdrawn')]
}
