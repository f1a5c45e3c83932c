import { cameBy, caseOf, isFollowed } from '../../../../src/domain/cases/case'
import { type HeardFrom, heardOf } from '../../../../src/domain/cases/heard'
import { type OpenStep, openSteps } from '../../../../src/domain/cases/open'
import { inPlace, placeOf, readPlace, writePlace } from '../../../../src/domain/cases/place'
import { isShown, silentBefore } from '../../../../src/domain/cases/show'
import { isUnknown, statusOn } from '../../../../src/domain/cases/statusOn'
import type { ConsentEntry, Contact } from '../../../../src/domain/contact'
import type { WorkNote } from '../../../../src/domain/contacts/workNote'
import type { Task } from '../../../../src/domain/conversation'
import type { Thread } from '../../../../src/domain/inbox/thread'
import { POINTS, type WorkStatus, windowOf } from '../../../../src/domain/report/outcome'
import { nextPoint } from '../../../../src/domain/tasks/followUp'
import { aStoredContact } from '../../../support/storedExamples'
import { anEvent, at } from '../../../support/timelineBuilders'

const DAY = 24 * 3_600_000
const consent = (over: Partial<ConsentEntry>): ConsentEntry => ({
  key: 'c8',
  purpose: 'C8',
  state: 'given',
  version: 'staff',
  language: 'nl',
  at: 10,
  by: 'talk',
  ...over,
})
const note = (day: string, statuses: WorkStatus[] | undefined, written = day): WorkNote => ({
  _id: `${day}${written}`,
  organisation: 'org',
  contact: 'amina',
  day,
  ...(statuses ? { statuses } : {}),
  by: 'els',
  at: Date.parse(`${written}T10:00:00Z`),
})

describe('who is followed', () => {
  test.each<[string, Partial<Contact>, boolean]>([
    ['nobody without a yes or a supervisor', {}, false],
    ['a yes', { consents: [consent({})] }, true],
    ['asked, and no answer yet', { consents: [consent({ state: 'asked' })] }, false],
    ['a yes that was taken back', { consents: [consent({}), consent({ state: 'withdrawn' })] }, false],
    ['a supervisor', { supervisor: 'els' }, true],
    ['nobody who was forgotten', { supervisor: 'els', forgotten: true }, false],
  ])('%s', (_, over, expected) => {
    expect(isFollowed(aStoredContact({ _id: 'amina', ...over }))).toBe(expected)
  })
})

describe('when somebody was last heard', () => {
  const NOTHING: HeardFrom = { message: null, tasks: [], notes: [] }
  test.each<[string, Partial<HeardFrom>, ReturnType<typeof heardOf>]>([
    ['never', {}, null],
    ['by message', { message: { at: 50, channel: 'sms' } }, { at: 50, by: 'sms' }],
    ['by a call', { tasks: [{ kind: 'call', result: 'comes', doneAt: 70 }] }, { at: 70, by: 'phone' }],
    ['in a talk', { tasks: [{ kind: 'talk', result: 'done', doneAt: 70 }] }, { at: 70, by: 'talk' }],
    ['not by a call in vain', { tasks: [{ kind: 'call', result: 'not_reached', doneAt: 70 }] }, null],
    ['not behind a wrong number', { tasks: [{ kind: 'call', result: 'wrong_number', doneAt: 70 }] }, null],
    ['not by what was looked into', { tasks: [{ kind: 'look', result: 'done', doneAt: 70 }] }, null],
    ['at an event', { cameAt: 90 }, { at: 90, by: 'event' }],
    [
      'a call that was noted with their work is a call',
      { tasks: [{ kind: 'call', result: 'employee', doneAt: 80 }], notes: [{ at: 80 }] },
      { at: 80, by: 'phone' },
    ],
    [
      'the last of all',
      { notes: [{ at: 60 }], message: { at: 50, channel: 'whatsapp' }, cameAt: 40 },
      { at: 60, by: 'work' },
    ],
  ])('%s', (_, over, expected) => {
    expect(heardOf({ consents: [] }, { ...NOTHING, ...over })).toEqual(expected)
  })

  test('what they told staff about consent counts, what they were asked or a list said does not', () => {
    const register = [consent({ at: 5, by: 'phone' }), consent({ at: 9, by: 'import' })]
    const asked = consent({ at: 12, state: 'asked' })
    expect(heardOf({ consents: [...register, asked] }, NOTHING)).toEqual({ at: 5, by: 'phone' })
  })
})

test('a case knows the last note, and nothing of it once the yes was taken back', () => {
  const known = {
    message: null,
    tasks: [],
    notes: [note('2026-03-01', []), note('2026-01-01', ['employee'])],
  }
  const amina = aStoredContact({ _id: 'amina', consents: [consent({})], supervisor: 'els' })
  const came = { startedOn: '2026-01-15', cameAt: at('2026-02-01T17:00') }
  expect(caseOf(amina, { ...known, came })).toEqual({
    _id: 'amina',
    organisation: 'org',
    agreed: true,
    supervisor: 'els',
    heardAt: Date.parse('2026-03-01T10:00:00Z'),
    heardBy: 'work',
    work: 'none',
    ...came,
  })
  const back = { ...amina, consents: [...amina.consents, consent({ at: 20, state: 'withdrawn' })] }
  expect(caseOf(back, known)).toMatchObject({ agreed: false, work: 'unknown', heardAt: 20, heardBy: 'talk' })
})

test('who came to several events began with the first and was there last at the last; one to come says nothing', () => {
  const line = (start: string, isOver: boolean, people: string[]) => {
    const { name, place, ...event } = anEvent({ start, end: `${start.slice(0, 11)}17:00` })
    return { event: { id: start, series: 's', name, place, ...event }, isOver, people }
  }
  const came = cameBy([
    line('2026-03-12T14:00', true, ['amina', 'bilal']),
    line('2026-01-15T14:00', true, ['amina']),
    line('2026-12-10T14:00', false, ['amina']),
  ])
  expect(came.get('amina')).toEqual({ startedOn: '2026-01-15', cameAt: at('2026-03-12T17:00') })
  expect(came.get('bilal')).toEqual({ startedOn: '2026-03-12', cameAt: at('2026-03-12T17:00') })
})

describe('what is open', () => {
  const task = (over: Partial<Task>): Task => ({
    _id: 't',
    organisation: 'org',
    kind: 'call',
    contact: 'amina',
    reason: 'silent',
    dueAt: 100,
    state: 'open',
    ...over,
  })
  const thread = (over: Partial<Thread>): Thread => ({
    _id: 'amina',
    organisation: 'org',
    place: 'waiting',
    at: 300,
    ...over,
  })
  test.each<[string, Task[], Thread[], OpenStep[]]>([
    ['nothing', [], [], []],
    ['a call', [task({})], [], [{ is: 'call', since: 100 }]],
    ['a call about work', [task({ reason: 'follow_up' })], [], [{ is: 'follow_up', since: 100 }]],
    ['no letter: that is paper', [task({ kind: 'letter' })], [], []],
    ['two calls since the first', [task({}), task({ dueAt: 50 })], [], [{ is: 'call', since: 50 }]],
    [
      'somebody who asks for a person is asked for once',
      [task({ kind: 'handover', dueAt: 310 })],
      [thread({ waitsSince: 290 })],
      [{ is: 'handover', since: 290 }],
    ],
    [
      'a question without an answer of who took over',
      [],
      [thread({ place: 'held', waitsSince: 250 })],
      [{ is: 'unanswered', since: 250 }],
    ],
    ['not a talk in which the last word was ours', [], [thread({ place: 'held' })], []],
    ['not a talk with the bot', [], [thread({ place: 'bot' })], []],
    [
      'the most pressing first, however long the other waits',
      [task({ reason: 'follow_up', dueAt: 1 }), task({ dueAt: 2 }), task({ kind: 'look', dueAt: 3 })],
      [thread({ at: 4 })],
      [
        { is: 'handover', since: 4 },
        { is: 'look', since: 3 },
        { is: 'call', since: 2 },
        { is: 'follow_up', since: 1 },
      ],
    ],
  ])('%s', (_, tasks, threads, expected) => {
    expect(openSteps(tasks, threads).get('amina') ?? []).toEqual(expected)
  })
})

describe('places', () => {
  test('who asked for a person before calls, calls before silence, the longest silence first', () => {
    const people: [string, number, OpenStep[]][] = [
      ['spoke-today', 900, []],
      ['silent', 100, []],
      ['silent-too', 100, []],
      ['call', 900, [{ is: 'call', since: 40 }]],
      ['older-call', 900, [{ is: 'call', since: 30 }]],
      ['asks', 900, [{ is: 'handover', since: 80 }]],
    ]
    const placed = people.map(([_id, heardAt, steps]) => placeOf({ _id, heardAt }, steps)).toSorted(inPlace)
    const order = ['asks', 'older-call', 'call', 'silent', 'silent-too', 'spoke-today']
    expect(placed.map(([, , id]) => id)).toEqual(order)
    for (const place of placed) expect(readPlace(writePlace(place))).toEqual(place)
  })

  test.each(['', 'x', '6.', '6.1.', '-1.2.a', '6.1e3.a'])('%j is no place', text => {
    expect(readPlace(text)).toBeNull()
  })
})

describe('the status on one day, as it was known then', () => {
  const NOTES = [
    note('2026-01-10', ['employee', 'self_employed']),
    note('2026-03-01', [], '2026-03-20'),
    note('2026-06-01', undefined),
  ]
  test.each([
    ['2026-01-09', null],
    ['2026-01-10', { work: 'both', day: '2026-01-10' }],
    ['2026-03-01', { work: 'both', day: '2026-01-10' }],
    ['2026-03-20', { work: 'none', day: '2026-03-01' }],
    ['2026-06-01', { work: 'unknown', day: '2026-06-01' }],
  ])('%s', (day, expected) => {
    const status = statusOn(NOTES, day, Date.parse(`${day}T00:00:00Z`) + DAY)
    expect(status).toEqual(expected)
    expect(isUnknown(status)).toBe(expected === null || expected.work === 'unknown')
  })
})

test('silent is who was heard before so many weeks', () => {
  const before = silentBefore(28 * DAY, 4)
  const who = (heardAt: number, work: 'none' | 'unknown' = 'none') => ({ heardAt, work })
  expect(isShown(who(-1), { show: 'silent', before })).toBe(true)
  expect(isShown(who(0), { show: 'silent', before })).toBe(false)
  expect(isShown(who(0), { show: 'unknown', before })).toBe(false)
  expect(isShown(who(0, 'unknown'), { show: 'unknown', before })).toBe(true)
  expect(isShown(who(0), { show: 'open', before })).toBe(true)
})

test.each<[string, string[], number | null]>([
  ['2026-01-16', [], 3],
  ['2026-05-06', [], 3],
  ['2026-05-07', [], 6],
  ['2026-04-10', ['2026-04-10'], 6],
  ['2026-04-10', ['2026-03-01'], 3],
  ['2027-02-06', [], null],
])('on %s, noted on %j: asked next after %s months', (today, noted, months) => {
  const windows = POINTS.map(point => windowOf('2026-01-15', point))
  expect(nextPoint(windows, today, noted)?.months ?? null).toBe(months)
})
