import type { Enrolment } from '../../../../src/domain/campaign'
import type { ConsentEntry } from '../../../../src/domain/contact'
import { type Busy, mergedContact, mergedEnrolment, whyNotGone } from '../../../../src/domain/contacts/merged'
import type { DialogRun } from '../../../../src/domain/conversation'
import { aStoredContact } from '../../../support/storedExamples'

const line = (key: string, at: number, state: ConsentEntry['state']): ConsentEntry => ({
  key,
  purpose: 'C1',
  state,
  version: '1',
  language: 'nl',
  at,
  by: 'chat',
})
const kept = aStoredContact({
  _id: 'k',
  name: 'Amina',
  language: 'ar',
  tags: ['a'],
  addresses: [{ channel: 'sms', address: '+32470000001' }],
  consents: [line('1', 1, 'given'), line('4', 4, 'given')],
  heardAt: { sms: 9 },
})
const gone = aStoredContact({
  _id: 'g',
  name: 'A. Bekri',
  language: 'nl',
  tags: ['a', 'b'],
  addresses: [{ channel: 'whatsapp', address: '+32470000002' }],
  consents: [line('3', 3, 'withdrawn')],
  stopped: { at: 3 },
  heardAt: { sms: 2, whatsapp: 3 },
  unreachable: { whatsapp: { at: 1, code: 'x' } },
})
const ALL = { name: 'kept', language: 'kept', audience: 'kept', number: 'kept' } as const

test('one of two: both numbers, both tags, the register in order of time, and a STOP of either', () => {
  expect(mergedContact(kept, gone, ALL)).toEqual({
    name: 'Amina',
    language: 'ar',
    languageChosen: false,
    audience: 'participant',
    tags: ['a', 'b'],
    addresses: [...kept.addresses, ...gone.addresses],
    consents: [line('1', 1, 'given'), line('3', 3, 'withdrawn'), line('4', 4, 'given')],
    stopped: { at: 3 },
    heardAt: { sms: 9, whatsapp: 3 },
  })
})

test('whoever of the two is outside the target group, one person is, and for one reason', () => {
  const outside = { fit: 'outside', fitWhy: 'EU' } as const
  const accepted = { fit: 'deviation_accepted', fitWhy: 'B' } as const
  expect(mergedContact(kept, { ...gone, ...outside }, ALL)).toMatchObject(outside)
  expect(mergedContact({ ...kept, ...accepted }, { ...gone, ...outside }, ALL)).toMatchObject(accepted)
})

test('a supervisor of either stays, that of the kept one first', () => {
  const of = (a: string | undefined, b: string | undefined) =>
    mergedContact({ ...kept, ...(a && { supervisor: a }) }, { ...gone, ...(b && { supervisor: b }) }, ALL)
      .supervisor
  expect([of('els', 'karim'), of(undefined, 'karim'), of('els', undefined)]).toEqual(['els', 'karim', 'els'])
})

test('what is chosen of the other comes from the other, with what is known of that number', () => {
  const chosen = { ...ALL, name: 'gone', number: 'gone' } as const
  expect(mergedContact(kept, gone, chosen)).toMatchObject({
    name: 'A. Bekri',
    language: 'ar',
    addresses: [...gone.addresses, ...kept.addresses],
    heardAt: { sms: 2, whatsapp: 3 },
    unreachable: gone.unreachable,
  })
})

const enrolment = (over: Partial<Enrolment>): Enrolment => ({
  _id: 'x',
  organisation: 'org',
  campaign: 'c',
  contact: 'k',
  audience: 'participant',
  joinedAt: 5,
  needs: [],
  evaluations: {},
  turn: 0,
  ...over,
})

test('both in one campaign: the answer of the kept one, else of the other; the furthest mark', () => {
  const answered = enrolment({
    rsvp: 'yes',
    children: 2,
    needs: ['travel'],
    evaluations: { 'E-01': 'answered' },
  })
  const invited = enrolment({ joinedAt: 3, needs: ['childcare'], evaluations: { 'E-01': 'invited' } })
  const one = { rsvp: 'yes', children: 2, joinedAt: 3, evaluations: { 'E-01': 'answered' } }
  expect(mergedEnrolment(answered, invited)).toEqual({ ...one, needs: ['travel', 'childcare'] })
  expect(mergedEnrolment(invited, answered)).toEqual({ ...one, needs: ['childcare', 'travel'] })
  expect(mergedEnrolment(enrolment({ rsvp: 'no' }), answered)).toMatchObject({ rsvp: 'no' })
})

const quiet: Busy = { rows: [{ state: 'delivered' }], inbound: [], conversation: null }
const message = { kind: 'message', channel: 'sms', locked: 'x' } as const
const state = { stack: [], waiting: [] }
const run = (answers: object) => ({ id: 'd', state: { answers, boxes: {} } as unknown as DialogRun })
test.each<[string, Partial<Busy>, ReturnType<typeof whyNotGone>]>([
  ['nothing under way', {}, null],
  ['a message that is being handed over', { rows: [{ state: 'sending' }] }, 'leaving'],
  ['a message in doubt', { rows: [{ state: 'unknown' }] }, 'leaving'],
  ['a message that waits for its turn', { inbound: [{ handled: false, event: message }] }, 'talking'],
  ['a message that had its turn', { inbound: [{ handled: 'done', event: message }] }, null],
  ['a timer', { inbound: [{ handled: false, event: { kind: 'timer', run: 'r', what: 'close' } }] }, null],
  ['a turn half done', { conversation: { state, hasOut: true } }, 'talking'],
  [
    'a person of ours who talks with them',
    { conversation: { state: { ...state, withPerson: { since: 1 } }, hasOut: false } },
    'open_talk',
  ],
  [
    'a first question without an answer',
    { conversation: { state: { ...state, stack: [run({})] }, hasOut: false } },
    null,
  ],
  [
    'a question half answered',
    { conversation: { state: { ...state, stack: [run({ a: 1 })] }, hasOut: false } },
    'open_talk',
  ],
  ['a talk that is over', { conversation: { state, hasOut: false } }, null],
])('%s', (_, busy, problem) => expect(whyNotGone({ ...quiet, ...busy })).toBe(problem))
