import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { loadDialogs } from '../../../src/content/loadDialogs'
import { loadTimelines, readTimeline } from '../../../src/content/loadTimelines'
import { parseSource } from '../../../src/content/source'

const repository = resolve(__dirname, '../../..')
const HEAD = 'id: test\nversion: 1\nphase: execution\nsteps:\n'
const GOOD = `  - id: hello
    audience: participant
    at: { from: start, days: -3 }
    window: { earliest: { days: -5 }, latest: { days: -1 } }
    does: message
`
const mistakes = (steps: string, head = HEAD) =>
  readTimeline(parseSource('timelines/test.yaml', head + steps), ['rsvp']).problems.map(
    ({ file, line, message }) => `${file}:${line} ${message}`,
  )

test('the timelines of this house have no mistakes, dialogs included', () => {
  const dialogs = loadDialogs(repository).dialogs.map(({ dialog }) => dialog.id)
  const { timelines, problems } = loadTimelines(repository, dialogs)
  expect(problems).toEqual([])
  expect(timelines.map(({ id }) => id)).toContain('networking-event')
})

test('what is usual need not be written', () => {
  const { timeline } = readTimeline(parseSource('timelines/test.yaml', HEAD + GOOD))
  expect(timeline?.steps[0]).toMatchObject({
    to: 'all',
    purpose: 'C1',
    shift: 'none',
    ifLate: 'skip',
    ifUnknown: 'resend',
    fallbackAfterHours: 12,
  })
})

test.each([
  [
    'a step after its window',
    GOOD.replace('days: -3', 'days: 0'),
    'timelines/test.yaml:7 hello: is after its window (latest, from start)',
  ],
  [
    'a step before its window',
    GOOD.replace('days: -3', 'days: -9'),
    'timelines/test.yaml:7 hello: is before its window (earliest, from start)',
  ],
  [
    'a month that is only sometimes inside its window',
    GOOD.replace('days: -3', 'months: -1').replace('days: -5', 'days: -30').replace('days: -1', 'days: -20'),
    'timelines/test.yaml:7 hello: is before its window (earliest, from start)',
  ],
  [
    'a window that ends before it begins',
    GOOD.replace('days: -5', 'days: 1'),
    'timelines/test.yaml:8 hello: ends before it begins',
  ],
  ['an unknown field', `${GOOD}    color: red\n`, 'timelines/test.yaml:10 steps.0: unknown field "color"'],
  [
    'an unknown field further down',
    GOOD.replace('days: -3', 'dais: -3'),
    'timelines/test.yaml:7 steps.0.at: unknown field "dais"',
  ],
  [
    'an unknown dialog',
    `${GOOD.replace('message', 'dialog')}    dialog: dance\n`,
    'timelines/test.yaml:10 hello: there is no dialog dance',
  ],
  [
    'a dialog step without a dialog',
    GOOD.replace('message', 'dialog'),
    'timelines/test.yaml:9 hello: names no dialog',
  ],
  [
    'a task without a kind',
    GOOD.replace('message', 'task'),
    'timelines/test.yaml:9 hello: names no task: call, letter or talk',
  ],
  [
    'a message that opens a dialog',
    `${GOOD}    dialog: rsvp\n`,
    'timelines/test.yaml:10 hello: a message opens no dialog',
  ],
  ['the same id twice', GOOD + GOOD, 'timelines/test.yaml:10 hello: the id hello is taken'],
  [
    'an id that a repeat will have',
    `${GOOD}    onSilence: { repeatAfterDays: 1 }\n${GOOD.replace('hello', 'hello_repeat')}`,
    'timelines/test.yaml:11 hello_repeat: the id hello_repeat is taken',
  ],
  [
    'a call before the repeat',
    `${GOOD}    onSilence: { repeatAfterDays: 4, callAfterDays: 3 }\n`,
    'timelines/test.yaml:10 hello: the call comes after the repeat',
  ],
  [
    'silence where nobody was asked',
    `${GOOD}    to: silent\n`,
    'timelines/test.yaml:10 hello: nobody can be silent: no other step opens this dialog for this audience',
  ],
  [
    'nearest_weekday without an ideal',
    `${GOOD}    shift: nearest_weekday\n`,
    'timelines/test.yaml:10 hello: nearest_weekday needs an ideal',
  ],
  [
    'an id in capitals',
    GOOD.replace('hello', 'Hello'),
    'timelines/test.yaml:5 steps.0.id: is small letters, digits and _',
  ],
  [
    'half a day',
    GOOD.replace('days: -3', 'days: -2.5'),
    'timelines/test.yaml:7 steps.0.at.days: is a whole number; before the anchor it has a minus',
  ],
  [
    'dates for what no calendar plans',
    `${GOOD}    when: moved\n`,
    'timelines/test.yaml:7 steps.0: unknown field "at"',
  ],
])('%s', (_, steps, problem) => expect(mistakes(steps)).toContain(problem))

test('all mistakes are told at once', () => {
  const two = GOOD.replace('days: -3', 'days: 0') + GOOD.replace('hello', 'bye').replace('message', 'task')
  expect(mistakes(two)).toHaveLength(2)
})

test('broken YAML and an empty timeline are mistakes too', () => {
  expect(mistakes('  - id: [', HEAD)[0]).toMatch(/^timelines\/test\.yaml:\d+ /)
  expect(mistakes('', 'id: test\nversion: 1\nphase: execution\nsteps: []\n')).toEqual([
    'timelines/test.yaml:4 steps: a timeline has a step',
  ])
})

test('a file carries the name of its timeline; one with mistakes is not used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'timelines-'))
  try {
    mkdirSync(join(folder, 'timelines'))
    writeFileSync(join(folder, 'timelines/other.yaml'), HEAD + GOOD)
    expect(loadTimelines(folder)).toEqual({
      timelines: [],
      problems: [
        { file: 'timelines/other.yaml', line: 1, message: 'the file of this timeline is called test.yaml' },
      ],
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
