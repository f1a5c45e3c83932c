import fc from 'fast-check'
import type { Rsvp } from '../../../../src/domain/campaign'
import { ROW_STATES } from '../../../../src/domain/outbox'
import { plan, type Wanted } from '../../../../src/domain/timeline/plan'
import { type Current, replan } from '../../../../src/domain/timeline/replan'
import {
  aCampaign,
  aContact,
  anEnrolment,
  anEvent,
  at,
  dialogById,
  networkingEvent,
} from '../../../support/timelineBuilders'

const wantedWith = (rsvp: Rsvp | undefined, start = '2021-10-14T14:00', joinedAt = at('2021-08-02T09:00')) =>
  plan(
    aCampaign({ event: anEvent({ start, end: start }) }),
    networkingEvent,
    [{ enrolment: anEnrolment({ rsvp, joinedAt }), contact: aContact(), left: {}, answered: [] }],
    { now: at('2021-09-01T12:00'), sending: { holidays: false }, dialog: dialogById },
  )

const asCurrent = (wanted: readonly Wanted[]): Current[] =>
  wanted.map(({ key, kind, dueAt, notAfter }) =>
    kind === 'task'
      ? { is: 'task', key, state: 'open', dueAt }
      : { is: 'row', key, state: 'planned', dueAt, notAfter },
  )

test('an answer takes back what it made useless and nothing else', () => {
  const { add, move, cancel } = replan(asCurrent(wantedWith(undefined)), wantedWith('no'))
  expect([add, move]).toEqual([[], []])
  expect(cancel).toEqual(
    [
      'invitation_repeat',
      'invitation_call',
      'preparation',
      'reminder',
      'thank_you',
      'evaluation',
      'evaluation_repeat',
      'reflection',
    ].map(step => `cafe:${step}:ann`),
  )
})

test('who changes their mind gets it back', () => {
  const refused = asCurrent(wantedWith(undefined)).map(
    (each): Current =>
      each.is === 'row'
        ? { ...each, state: 'cancelled', cancelledBy: 'plan' }
        : { ...each, state: 'cancelled' },
  )
  expect(replan(refused, wantedWith('yes')).move.map(({ step }) => step)).toContain('reminder')
})

test.each(['person', 'stop'] as const)('what a %s cancelled stays cancelled', cancelledBy => {
  const wanted = wantedWith('yes')
  const current = asCurrent(wanted).map(
    (each): Current =>
      each.is === 'row'
        ? { ...each, state: 'cancelled', cancelledBy }
        : { ...each, state: 'cancelled', doneBy: 'els' },
  )
  expect(replan(current, wanted)).toEqual({ add: [], move: [], cancel: [] })
})

test('a task that is done is neither moved nor taken back', () => {
  const done: Current = {
    is: 'task',
    key: 'cafe:invitation_call:ann',
    state: 'done',
    doneBy: 'els',
    dueAt: 1,
  }
  expect(replan([done], wantedWith(undefined)).move).toEqual([])
  expect(replan([done], wantedWith('yes')).cancel).toEqual([])
})

const rsvp = fc.constantFrom<Rsvp | undefined>('yes', 'no', 'maybe', undefined)
const start = fc
  .integer({ min: 0, max: 90 })
  .map(days => new Date(Date.UTC(2021, 9, 1 + days, 14)).toISOString().slice(0, 16))
const joined = fc.integer({ min: 0, max: 80 }).map(days => at('2021-08-02T09:00') + days * 86_400_000)

test('planning again what is planned changes nothing', () => {
  fc.assert(
    fc.property(rsvp, start, joined, (answer, day, joinedAt) => {
      const wanted = wantedWith(answer, day, joinedAt)
      expect(replan(asCurrent(wanted), wanted)).toEqual({ add: [], move: [], cancel: [] })
      expect(new Set(wanted.map(({ key }) => key)).size).toBe(wanted.length)
    }),
    { numRuns: 60 },
  )
})

test('what has left is never added, moved or taken back', () => {
  const LEFT = ['accepted', 'delivered', 'failed', 'unresolved', 'started'] as const
  fc.assert(
    fc.property(
      rsvp,
      rsvp,
      start,
      start,
      fc.array(fc.constantFrom(...ROW_STATES), { minLength: 30, maxLength: 30 }),
      (a, b, day, other, states) => {
        const current = asCurrent(wantedWith(a, day)).map(
          (each, index): Current =>
            each.is === 'row' ? { ...each, state: states[index] ?? 'planned' } : each,
        )
        const { add, move, cancel } = replan(current, wantedWith(b, other))
        const touched = new Set([...add.map(({ key }) => key), ...move.map(({ key }) => key), ...cancel])
        for (const each of current)
          if (each.is === 'row' && (LEFT as readonly string[]).includes(each.state))
            expect(touched.has(each.key)).toBe(false)
      },
    ),
    { numRuns: 60 },
  )
})

test('after a plan is written, what is wanted is exactly what waits', () => {
  fc.assert(
    fc.property(rsvp, rsvp, start, start, (a, b, day, other) => {
      const current = asCurrent(wantedWith(a, day))
      const wanted = wantedWith(b, other)
      const { add, move, cancel } = replan(current, wanted)
      const kept = current.filter(({ key }) => !cancel.includes(key) && !move.some(each => each.key === key))
      const sorted = (all: readonly Current[]) => [...all].sort((x, y) => x.key.localeCompare(y.key))
      expect(sorted([...kept, ...asCurrent([...add, ...move])])).toEqual(sorted(asCurrent(wanted)))
    }),
    { numRuns: 60 },
  )
})
