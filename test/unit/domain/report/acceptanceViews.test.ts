import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sum } from '../../../../src/domain/anonymity/shape'
import { type Distribution, isOneSided } from '../../../../src/domain/report/distribution'
import { shareOf } from '../../../../src/domain/report/eventReport'
import { funnelStages, messageFunnel, type Passage } from '../../../../src/domain/report/messageFunnel'
import {
  exactOutcomes,
  groupedOutcomes,
  type WrittenPerson,
} from '../../../../src/domain/report/outcomeReport'
import { eventLine, overEvents } from '../../../../src/domain/report/overEvents'
import { profileOf } from '../../../../src/domain/report/profile'
import { percent } from '../../../../src/domain/report/share'
import { exactTrainings, groupedTrainings } from '../../../../src/domain/report/trainings'
import { learners } from '../../../support/learners'

/** The figures of the field as people: what a coordinator reads of them, and what somebody who knows nobody does. */
const { figures } = JSON.parse(
  readFileSync(path.join(__dirname, '../../../fixtures/acceptance-figures.json'), 'utf8'),
  // biome-ignore lint/suspicious/noExplicitAny: each figure has a form of its own
) as { figures: { id: string; inputs: any; expected: any }[] }
const figure = (id: string) => figures.find(one => one.id === id)!
const K = 5
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** No row of few, and nobody lost. */
function isProtected({ base, rows, other }: Distribution): boolean {
  const counts = [...rows.map(({ count }) => count), ...(other ? [other.count] : [])]
  return counts.every(count => count >= K) && sum(counts) === base
}

/** Countries of one person each, that the table does not list. */
const UNLISTED = 'Austria Sweden Denmark Finland Ireland Latvia Croatia Malta Cyprus'.split(' ')

test('origin of the 91 from the EU: ten countries for staff, five and the others together for an organiser', () => {
  const { inputs, expected } = figure('R3-origin-eu')
  const said = inputs.rows.flatMap(({ origin, count }: { origin: string; count: number }) =>
    times(count, () => origin),
  )
  const rows = profileOf(
    [...said, ...UNLISTED].map((origin, index) => ({ contact: String(index), answers: { origin }, at: 1 })),
    2018,
  ).find(({ question }) => question === 'origin')!
  const names = new Intl.DisplayNames(['en'], { type: 'region' })
  const staff = shareOf(rows, 1).shares!
  const shares = staff.rows.map(row => [names.of(row.name), row.percent] as const)
  expect(Object.fromEntries(shares)).toMatchObject(expected.percent)
  expect(staff.base).toBe(91)
  const seen = shareOf(rows, K).shares!
  const { rows: shown, other } = figure('R3-origin-eu-organiser').expected
  expect(seen.rows.map(({ name, ...row }) => ({ origin: names.of(name), ...row }))).toEqual(shown)
  expect(seen.other).toMatchObject({ count: other.count, percent: other.percent })
  expect(isProtected(seen)).toBe(true)
})

test('68 men and 32 women are too many of one sex', () => {
  const { menPercent, womenPercent, limitPercent } = figure('R12-sex').inputs
  const people = [...times(menPercent, () => 'man'), ...times(womenPercent, () => 'woman')]
  const [gender] = profileOf(
    people.map((answer, index) => ({ contact: String(index), answers: { gender: answer }, at: 1 })),
    2021,
  )
  expect(
    isOneSided(
      gender!.rows.map(({ count }) => count),
      limitPercent,
    ),
  ).toBe(true)
})

/** Started long before, and all that is known of them was noted on one day. */
const person = (
  statuses: WrittenPerson['notes'][number]['statuses'],
  day: string,
  startedOn = '2017-01-01',
  inside = true,
): WrittenPerson => ({ inside, startedOn, notes: [{ day, statuses, writtenOn: day }] })

function peopleOf(row: Record<string, number>, day: string, startedOn?: string): WrittenPerson[] {
  const some = (count: number, statuses: WrittenPerson['notes'][number]['statuses']) =>
    times(count, () => person(statuses, day, startedOn))
  return [
    ...some(row.employeeOnly!, ['employee']),
    ...some(row.selfEmployedOnly!, ['self_employed']),
    ...some(row.both!, ['employee', 'self_employed']),
    ...some(row.neither!, []),
  ]
}

test('289 employees and 20 self-employed are 308 people of 1056, and 190 of 1246 are outside', () => {
  const { date, base, setSizes } = figure('R6-date').inputs
  const inside = peopleOf({ ...setSizes, neither: base - 308 }, date)
  const people = [...inside, ...times(190, () => person(['employee'], date, '2017-01-01', false))]
  const { fit, points } = exactOutcomes(people, { day: date, today: date, limit: 20 })
  expect(fit).toMatchObject({ outside: 190, inside: 1056, share: 15.2, isOver: false })
  expect(points.at(-1)).toMatchObject({ point: null, outcome: figure('R6-date').expected })
  const seen = groupedOutcomes(people, '2018-07-02', K)
  expect(seen.fit?.shares.rows).toMatchObject([
    { name: 'inside', count: 1056 },
    { name: 'outside', count: 190, percent: 15.2 },
  ])
  const today = seen.points.at(-1)!.figure!.shares
  // The one who is both stands with the nineteen.
  expect(today).toMatchObject({ base: 1056, other: { names: ['self_employed', 'both'], count: 20 } })
  expect(isProtected(today)).toBe(true)
})

// biome-ignore lint/suspicious/noExplicitAny: numbers, and whether each is the only one that fits
test.each<{ months: number; [field: string]: any }>(figure('R6-follow-up').expected.rows)(
  'after $months months of those of whom it is known, whoever reads it',
  ({ months, both, known, inWork, ...expected }) => {
    const row = figure('R6-follow-up').inputs.rows.find((one: { months: number }) => one.months === months)
    const startedOn = '2017-01-02'
    const day = new Date(Date.UTC(2017, months, 2)).toISOString().slice(0, 10)
    const people = [...peopleOf(row, day, startedOn), ...times(7, () => person('unknown', day, startedOn))]
    const today = '2018-04-18'
    const { points } = exactOutcomes(people, { day: today, today, limit: 20 })
    const { outcome } = points.find(({ point }) => point === months)!
    expect(outcome).toMatchObject({
      known,
      inWork,
      both,
      employee: expected.employee,
      selfEmployed: expected.selfEmployed,
      percent: { employee: expected.employeePercent, inWork: expected.inWorkPercent },
    })
    const seen = groupedOutcomes(people, today, K).points.find(({ point }) => point === months)!.figure!
      .shares
    expect(seen.base).toBe(known)
    expect(isProtected(seen)).toBe(true)
  },
)

test('394 trainings of 253 people: staff sees shares of trainings, an organiser of people', () => {
  const spread = <T extends string>(id: string, names: Record<string, T>): T[] =>
    Object.entries<number>(figure(id).inputs.counts).flatMap(([name, count]) =>
      times(count, () => names[name]!),
    )
  const kinds = spread('R5-training-kind', {
    generalContent: 'general_content',
    generalDutch: 'general_dutch',
    jobSpecific: 'job_specific',
  })
  const statuses = spread('R5-training-status', {
    completed: 'completed',
    inProgress: 'in_progress',
    stopped: 'stopped',
  })
  const { persons } = figure('R5-training-kind').inputs
  const people = learners(
    kinds.map((kind, index) => ({ kind, status: statuses[index]! })),
    persons,
  )
  const staff = exactTrainings(people, '2018-04-18')
  expect(staff.kinds.rows.map(row => row.percent)).toEqual(
    Object.values(figure('R5-training-kind').expected.percent),
  )
  expect(staff).toMatchObject({ people: persons, kinds: { base: 394 } })
  for (const { of, figure: seen } of groupedTrainings(people, '2018-04-18', K).figures) {
    if (of === 'workplace') expect(seen).toBeNull()
    else expect([seen?.shares.base, isProtected(seen!.shares)]).toEqual([persons, true])
  }
})

test('60 reached, 24 of them further: 40 %', () => {
  const [reached, further] = figure('R7-women').inputs.counts
  const about = {
    event: { id: 'a', series: 'a', name: 'a', start: '', end: '', zone: '', place: '' },
    kind: 'women',
    isOver: true,
  }
  const enrolments = times(reached, index => ({
    _id: String(index),
    organisation: 'o',
    campaign: 'a',
    contact: String(index),
    audience: 'participant' as const,
    joinedAt: 1,
    needs: [],
    evaluations: {},
    turn: 0,
    ...(index < further ? { rsvp: 'yes' as const } : {}),
  }))
  expect(overEvents([eventLine(about, enrolments)], K).rates[0]).toBe(40)
})

test('messages of one step: each stage of its own base', () => {
  const { planned, sent, delivered, deliveredWithReadReceipts, read, answered } =
    figure('R9-R13-funnel').inputs
  const passages = times(planned, (index): Passage => {
    const channel = index < deliveredWithReadReceipts ? 'whatsapp' : 'sms'
    const arrived =
      index < read ? 'read' : index < delivered ? 'delivered' : index < sent ? 'sent' : 'planned'
    return {
      step: 's',
      contact: String(index),
      language: 'nl',
      channel,
      reached: arrived,
      answered: index < answered,
    }
  })
  const rates = funnelStages(messageFunnel(passages)).map(({ people, base }) => percent(people, base))
  const { sentOfPlanned, deliveredOfSent, readOfDelivered, answeredOfSent } =
    figure('R9-R13-funnel').expected.rates
  expect(rates).toEqual([sentOfPlanned, deliveredOfSent, readOfDelivered, answeredOfSent])
})
