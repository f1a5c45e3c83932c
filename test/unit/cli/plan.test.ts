import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { planCommand } from '../../../src/cli/plan'

class Exit extends Error {
  readonly code: unknown
  constructor(code: unknown) {
    super(`exit ${code}`)
    this.code = code
  }
}

/** Runs the command as the shell would, in this process. */
function run(...args: string[]): { code: unknown; out: string; err: string } {
  let out = ''
  let err = ''
  const exit = jest.spyOn(process, 'exit').mockImplementation(code => {
    throw new Exit(code)
  })
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation(text => {
    out += text
    return true
  })
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation(text => {
    err += text
    return true
  })
  try {
    planCommand().parse(args, { from: 'user' })
    return { code: 0, out, err }
  } catch (error) {
    if (!(error instanceof Exit)) throw error
    return { code: error.code, out, err }
  } finally {
    for (const spy of [exit, stdout, stderr]) spy.mockRestore()
  }
}

const TIMELINES = readdirSync(join(__dirname, '../../../timelines')).map(file => basename(file, '.yaml'))
const EVENT = ['--timeline', 'networking-event', '--start', '2021-10-14T14:00']
interface Printed {
  id: string
  audience: string
  dueAt: string
  rule: string
}
const steps = (...args: string[]): Printed[] => JSON.parse(run(...args, '--json').out).steps
const dueAt = (id: string, ...args: string[]) => steps(...args).find(step => step.id === id)?.dueAt

test('--json prints the steps, with the offset of the place, and nothing else', () => {
  const { out, code } = run(...EVENT, '--json')
  expect(code).toBe(0)
  const printed = JSON.parse(out)
  expect(Object.keys(printed)).toEqual(['steps'])
  for (const step of printed.steps) expect(Object.keys(step)).toEqual(['id', 'audience', 'dueAt', 'rule'])
  expect(printed.steps[0]).toEqual({
    id: 'save_the_date',
    audience: 'participant',
    dueAt: '2021-09-14T10:00:00+02:00',
    rule: '1 month before start (G2)',
  })
})

test.each([
  [
    '2021-10-14',
    '2021-09-14T10:00:00+02:00',
    '2021-09-30T10:00:00+02:00',
    '2021-10-11T10:00:00+02:00',
    '2021-10-12T10:00:00+02:00',
    '2021-10-16T10:00:00+02:00',
    '2021-10-21T10:00:00+02:00',
  ],
  [
    '2022-03-31',
    '2022-02-28T10:00:00+01:00',
    '2022-03-17T10:00:00+01:00',
    '2022-03-28T10:00:00+02:00',
    '2022-03-29T10:00:00+02:00',
    '2022-04-02T10:00:00+02:00',
    '2022-04-07T10:00:00+02:00',
  ],
  [
    '2022-03-29',
    '2022-02-28T10:00:00+01:00',
    '2022-03-15T10:00:00+01:00',
    '2022-03-25T10:00:00+01:00',
    '2022-03-26T10:00:00+01:00',
    '2022-03-31T10:00:00+02:00',
    '2022-04-05T10:00:00+02:00',
  ],
  [
    '2024-03-29',
    '2024-02-29T10:00:00+01:00',
    '2024-03-15T10:00:00+01:00',
    '2024-03-25T10:00:00+01:00',
    '2024-03-27T10:00:00+01:00',
    '2024-04-01T10:00:00+02:00',
    '2024-04-05T10:00:00+02:00',
  ],
  [
    '2022-07-01',
    '2022-06-01T10:00:00+02:00',
    '2022-06-17T10:00:00+02:00',
    '2022-06-27T10:00:00+02:00',
    '2022-06-29T10:00:00+02:00',
    '2022-07-04T10:00:00+02:00',
    '2022-07-08T10:00:00+02:00',
  ],
  [
    '2022-01-03',
    '2021-12-03T10:00:00+01:00',
    '2021-12-20T10:00:00+01:00',
    '2021-12-30T10:00:00+01:00',
    '2022-01-01T10:00:00+01:00',
    '2022-01-05T10:00:00+01:00',
    '2022-01-10T10:00:00+01:00',
  ],
  [
    '2022-06-11',
    '2022-05-11T10:00:00+02:00',
    '2022-05-28T10:00:00+02:00',
    '2022-06-07T10:00:00+02:00',
    '2022-06-09T10:00:00+02:00',
    '2022-06-13T10:00:00+02:00',
    '2022-06-20T10:00:00+02:00',
  ],
])('the schedule of %s', (day, ...expected) => {
  const plan = steps('--timeline', 'networking-event', '--start', `${day}T14:00`)
  const ids = ['save_the_date', 'invitation', 'preparation', 'reminder', 'thank_you', 'partner_follow_up']
  expect(ids.map(id => plan.find(step => step.id === id)?.dueAt)).toEqual(expected)
  expect(plan.find(({ id }) => id === 'evaluation')?.dueAt).toBe(
    plan.find(({ id }) => id === 'thank_you')?.dueAt,
  )
})

test('who joins late: what is skipped is not among the steps', () => {
  const late = steps(...EVENT, '--joined', '2021-10-04', '--audience', 'participant')
  expect(late.map(({ id }) => id)).not.toContain('save_the_date')
  expect(late.find(({ id }) => id === 'invitation')?.dueAt).toBe('2021-10-04T10:00:00+02:00')
  const veryLate = steps(...EVENT, '--joined', '2021-10-12', '--audience', 'participant')
  expect(veryLate.filter(step => step.dueAt < '2021-10-14').map(({ id, dueAt }) => [id, dueAt])).toEqual([
    ['invitation', '2021-10-12T10:00:00+02:00'],
    ['invitation_call', '2021-10-12T10:00:00+02:00'],
  ])
})

test('another zone, the evening, holidays, an end of one’s own', () => {
  expect(dueAt('reminder', ...EVENT, '--zone', 'America/New_York')).toBe('2021-10-12T10:00:00-04:00')
  expect(dueAt('reminder', ...EVENT, '--zone', 'UTC')).toBe('2021-10-12T10:00:00+00:00')
  expect(dueAt('reminder', ...EVENT, '--evening')).toBe('2021-10-12T18:00:00+02:00')
  expect(dueAt('thank_you', ...EVENT, '--end', '2021-10-16T12:00')).toBe('2021-10-18T10:00:00+02:00')
  const may = ['--timeline', 'networking-event', '--start', '2024-05-03T14:00']
  expect(dueAt('reminder', ...may)).toBe('2024-05-01T10:00:00+02:00')
  expect(dueAt('reminder', ...may, '--holidays')).toBe('2024-04-30T10:00:00+02:00')
})

test('a moment with an offset is that moment, on the clock of the zone', () => {
  const utc = ['--timeline', 'networking-event', '--start', '2021-10-13T23:30:00Z']
  expect(dueAt('reminder', ...utc)).toBe('2021-10-12T10:00:00+02:00')
})

test('for people: a table in the order of time, what is skipped at the end with its reason', () => {
  const { out } = run(...EVENT, '--joined', '2021-10-04', '--audience', 'participant')
  const lines = out.split('\n')
  expect(lines[0]).toBe('networking-event, Thursday 14 October 2021 14:00 (Europe/Brussels)')
  expect(lines[3]).toMatch(/^Mon 04\/10\/2021 10:00 +invitation +participant +late → at once/)
  expect(out).toMatch(/– merged +save_the_date +participant +late → carried by invitation \(G4\)/)
})

describe('a YAML file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = (name: string, days: number) => {
    const path = join(folder, name)
    const text = `id: own\nversion: 1\nphase: execution\nsteps:\n  - id: hello\n    audience: mentor\n    at: { from: start, days: ${days} }\n    window: { earliest: { days: -9 }, latest: { days: -1 } }\n    does: message\n`
    writeFileSync(path, text)
    return path
  }
  test('of one’s own is planned', () => {
    expect(steps('--timeline', file('own.yaml', -2), '--start', '2021-10-14T14:00')).toEqual([
      { id: 'hello', audience: 'mentor', dueAt: '2021-10-12T10:00:00+02:00', rule: '2 days before start' },
    ])
  })
  test('with a step after its window is refused, with the line', () => {
    const { code, err } = run('--timeline', file('late.yaml', 3), '--start', '2021-10-14T14:00')
    expect([code, err]).toEqual([2, 'late.yaml:7 hello: is after its window (latest, from start)\n'])
  })
})

test.each([
  ['no timeline', ['--start', '2021-10-14T14:00'], 'say which timeline: --timeline networking-event'],
  [
    'an unknown timeline',
    ['--timeline', 'ball', '--start', '2021-10-14T14:00'],
    `there is no timeline ball; there is: ${TIMELINES.join(', ')}`,
  ],
  ['no such file', ['--timeline', 'ball.yaml', '--start', '2021-10-14T14:00'], 'there is no file ball.yaml'],
  ['no start', ['--timeline', 'networking-event'], 'say when the event begins: --start 2026-12-05T18:30'],
  [
    'a day that does not exist',
    ['--timeline', 'networking-event', '--start', '2021-02-29T14:00'],
    '--start 2021-02-29T14:00 is no day and hour; write it like 2026-12-05T18:30',
  ],
  [
    'no hour',
    ['--timeline', 'networking-event', '--start', '2021-10-14'],
    '--start 2021-10-14 is no day and hour; write it like 2026-12-05T18:30',
  ],
  [
    'words',
    ['--timeline', 'networking-event', '--start', 'tomorrow'],
    '--start tomorrow is no day and hour; write it like 2026-12-05T18:30',
  ],
  ['no zone', [...EVENT, '--zone', 'Ostend'], 'Ostend is no time zone; write it like Europe/Brussels'],
  [
    'an end before the start',
    [...EVENT, '--end', '2021-10-14T13:00'],
    'the event ends before it begins: --end is earlier than --start',
  ],
  [
    'a wrong day of joining',
    [...EVENT, '--joined', '4 October'],
    '--joined 4 October is no day; write it like 2026-11-20',
  ],
])('%s: exit code 2 and one sentence', (_, args, sentence) => {
  expect(run(...args)).toEqual({ code: 2, out: '', err: `${sentence}\n` })
})

test('an unknown option or audience is wrong input too; help is not', () => {
  expect(run(...EVENT, '--bogus').code).toBe(2)
  expect(run(...EVENT, '--audience', 'elves').code).toBe(2)
  expect(run('--help')).toMatchObject({ code: 0, err: '' })
})
