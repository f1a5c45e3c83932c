import type { DialogRun, Effect } from '../../../../src/domain/conversation'
import { advance, type DialogContext } from '../../../../src/domain/dialog/advance'
import type { Dialog } from '../../../../src/domain/dialog/definition'
import { newRun } from '../../../../src/domain/dialog/newRun'

const NOW = 1_000_000_000
const DAY = 86_400_000

const FORM: Dialog = {
  id: 'form',
  version: 1,
  privacy: 'named',
  purpose: 'C1',
  closesAfterDays: 1,
  quiet: false,
  questions: [
    { id: 'who', answer: { type: 'text', maxLength: 100 }, optional: true, effect: 'about' },
    { id: 'fit', answer: { type: 'scale', min: 1, max: 5 }, optional: true },
    { id: 'another', answer: { type: 'yes_no' }, optional: true, againWhen: ['yes'] },
  ],
}

const context: DialogContext = {
  now: NOW,
  canSpeak: false,
  read: reply => ({ ok: true, value: reply.text }),
  seal: () => '',
}

function play(...said: (string | 'skip')[]): { run: DialogRun; effects: Effect[] } {
  let run = newRun(FORM, { id: 'run:1', now: NOW, campaign: 'spring', opening: { text: 'step' } })
  const effects: Effect[] = []
  for (const one of ['', ...said]) {
    const input =
      one === ''
        ? { do: 'start' as const, notAfter: NOW + DAY }
        : one === 'skip'
          ? { do: 'skip' as const }
          : { do: 'reply' as const, reply: { text: one } }
    const turn = advance(FORM, JSON.parse(JSON.stringify(run)), input, {
      ...context,
      now: NOW + effects.length,
    })
    run = turn.run
    effects.push(...turn.effects)
  }
  return { run, effects }
}

const kept = (effects: Effect[]) => effects.flatMap(effect => (effect.do === 'keep' ? [effect] : []))

test('one form is kept and the next opens in its own words, until the same moment', () => {
  const { run, effects } = play('Amina', '4', 'yes')
  expect(kept(effects)).toMatchObject([
    {
      complete: true,
      about: 'Amina',
      run: { id: 'run:1', answers: { who: 'Amina', fit: '4', another: 'yes' } },
    },
  ])
  expect(run).toMatchObject({ id: 'run:1+2', question: 'who', answers: {}, skipped: [], closesAt: NOW + DAY })
  expect(effects.slice(-2)).toMatchObject([
    { do: 'say', say: { text: 'dialogs/form:who.ask' } },
    { do: 'timer', what: 'close', run: 'run:1+2', at: NOW + DAY },
  ])
})

test('as many as there are people, each under a name of its own', () => {
  const { run, effects } = play('Amina', '4', 'yes', 'Karim', 'skip', 'yes', 'skip', '2', 'no')
  expect(kept(effects).map(({ run, about }) => [run.id, about])).toEqual([
    ['run:1', 'Amina'],
    ['run:1+2', 'Karim'],
    ['run:1+3', undefined],
  ])
  expect(run.question).toBeUndefined()
})

test('a form that nobody finishes is kept in part; one that nobody began is not', () => {
  const closed = (said: string[]) => {
    const { run } = play(...said)
    return kept(advance(FORM, run, { do: 'close' }, { ...context, now: NOW + DAY }).effects)
  }
  expect(closed(['Amina', '4', 'yes', 'Karim'])).toMatchObject([{ complete: false, about: 'Karim' }])
  expect(closed(['Amina', '4', 'yes'])).toEqual([])
})
