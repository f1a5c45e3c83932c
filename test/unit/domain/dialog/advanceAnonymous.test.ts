import type { DialogRun, Effect } from '../../../../src/domain/conversation'
import { advance, type DialogContext, type DialogInput } from '../../../../src/domain/dialog/advance'
import type { Dialog } from '../../../../src/domain/dialog/definition'
import { newRun } from '../../../../src/domain/dialog/newRun'

const NOW = 1_000_000_000
const DAY = 86_400_000
const SECRET = 'kingfisher'

const OPINION: Dialog = {
  id: 'opinion',
  version: 1,
  privacy: 'anonymous',
  instrument: 'E-02',
  purpose: 'C4',
  closesAfterDays: 7,
  quiet: false,
  questions: [
    {
      id: 'start',
      answer: { type: 'choice', options: ['start', 'later', 'no'] },
      optional: false,
      effect: 'consent:C4',
      endWhen: ['no'],
      laterWhen: { option: 'later', hours: 24 },
    },
    { id: 'remark', answer: { type: 'text', maxLength: 100 }, optional: true },
    { id: 'overall', answer: { type: 'smiley' }, optional: true },
  ],
}

let boxes = 0
const context: DialogContext = {
  now: NOW,
  canSpeak: false,
  read: reply => ({ ok: true, value: reply.text }),
  seal: question => `box ${question} ${++boxes}`,
}

type Step = DialogInput | string

function play(steps: Step[], now = NOW): { run: DialogRun; effects: Effect[]; all: Effect[] } {
  let run = newRun(OPINION, { id: 'run:1', now: NOW, campaign: 'spring' })
  let effects: Effect[] = []
  const all: Effect[] = []
  for (const step of [{ do: 'start', notAfter: NOW + DAY } as const, ...steps]) {
    const input: DialogInput = typeof step === 'string' ? { do: 'reply', reply: { text: step } } : step
    const turn = advance(OPINION, JSON.parse(JSON.stringify(run)), input, { ...context, now })
    run = turn.run
    effects = turn.effects
    all.push(...turn.effects)
  }
  return { run, effects, all }
}

const mark = (value: string) => ({ do: 'mark', campaign: 'spring', instrument: 'E-02', mark: value })
const posts = (effects: Effect[]) => effects.filter(effect => effect.do === 'post')

test('an answer becomes a sealed box and stands nowhere else', () => {
  const { run, all } = play(['start', SECRET])
  expect(Object.keys(run.boxes)).toEqual(['remark'])
  expect(run.answers).toEqual({})
  expect(JSON.stringify({ run, all })).not.toContain(SECRET)
})

test.each([true, false])(
  'who can speak there (%s) reads before an answer in words what becomes of a voice',
  canSpeak => {
    const told = (input: DialogInput) =>
      advance(OPINION, play(['start']).run, input, { ...context, canSpeak }).effects.flatMap(effect =>
        effect.do === 'say' ? [(effect.say.lead ?? []).map(({ text }) => text)] : [],
      )
    expect(told({ do: 'ask_again' })).toEqual([canSpeak ? ['answers:may_speak'] : []])
    // Help has few words; and a face is no answer in words.
    expect([told({ do: 'help' }), told({ do: 'skip' })]).toEqual([[[]], [[]]])
  },
)

test('the question at the door opens it and is no answer: neither kept nor sealed', () => {
  const { run, all } = play(['start'])
  expect(run).toMatchObject({ answers: {}, boxes: {}, passed: ['start'] })
  expect(all).toContainEqual(mark('invited'))
  expect(all).toContainEqual(mark('started'))
  expect(all).toContainEqual(expect.objectContaining({ do: 'consent', purpose: 'C4', state: 'given' }))
})

test('what two people answer differently is told to nobody: the bot says and does the same', () => {
  const strip = (effects: Effect[]) => JSON.stringify(effects).replaceAll(/box \w+ \d+/g, 'box')
  expect(strip(play(['start', 'wonderful', '5']).all)).toBe(strip(play(['start', 'bad', '1']).all))
})

test('back and another answer replaces the box', () => {
  const first = play(['start', SECRET])
  const second = play(['start', SECRET, { do: 'back' }, 'other'])
  expect(Object.keys(second.run.boxes)).toEqual(['remark'])
  expect(second.run.boxes.remark).not.toBe(first.run.boxes.remark)
  expect(second.run.question).toBe('overall')
})

test('skip leaves no box, and skipping an answered question removes it', () => {
  expect(play(['start', { do: 'skip' }]).run).toMatchObject({ boxes: {}, question: 'overall' })
  expect(play(['start', SECRET, { do: 'back' }, { do: 'skip' }]).run.boxes).toEqual({})
})

test('the end posts the boxes; nothing is kept under a name', () => {
  const { run, effects, all } = play(['start', SECRET, '4'])
  expect(run.question).toBeUndefined()
  expect(posts(effects)).toEqual([{ do: 'post', run, instrument: 'E-02' }])
  expect(Object.keys(run.boxes)).toEqual(['remark', 'overall'])
  expect(all.some(effect => effect.do === 'keep')).toBe(false)
})

test('a no drops everything and says so on the enrolment', () => {
  const { run, effects } = play(['no'])
  expect(run.boxes).toEqual({})
  expect(effects).toContainEqual(mark('declined'))
  expect(posts(effects)).toEqual([])
})

test('STOP in the middle drops the boxes and posts nothing', () => {
  const { run, effects } = play(['start', SECRET, { do: 'leave' }])
  expect(run.boxes).toEqual({})
  expect(effects).toEqual([mark('declined')])
})

test('restart drops the boxes', () => {
  expect(play(['start', SECRET, { do: 'restart' }]).run).toMatchObject({
    boxes: {},
    passed: [],
    question: 'start',
  })
})

test('when time runs out, what was answered is posted', () => {
  const { run } = play(['start', SECRET])
  const closed = advance(OPINION, run, { do: 'close' }, { ...context, now: NOW + 7 * DAY })
  expect(posts(closed.effects)).toEqual([{ do: 'post', run: closed.run, instrument: 'E-02' }])
})

test('when time runs out on nobody, nothing is posted and no mark changes', () => {
  const { run } = play([])
  const closed = advance(OPINION, run, { do: 'close' }, { ...context, now: NOW + 7 * DAY })
  expect(closed.effects.filter(effect => effect.do !== 'say')).toEqual([])
})

test('who skips everything has declined', () => {
  const { effects } = play(['start', { do: 'skip' }, { do: 'skip' }])
  expect(effects).toContainEqual(mark('declined'))
})
