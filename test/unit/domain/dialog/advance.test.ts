import { parse } from 'yaml'
import type { DialogRun, Effect } from '../../../../src/domain/conversation'
import {
  type Advance,
  advance,
  type DialogContext,
  type DialogInput,
} from '../../../../src/domain/dialog/advance'
import type { Dialog, Question, Reply, Understood } from '../../../../src/domain/dialog/definition'
import { newRun } from '../../../../src/domain/dialog/newRun'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = 1_000_000 * HOUR

/** What the person chooses is what they type; "?" is never understood. */
function read(reply: Reply, question: Question): Understood {
  if (reply.text === '?') return { ok: false, problem: 'not_understood' }
  const { answer } = question
  if (answer.type === 'choice' && !answer.options.includes(reply.text))
    return { ok: false, problem: 'not_an_option' }
  if (answer.type === 'multi_choice') return { ok: true, value: reply.text.split(' ') }
  return { ok: true, value: answer.type === 'number' ? Number(reply.text) : reply.text }
}

const context: DialogContext = {
  now: NOW,
  canSpeak: false,
  read,
  seal: (question, value) => `sealed ${question}=${String(value).length}`,
}

const dialog = (yaml: string): Dialog => ({
  id: 'trip',
  version: 1,
  privacy: 'named',
  purpose: 'C2',
  closesAfterDays: 7,
  quiet: false,
  ...parse(yaml),
})

const TRIP = dialog(`
remindAfterHours: 48
echo: [where, how]
questions:
  - { id: coming, answer: { type: choice, options: ['yes', 'no', later] }, optional: false, effect: rsvp,
      acknowledge: per_option, endWhen: ['no'], laterWhen: { option: later, hours: 5 } }
  - { id: where, answer: { type: text, maxLength: 50 }, optional: true, askWhen: { question: coming, is: 'yes' } }
  - { id: how, answer: { type: choice, options: [bus, car] }, optional: true }
  - { id: seats, answer: { type: number, min: 0, max: 8, integer: true }, optional: true, effect: children,
      askWhen: { question: how, is: car } }
`)

type Step = DialogInput | string
const inputOf = (step: Step): DialogInput =>
  typeof step === 'string' ? { do: 'reply', reply: { text: step } } : step

/** Plays the steps one after the other; the run is written and read back between them. */
function play(of: Dialog, steps: Step[], over: Partial<DialogContext> = {}): Advance {
  let turn: Advance = { run: newRun(of, { id: 'run:1', now: NOW, campaign: 'spring' }), effects: [] }
  for (const step of [{ do: 'start', notAfter: NOW + DAY } as const, ...steps]) {
    const run: DialogRun = JSON.parse(JSON.stringify(turn.run))
    const before = JSON.stringify(run)
    turn = advance(of, run, inputOf(step), { ...context, ...over })
    expect(JSON.stringify(run)).toBe(before)
  }
  return turn
}

const said = (effects: readonly Effect[]) =>
  effects.flatMap(effect => (effect.do === 'say' ? [effect.say] : []))
const texts = (turn: Advance) =>
  said(turn.effects).map(say =>
    [...(say.lead ?? []), say].map(({ text }) => text.replace('dialogs/trip:', '')).join(' + '),
  )
const deeds = (turn: Advance) => turn.effects.filter(effect => effect.do !== 'say' && effect.do !== 'timer')

test('the first question is asked with its choices, and the days until it closes begin', () => {
  const { run, effects } = play(TRIP, [])
  expect(run.question).toBe('coming')
  expect(effects).toEqual([
    {
      do: 'say',
      say: { text: 'dialogs/trip:coming.ask', question: { dialog: 'trip', version: 1, id: 'coming' } },
      rank: 5,
      notAfter: NOW + DAY,
      purpose: 'C1',
      campaign: 'spring',
    },
    { do: 'timer', run: 'run:1', what: 'remind', at: NOW + 48 * HOUR },
    { do: 'timer', run: 'run:1', what: 'close', at: NOW + 7 * DAY },
  ])
})

test('a step opens the dialog with its own words, and a second try uses the plain ones', () => {
  const opening = { text: 'timelines/spring:invitation', values: { count: 2 } }
  const run = newRun(TRIP, { id: 'run:1', now: NOW, opening })
  const first = advance(TRIP, run, { do: 'start', notAfter: NOW + DAY }, context)
  expect(said(first.effects)).toEqual([
    { ...opening, question: { dialog: 'trip', version: 1, id: 'coming' } },
  ])
  expect(texts(advance(TRIP, first.run, inputOf('?'), context))).toEqual([
    'answers:problem.not_understood + coming.ask',
  ])
})

const TALKS: [name: string, steps: Step[], says: string[], question: string | undefined][] = [
  [
    'an answer is thanked for and the next question asked',
    ['yes'],
    ['coming.acknowledge_yes + where.ask'],
    'where',
  ],
  [
    'a wrong answer is asked again, with what was wrong before it',
    ['perhaps'],
    ['answers:problem.not_an_option + coming.ask'],
    'coming',
  ],
  ['after two misses a person is offered', ['?', '?'], ['answers:stuck'], 'coming'],
  [
    'an answer after two misses still counts',
    ['?', '?', 'yes'],
    ['coming.acknowledge_yes + where.ask'],
    'where',
  ],
  ['help says it more simply', [{ do: 'help' }], ['coming.help'], 'coming'],
  ['help twice offers a person', [{ do: 'help' }, { do: 'help' }], ['answers:stuck'], 'coming'],
  [
    'asked again is asked more simply and starts counting anew',
    ['?', '?', { do: 'simpler' }],
    ['coming.help'],
    'coming',
  ],
  ['what must be answered is not skipped', [{ do: 'skip' }], ['answers:needed + coming.ask'], 'coming'],
  ['what may be skipped is skipped', ['yes', { do: 'skip' }], ['how.ask'], 'how'],
  ['a question whose condition fails is not asked', ['yes', 'Gent', 'bus'], ['done'], undefined],
  ['a question whose condition holds is asked', ['yes', 'Gent', 'car'], ['seats.ask'], 'seats'],
  ['back asks the question before', ['yes', 'Gent', { do: 'back' }], ['where.ask'], 'where'],
  [
    'back twice and forward again lands where one was',
    ['yes', 'Gent', { do: 'back' }, { do: 'back' }, 'yes'],
    ['coming.acknowledge_yes + how.ask'],
    'how',
  ],
  ['back at the first question says so', [{ do: 'back' }], ['answers:first_question + coming.ask'], 'coming'],
  [
    'restart forgets the answers and asks the first question',
    ['yes', 'Gent', { do: 'restart' }],
    ['answers:from_the_start + coming.ask'],
    'coming',
  ],
  ['a no at the door ends it kindly', ['no'], ['coming.acknowledge_no + declined'], undefined],
  ['later says so and keeps the question', ['later'], ['later'], 'coming'],
  [
    'an old button changes the earlier answer and goes on here',
    ['yes', 'Gent', { do: 'reply', reply: { text: 'yes' }, question: 'coming' }],
    ['coming.acknowledge_yes + how.ask'],
    'how',
  ],
  [
    'an old button can also end it',
    ['yes', 'Gent', { do: 'reply', reply: { text: 'no' }, question: 'coming' }],
    ['coming.acknowledge_no + declined'],
    undefined,
  ],
  [
    'a button of a question that was not asked yet is read as an answer to the open one',
    [{ do: 'reply', reply: { text: 'yes' }, question: 'how' }],
    ['coming.acknowledge_yes + where.ask'],
    'where',
  ],
]

test.each(TALKS)('%s', (_, steps, says, question) => {
  const turn = play(TRIP, steps)
  expect(texts(turn)).toEqual(says)
  expect(turn.run.question).toBe(question)
})

test('misses are counted for each question apart', () => {
  const turn = play(TRIP, ['?', 'yes', 'Gent', '?'])
  expect(texts(turn)).toEqual(['answers:problem.not_understood + how.ask'])
  expect(turn.run.misses).toBe(1)
})

test('a second question numbers its choices, whatever the channel', () => {
  expect(said(play(TRIP, ['perhaps']).effects)[0]?.numbered).toBe(true)
})

test('a finished reply is kept whole, and its answers come back in the closing words', () => {
  const turn = play(TRIP, ['yes', 'Gent', 'car', '2'])
  const answers = { coming: 'yes', where: 'Gent', how: 'car', seats: 2 }
  expect(deeds(turn)).toEqual([
    { do: 'enrolment', campaign: 'spring', children: 2 },
    { do: 'keep', run: expect.objectContaining({ id: 'run:1', answers }), complete: true },
  ])
  expect(said(turn.effects)).toEqual([
    { text: 'dialogs/trip:done', values: { where: 'Gent' }, texts: { how: 'dialogs/trip:how.car' } },
  ])
})

test('a changed answer forgets what was asked because of it', () => {
  const turn = play(TRIP, ['yes', 'Gent', 'car', { do: 'back' }, 'bus'])
  expect(turn.run.answers).toEqual({ coming: 'yes', where: 'Gent', how: 'bus' })
  expect(turn.run.question).toBeUndefined()
})

test('skipping a question that had an answer takes the answer away', () => {
  const turn = play(TRIP, ['yes', 'Gent', { do: 'back' }, { do: 'skip' }])
  expect(turn.run.answers).toEqual({ coming: 'yes' })
  expect(turn.run.skipped).toEqual(['where'])
})

test('the answer of a later turn speaks the new language at once', () => {
  const meet = dialog(
    'questions: [{ id: tongue, answer: { type: language }, optional: true, effect: language }, { id: who, answer: { type: text, maxLength: 9 }, optional: true }]',
  )
  const turn = play(meet, ['ar'])
  expect(turn.effects).toContainEqual({ do: 'language', language: 'ar' })
  expect(turn.effects.find(effect => effect.do === 'say')).toMatchObject({ language: 'ar' })
})

test('a language that changed in the middle asks again, with the opening words', () => {
  const opening = { text: 'timelines/spring:invitation' }
  const run = newRun(TRIP, { id: 'run:1', now: NOW, opening })
  const first = advance(TRIP, run, { do: 'start' }, context)
  const lead = [{ text: 'system:language.done' }]
  const again = advance(TRIP, first.run, { do: 'ask_again', lead }, { ...context, language: 'fr' })
  expect(said(again.effects)).toEqual([
    { lead, ...opening, question: { dialog: 'trip', version: 1, id: 'coming' } },
  ])
  expect(again.effects[0]).toMatchObject({ language: 'fr', rank: 0 })
})

describe('time', () => {
  const remind = { do: 'remind' } as const
  const close = { do: 'close' } as const
  const at = (steps: Step[], step: DialogInput, now: number) => {
    const { run } = play(TRIP, steps)
    return advance(TRIP, run, step, { ...context, now })
  }

  test('silence is followed by one reminder, and no second one', () => {
    const once = at([], remind, NOW + 48 * HOUR)
    expect(texts(once)).toEqual(['answers:reminder + coming.ask'])
    expect(once.effects).toEqual([expect.objectContaining({ do: 'say', rank: 5, notAfter: NOW + 7 * DAY })])
    expect(advance(TRIP, once.run, remind, { ...context, now: NOW + 100 * HOUR }).effects).toEqual([])
  })

  test('a reminder of a question that has been answered since has no effect', () => {
    const { run } = play(TRIP, [])
    const later = { ...context, now: NOW + 40 * HOUR }
    const answered = advance(TRIP, run, inputOf('yes'), later)
    expect(advance(TRIP, answered.run, remind, { ...context, now: NOW + 48 * HOUR }).effects).toEqual([])
  })

  test('"later" is asked again after its hours', () => {
    const rested = play(TRIP, ['later'])
    expect(rested.effects).toContainEqual({ do: 'timer', run: 'run:1', what: 'remind', at: NOW + 5 * HOUR })
    const again = advance(TRIP, rested.run, remind, { ...context, now: NOW + 5 * HOUR })
    expect(texts(again)).toEqual(['answers:reminder + coming.ask'])
  })

  test('it closes kindly in its time, not before, and keeps what was said', () => {
    expect(at(['yes'], close, NOW + 7 * DAY - 1).effects).toEqual([])
    const closed = at(['yes'], close, NOW + 7 * DAY)
    expect(texts(closed)).toEqual(['closed'])
    expect(closed.run.question).toBeUndefined()
    expect(deeds(closed)).toEqual([
      { do: 'keep', run: expect.objectContaining({ answers: { coming: 'yes' } }), complete: false },
    ])
  })

  test('nobody who never answered leaves an empty reply behind', () => {
    expect(deeds(at([], close, NOW + 7 * DAY))).toEqual([])
  })

  test('an answer after the reminder still counts', () => {
    const reminded = at([], remind, NOW + 48 * HOUR)
    const answered = advance(TRIP, reminded.run, inputOf('yes'), { ...context, now: NOW + 60 * HOUR })
    expect(answered.run.question).toBe('where')
  })

  test('once over, nothing moves it any more', () => {
    const { run } = play(TRIP, ['no'])
    for (const step of [remind, close, { do: 'skip' } as const, inputOf('yes')])
      expect(advance(TRIP, run, step, context)).toEqual({ run, effects: [] })
  })
})

describe('a quiet dialog', () => {
  const quiet = { ...TRIP, quiet: true }

  test('does not insist on what it did not understand', () => {
    const turn = play(quiet, ['see you then'])
    expect(turn).toMatchObject({ effects: [], unheard: true })
    expect(turn.run.question).toBe('coming')
  })

  test('closes without a word', () => {
    const { run } = play(quiet, [])
    expect(texts(advance(quiet, run, { do: 'close' }, { ...context, now: NOW + 7 * DAY }))).toEqual([])
  })
})

const EFFECT_CASES: [name: string, question: string, answer: string, effect: unknown][] = [
  [
    'rsvp',
    "answer: { type: choice, options: ['yes', 'no', maybe] }, effect: rsvp",
    'maybe',
    { do: 'rsvp', campaign: 'spring', rsvp: 'maybe' },
  ],
  [
    'needs',
    'answer: { type: multi_choice, options: [childcare, travel, nothing], none: nothing }, effect: needs',
    'childcare travel',
    { do: 'enrolment', campaign: 'spring', needs: ['childcare', 'travel'] },
  ],
  [
    'no needs',
    'answer: { type: multi_choice, options: [childcare, nothing], none: nothing }, effect: needs',
    'nothing',
    { do: 'enrolment', campaign: 'spring', needs: [] },
  ],
  [
    'companions',
    'answer: { type: number, min: 0, max: 9, integer: true }, effect: companions',
    '3',
    { do: 'enrolment', campaign: 'spring', companions: 3 },
  ],
  [
    'consent of the dialog',
    'answer: { type: yes_no }, effect: consent',
    'yes',
    { do: 'consent', purpose: 'C2', state: 'given', version: 'trip.1', by: 'chat' },
  ],
  [
    'consent of its own',
    "answer: { type: yes_no }, effect: 'consent:C5'",
    'no',
    { do: 'consent', purpose: 'C5', state: 'withdrawn', version: 'trip.1', by: 'chat' },
  ],
  [
    'name',
    'answer: { type: text, maxLength: 20 }, effect: name',
    'Amina',
    { do: 'profile', field: 'name', value: 'Amina' },
  ],
  [
    'reads',
    'answer: { type: choice, options: [simple, standard] }, effect: reads',
    'standard',
    { do: 'profile', field: 'reads', value: 'standard' },
  ],
  [
    'evening',
    'answer: { type: yes_no }, effect: evening',
    'no',
    { do: 'profile', field: 'evening', value: false },
  ],
  [
    'call_me',
    'answer: { type: yes_no }, effect: call_me',
    'yes',
    { do: 'task', kind: 'call', reason: 'asked_for_call', campaign: 'spring' },
  ],
]

test.each(EFFECT_CASES)('an answer can have the effect %s', (_, question, answer, effect) => {
  const turn = play(dialog(`questions: [{ id: one, optional: true, ${question} }]`), [answer])
  expect(turn.effects).toContainEqual(effect)
})

test('a consent that is asked for stands in the register as asked, once', () => {
  const ask = dialog('questions: [{ id: agree, answer: { type: yes_no }, optional: false, effect: consent }]')
  const asked = { do: 'consent', purpose: 'C2', state: 'asked', version: 'trip.1', by: 'chat' }
  expect(play(ask, []).effects).toContainEqual(asked)
  expect(play(ask, ['?']).effects).not.toContainEqual(asked)
})
