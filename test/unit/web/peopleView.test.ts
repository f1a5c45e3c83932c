import type { Person } from '../../../src/domain/report/personOf'
import { isIn, type PeopleView, viewOf, viewPath } from '../../../src/web/pages/campaign/peopleView'

const person = (over: Partial<Person>): Person => ({
  contact: 'amina',
  name: 'Amina',
  audience: 'participant',
  language: 'ar',
  channels: ['whatsapp'],
  standing: 'agreed',
  companions: 0,
  children: 0,
  needs: [],
  steps: {},
  replies: [],
  ...over,
})
const at = (stage: Person['steps'][string]['stage'], answered?: boolean): Person =>
  person({ steps: { invitation: { stage, at: 1, channel: 'sms', ...(answered ? { answered } : {}) } } })

test.each<[string, Record<string, unknown>, PeopleView]>([
  ['nothing', {}, { people: 'all' }],
  ['what we do not know', { people: 'toString', reached: 'read', needs: ['a', 'b'] }, { people: 'all' }],
  ['a language that is none', { speaks: '<b>' }, { people: 'all' }],
  ['a step without a figure', { step: 'invitation', reached: 'constructor' }, { people: 'all' }],
  ['a list and a language', { people: 'silent', speaks: 'fa-AF' }, { people: 'silent', speaks: 'fa-AF' }],
  [
    'a figure of a step',
    { step: 'invitation', reached: 'read' },
    { people: 'all', step: 'invitation', reached: 'read' },
  ],
])('the address says %s', (_, query, view) => {
  expect(viewOf(query)).toEqual({ speaks: undefined, needs: undefined, ...view })
  const kept = Object.fromEntries(new URL(viewPath('http://x/c', viewOf(query))).searchParams)
  expect(viewOf(kept)).toEqual(viewOf(query))
})

test.each<[PeopleView['reached'], string[]]>([
  ['answered', ['answered by sms']],
  ['read', ['answered by sms', 'read']],
  ['delivered', ['answered by sms', 'read', 'delivered']],
  ['sent', ['sent']],
  ['not_delivered', ['not delivered']],
  ['not_sent', ['not sent']],
])('a figure of a step leads to exactly those it counts: %s', (reached, names) => {
  const people: Record<string, Person> = {
    'answered by sms': at('sent', true),
    read: at('read'),
    delivered: at('delivered'),
    sent: at('sent'),
    'not delivered': at('not_delivered'),
    'not sent': at('not_sent'),
    planned: at('planned'),
    'not in this step': person({}),
  }
  const shown = isIn({ people: 'all', step: 'invitation', reached })
  expect(Object.keys(people).filter(name => shown(people[name]!))).toEqual(names)
})

test('a need of somebody who does not come is nobody’s care', () => {
  const shown = isIn({ people: 'all', needs: 'childcare' })
  const rsvps = ['yes', 'maybe', 'no', undefined] as const
  expect(rsvps.map(rsvp => shown(person({ needs: ['childcare'], ...(rsvp ? { rsvp } : {}) })))).toEqual([
    true,
    true,
    false,
    true,
  ])
  expect(shown(person({ rsvp: 'yes', needs: ['travel'] }))).toBe(false)
})

test('what narrows, narrows together', () => {
  const shown = isIn({ people: 'yes', speaks: 'ar' })
  expect(shown(person({ rsvp: 'yes' }))).toBe(true)
  expect(shown(person({ rsvp: 'no' }))).toBe(false)
  expect(shown(person({ rsvp: 'yes', language: 'nl' }))).toBe(false)
})
