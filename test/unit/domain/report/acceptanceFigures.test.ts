import { readFileSync } from 'node:fs'
import path from 'node:path'
import { printAtom } from '../../../../src/domain/anonymity/printAtom'
import { SMILEY, sum } from '../../../../src/domain/anonymity/shape'
import { highSideOf, totalOf } from '../../../../src/domain/anonymity/totals'
import { TRAINING_STATUSES, type TrainingKind } from '../../../../src/domain/contacts/training'
import { deviation } from '../../../../src/domain/report/deviation'
import {
  type Counted,
  distribution,
  isOneSided,
  joinSmall,
  NOT_LISTED,
} from '../../../../src/domain/report/distribution'
import { funnelStages } from '../../../../src/domain/report/messageFunnel'
import { type FollowedPerson, outcomeAfter, outcomeOn, windowOf } from '../../../../src/domain/report/outcome'
import { type EventLine, overEvents } from '../../../../src/domain/report/overEvents'
import { reach, type Target } from '../../../../src/domain/report/reach'
import { halfUp, percent } from '../../../../src/domain/report/share'
import { stepRates } from '../../../../src/domain/report/steps'
import { exactTrainings } from '../../../../src/domain/report/trainings'
import { learners } from '../../../support/learners'

interface Figure {
  id: string
  view: 'staff' | 'organiser'
  // biome-ignore lint/suspicious/noExplicitAny: each figure has a form of its own
  inputs: any
  expected: object
}
const { figures } = JSON.parse(
  readFileSync(path.join(__dirname, '../../../fixtures/acceptance-figures.json'), 'utf8'),
) as { figures: Figure[] }

const percentOf = (base: number, counts: Record<string, number>, decimals = 1) =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, percent(count, base, decimals)]))
const counted = (rows: Record<string, string | number>[], name: string): Counted[] =>
  rows.map(row => ({ name: String(row[name]), count: Number(row.count) }))
const shares = (rows: readonly { name: string; percent: number | null }[]) =>
  Object.fromEntries(rows.map(row => [row.name, row.percent]))
/** Adds printed shares as they were printed; they may make 99 or 101. */
const sumOfPrinted = (printed: readonly number[]) => sum(printed.map(share => Math.round(share * 10))) / 10
/** How many times one printed rate is another. */
const ratio = (rate: number, of: number) => halfUp(Math.round(rate * 10) * 100, Math.round(of * 10)) / 100
const funnel = ({ inputs }: Figure) => {
  const { rates, overall } = stepRates(inputs.counts)
  return { stepRatesPercent: rates, overallPercent: overall }
}
/** People of whom so many are in each set on `day`, among others who may not count. */
function followed(row: Record<string, number>, startedOn: string, day: string): FollowedPerson[] {
  const some = (count: number, statuses: FollowedPerson['notes'][number]['statuses'], inside = true) =>
    Array.from({ length: count }, () => ({ inside, startedOn, notes: [{ day, statuses }] }))
  return [
    ...some(row.employeeOnly!, ['employee']),
    ...some(row.selfEmployedOnly!, ['self_employed']),
    ...some(row.both!, ['employee', 'self_employed']),
    ...some(row.neither!, []),
    ...some(7, 'unknown'),
    ...some(5, ['employee'], false),
    // Not that far yet.
    ...some(3, ['employee']).map(person => ({ ...person, startedOn: '2018-04-01' })),
  ]
}
/**
 * As many people of each pilot in each action as the table has; one after the other, so that everybody of a pilot is in one
 * at least.
 */
function actionLines({ columns, rows }: { columns: string[]; rows: Record<string, number[]> }): EventLine[] {
  const { inputs } = figures.find(({ id }) => id === 'R1-reach')!
  const sizes: Record<string, number> = Object.fromEntries(
    inputs.rows.map(({ pilot, participants }: { pilot: string; participants: number }) => [
      // One table says "Province of Antwerp", the other "Antwerp (province)".
      pilot.replace(/^(Province|City) of (.+)$/, (_, kind, place) => `${place} (${kind.toLowerCase()})`),
      participants,
    ]),
  )
  return Object.entries(rows).flatMap(([pilot, counts]) => {
    let next = 0
    return counts.map((count, index) =>
      lineOf(
        pilot,
        columns[index]!,
        Array.from({ length: count }, () => `${pilot} ${next++ % sizes[pilot]!}`),
      ),
    )
  })
}
const lineOf = (series: string, kind: string, people: string[]): EventLine => ({
  event: {
    id: `${series} ${kind}`,
    series,
    name: kind,
    start: '2018-03-30T09:00',
    end: '',
    zone: '',
    place: '',
  },
  kind,
  isOver: true,
  invited: people.length,
  saidYes: people.length,
  came: people.length,
  asked: 0,
  answered: 0,
  people,
})
/** No other whole number gives this share of this base. */
const isUnique = (count: number, base: number) =>
  [count - 1, count + 1].every(other => percent(other, base) !== percent(count, base))

/** One line for each figure: how the product computes it. */
const COMPUTED: Record<string, (figure: Figure) => unknown> = {
  'R1-reach': ({ inputs }) => ({
    total: sum(inputs.rows.map((row: { participants: number }) => row.participants)),
    reach: Object.fromEntries(
      inputs.rows.map((row: { pilot: string; participants: number; target: Target }) => [
        row.pilot,
        reach(row.participants, row.target),
      ]),
    ),
  }),
  'R2-deviation': ({ inputs: { persons, outside, limitPercent } }) => {
    const { share, isOver, inside } = deviation(persons, outside, limitPercent)
    return { sharePercent: share, warning: isOver, inside }
  },
  'R2-eu': ({ inputs: { persons, eu } }) => ({
    sharePercent: percent(eu, persons, 0),
    nonEu: persons - eu,
  }),
  'inflow-b1.1': ({ inputs }) => {
    const of = (origin: string) => sum(inputs.rows.map((row: Record<string, number>) => row[origin]))
    return { nonEu: of('nonEu'), eu: of('eu'), total: of('nonEu') + of('eu') }
  },
  'inflow-2013-2017': ({ inputs: { nonEu, knownOrigin, all } }) => ({
    sharePercent: percent(nonEu, knownOrigin),
    unknown: all - knownOrigin,
  }),
  'inflow-years': ({ inputs }) => ({ sum: sum(Object.values(inputs.rows)) }),
  'inflow-b1.2': ({ inputs: { base, percent: printed } }) => {
    const both = sumOfPrinted([printed['not working'], printed['job seeking']])
    const bound = (of: number) => halfUp(of * base, 10_000)
    return {
      sumPercent: sumOfPrinted(Object.values(printed)),
      notWorkingOrSeekingPercent: both,
      notWorkingOrSeekingCountAbout: [bound(both * 100 - 5), bound(both * 100 + 5)],
    }
  },
  'R3-origin': ({ inputs: { base, rows } }) => {
    const fits = (row: { origin: string; fittingCounts: number[] }) => {
      const printed = new Set(row.fittingCounts.map(count => percent(count, base)))
      return [row.origin, printed.size === 1 ? [...printed][0] : 'several']
    }
    return { percent: Object.fromEntries(rows.map(fits)) }
  },
  'R3-origin-eu': ({ inputs: { base, rows } }) => {
    const list = distribution(counted(rows, 'origin'), base).rows
    const shownSum = sum(list.map(({ count }) => count))
    return { percent: shares(list), shownSum, other: base - shownSum }
  },
  'R3-origin-eu-organiser': ({ inputs: { base, rows, k } }) => {
    const shown = joinSmall(counted(rows, 'origin'), base, k)
    return {
      rows: shown?.rows.map(({ name, ...row }) => ({ origin: name, ...row })),
      other: shown?.other,
    }
  },
  'R12-sex': ({ inputs: { menPercent, womenPercent, limitPercent } }) => ({
    warning: isOneSided([menPercent, womenPercent], limitPercent),
  }),
  'R3-diploma': ({ inputs: { base, rows, bachelorSplit, notRecorded } }) => {
    const list = distribution(counted(rows, 'diploma'), base).rows
    return {
      percent: shares(list),
      splitPercent: percentOf(base, bachelorSplit),
      // What was never recorded is in no row, so no share of it can be printed, not even 0.
      doctorate: list.some(({ name }) => notRecorded.includes(name)) ? 'a number' : 'not recorded',
      countSum: sum(list.map(({ count }) => count)),
      percentSum: sumOfPrinted(list.map(row => row.percent!)),
    }
  },
  'R3-diploma-population': ({ inputs }) => ({ percentSum: sumOfPrinted(Object.values(inputs.percent)) }),
  'R4-actions': ({ inputs }) => {
    const { kinds, people, participations } = overEvents(actionLines(inputs), 1)
    const named = ['Training started', 'Orientation centre', 'Job matching', 'Mentor']
    const columnTotals = Object.fromEntries(kinds.map(kind => [kind.kinds.join(), kind.people]))
    const some = Object.fromEntries(named.map(name => [name, columnTotals[name]!]))
    return { columnTotals, participations, persons: people, sharePercent: percentOf(people, some) }
  },
  'R5-training-kind': ({ inputs: { counts, persons } }) =>
    trainings(counts, persons, {
      generalContent: 'general_content',
      generalDutch: 'general_dutch',
      jobSpecific: 'job_specific',
    }),
  'R5-training-status': ({ inputs: { counts } }) =>
    trainings(counts, 253, { completed: 'completed', inProgress: 'in_progress', stopped: 'stopped' }),
  'R5-workplace': ({ inputs: { persons, knownToVdab, registrations } }) => {
    const places = Array.from({ length: registrations }, (_, index) => ({
      kind: 'workplace' as const,
      status: 'completed' as const,
      known: index % persons < knownToVdab,
    }))
    const {
      people,
      known,
      registrations: counted,
    } = exactTrainings(learners(places, persons), '2018-04-18').workplace
    return { persons: people, knownToVdab: known, registrations: counted }
  },
  'R6-date': ({ inputs: { date, base, setSizes } }) => {
    const neither = base - sum(Object.values(setSizes))
    const found = outcomeOn(followed({ ...setSizes, neither }, '2017-01-01', date).slice(0, -3), date)
    const { employee, selfEmployed, inWork } = found
    return { employee, selfEmployed, inWork, percent: found.percent }
  },
  'R6-follow-up': ({ inputs }) => ({
    rows: inputs.rows.map((row: Record<string, number>) => {
      const months = row.months!
      const found = outcomeAfter(
        followed(row, '2016-09-01', windowOf('2016-09-01', months).day),
        months,
        '2018-04-18',
      )
      const { known, employee, selfEmployed, inWork, both } = found
      return {
        months,
        known,
        employee,
        employeePercent: found.percent.employee,
        selfEmployed,
        selfEmployedPercent: found.percent.selfEmployed,
        inWork,
        inWorkPercent: found.percent.inWork,
        both,
        unique: {
          employee: isUnique(employee, known),
          selfEmployed: isUnique(selfEmployed, known),
          inWork: isUnique(inWork, known),
        },
      }
    }),
  }),
  'R7-women': funnel,
  'R7-ivan': figure => ({
    ...funnel(figure),
    reoriented: figure.inputs.counts[1] - figure.inputs.counts[2],
  }),
  'R7-stress-1': funnel,
  'R7-stress-2': funnel,
  'R7-stress-target': ({ inputs: { participants, target } }) => ({
    reached: sum(participants),
    percent: percent(sum(participants), target),
  }),
  'R7-sector': ({ inputs: { groups, work, training, internship, itWork } }) => {
    const total = sum(Object.values(groups))
    return {
      total,
      percent: {
        ...percentOf(total, { work, training, internship }, 0),
        itWork: percent(itWork, groups.it, 0),
      },
    }
  },
  'R7-mentor-antwerp': ({ inputs }) => {
    const [mentored, participants] = [sum(inputs.mentored), sum(inputs.participants)]
    return { mentored, participants, percent: percent(mentored, participants) }
  },
  'ratio-oostende': ({ inputs }) => ({
    ratio: Object.fromEntries(
      inputs.rows.map(({ year, oostende, flanders }: Record<string, number>) => [
        String(year),
        ratio(oostende!, flanders!),
      ]),
    ),
  }),
  'E23-site': ({ inputs: { answered, invited, satisfied, useful } }) => ({
    satisfiedPercent: percent(satisfied, answered, 0),
    usefulPercent: percent(useful, answered, 0),
    print: `${satisfied} of ${answered} (${answered} of ${invited} answered)`,
  }),
  'R9-R13-funnel': ({ inputs: { deliveredWithReadReceipts, ...counts } }) => {
    const stages = funnelStages({ ...counts, reportsRead: deliveredWithReadReceipts })
    const [sentOfPlanned, deliveredOfSent, readOfDelivered, answeredOfSent] = stages.map(({ people, base }) =>
      percent(people, base),
    )
    const answeredOfDelivered = percent(counts.answered, counts.delivered)
    return {
      rates: { sentOfPlanned, deliveredOfSent, readOfDelivered, answeredOfSent, answeredOfDelivered },
    }
  },
}

/** @param named what the product calls each of them, a kind or a status */
function trainings(counts: Record<string, number>, people: number, named: Record<string, string>) {
  const rows = Object.entries(counts).flatMap(([name, count]) =>
    Array.from({ length: count }, () => {
      const word = named[name]!
      const status = TRAINING_STATUSES.find(one => one === word)
      return status
        ? { kind: 'general_dutch' as const, status }
        : { kind: word as TrainingKind, status: 'completed' as const }
    }),
  )
  const found = exactTrainings(learners(rows, people), '2018-04-18')
  expect([found.people, found.several, found.kinds.base]).toEqual([people, rows.length - people, rows.length])
  const printed = { ...shares(found.statuses.rows), ...shares(found.kinds.rows) }
  const percent = Object.fromEntries(Object.entries(named).map(([name, word]) => [name, printed[word]]))
  return { percent, percentSum: sumOfPrinted(Object.values(percent) as number[]) }
}

/** A share without base or count: quoted, never computed. */
const ONLY_QUOTED = ['R2-no-diploma']

test('every figure of the field has a computation', () => {
  const ids = figures.map(({ id }) => id).filter(id => !ONLY_QUOTED.includes(id))
  expect(Object.keys(COMPUTED).sort()).toEqual(ids.sort())
})

test.each(figures.filter(({ id }) => COMPUTED[id]).map(figure => [figure.id, figure] as const))(
  '%s',
  (id, figure) => {
    expect(COMPUTED[id]!(figure)).toEqual(figure.expected)
  },
)

test('what the organiser reads of 22 of 25: 21 or more', () => {
  const printed = printAtom([1, 1, 1, 10, 12], SMILEY, { k: 5, s: 5 })
  expect(highSideOf(totalOf({ printed, people: 27, s: 5 }, SMILEY), SMILEY)).toEqual({ lo: 21, hi: 25 })
})

test('whoever is in no row is named as such', () => {
  expect(joinSmall([{ name: 'Romania', count: 26 }], 35, 5)?.other?.names).toEqual([NOT_LISTED])
})

test('R4 for who knows nobody: the one person in welfare support stands with others, and nobody is lost', () => {
  const { inputs, expected } = figures.find(({ id }) => id === 'R4-actions') as Figure & {
    expected: { participations: number; persons: number }
  }
  const { kinds, people, participations } = overEvents(actionLines(inputs), 5)
  expect([people, participations]).toEqual([expected.persons, expected.participations])
  expect(kinds.every(kind => kind.people >= 5)).toBe(true)
  expect(kinds.at(-1)).toMatchObject({ kinds: ['Psych./medical', 'Welfare support'], participations: 25 })
  expect(sum(kinds.map(kind => kind.participations))).toBe(expected.participations)
})
