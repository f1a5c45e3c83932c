import type { StepChange } from '../../../../src/domain/campaign'
import { adapted, daysOf, meantDay } from '../../../../src/domain/timeline/adapted'
import { planSteps } from '../../../../src/domain/timeline/planSteps'
import { anEvent, networkingEvent, shown } from '../../../support/timelineBuilders'

const event = anEvent({ start: '2026-12-10T14:00', end: '2026-12-10T17:00' })
const options = { holidays: true, evening: false }
const steps = (changes: Record<string, StepChange>) =>
  new Map(planSteps(adapted(networkingEvent, changes), event, options).map(step => [step.id, step]))
const when = (id: string, change: StepChange) => shown(steps({ [id]: change }).get(id)?.dueAt ?? 0)

test('without changes a timeline is what it was', () => {
  expect(adapted(networkingEvent, {})).toEqual(networkingEvent)
})

test.each<[string, StepChange, string]>([
  ['save_the_date', { days: -30 }, 'Tue 10 Nov 2026 10:00'],
  ['invitation', { days: -13 }, 'Fri 27 Nov 2026 10:00'],
  ['invitation', { days: -13, hour: 16 }, 'Fri 27 Nov 2026 16:00'],
  ['preparation', { days: -3 }, 'Mon 7 Dec 2026 10:00'],
  ['reminder', { hour: 17 }, 'Tue 8 Dec 2026 17:00'],
  ['thank_you', { days: 1 }, 'Fri 11 Dec 2026 10:00'],
  // Saturday ends at one: the hour that was wished for is not in it.
  ['thank_you', { hour: 16 }, 'Sat 12 Dec 2026 10:00'],
])('%s with %j leaves %s', (id, change, moment) => {
  expect(when(id, change)).toBe(moment)
})

test('nobody is written to on a Sunday, whatever was chosen', () => {
  expect(when('reminder', { days: -4 })).toBe('Mon 7 Dec 2026 10:00')
})

test('what is left out does not happen, nor what would follow on its silence', () => {
  const planned = steps({ invitation: { off: true }, save_the_date: { off: true } })
  expect(planned.get('invitation')).toMatchObject({ skipped: 'off', reasons: [{ why: 'off' }] })
  expect(planned.get('invitation_repeat')?.skipped).toBe('past')
  expect(planned.get('invitation_call')?.skipped).toBe('past')
  expect(planned.get('save_the_date')?.skipped).toBe('off')
  expect(planned.get('reminder')?.skipped).toBeUndefined()
})

test('a step knows between which days it may lie', () => {
  const step = (id: string) => networkingEvent.steps.find(one => one.id === id)!
  expect([daysOf(step('invitation')), meantDay(step('invitation'))]).toEqual([{ first: -16, last: -12 }, -14])
  expect([daysOf(step('save_the_date')), meantDay(step('save_the_date'))]).toEqual([
    { first: -42, last: -21 },
    null,
  ])
})
