import type { ExpectedText } from '../../../../src/domain/text/expectedText'
import { isAdvice, ownTextProblems, tidyText } from '../../../../src/domain/text/ownText'

const plan = (over: Partial<ExpectedText> = {}): ExpectedText => ({
  kind: 'question',
  required: true,
  template: true,
  values: new Set(['name', 'day', 'start', 'place', 'bring', 'phone', 'goal', 'benefit', 'event', 'contact']),
  fixed: false,
  ...over,
})
const SAVE = 'timelines/networking-event:save_the_date'
const STANDARD =
  'Dag {{name}}. {{day}}: {{event}}. {{goal}}. {{benefit}}. Bel {{contact}} op {{phone}}. Kan je komen?'

const broken = (text: string, language = 'nl', key = SAVE, over: Partial<ExpectedText> = {}) =>
  ownTextProblems({ key, language, text }, plan(over), STANDARD).map(({ problem, values }) =>
    [problem, values?.name ?? values?.word].filter(Boolean).join(' '),
  )

test.each([
  ['everything is in', STANDARD, []],
  ['nothing at all', '', ['empty']],
  [
    'a fact that the step must give',
    'Dag {{name}}. {{day}}: {{event}}. {{goal}}. {{benefit}}. {{contact}} helpt. Kan je komen?',
    ['missing_fact phone'],
  ],
  [
    'a value that the standard text has and the step may do without',
    'Dag {{name}}. {{day}} is het zover. {{goal}}. {{benefit}}. Bel {{phone}}. Kan je komen?',
    ['forgotten_value event', 'forgotten_value contact'],
  ],
  ['a value that nobody knows', `Beste {{naam}}. ${STANDARD}`, ['unknown_value naam']],
  ['two questions', STANDARD.replace('Dag {{name}}.', 'Dag {{name}}, alles goed?'), ['many_questions']],
  ['a question in the middle', `${STANDARD} Dank je wel.`, ['question_not_last']],
  ['an emoji after the question', `${STANDARD} 🙂`, []],
  ['no question', STANDARD.replace('Kan je komen?', 'Tot dan.'), ['asks_nothing']],
  ['a word of offices', STANDARD.replace('Dag', 'Gelieve te lezen, dag'), ['stiff Gelieve']],
])('%s', (_, text, expected) => {
  expect(broken(text)).toEqual(expected)
})

test('a question mark of another script asks as well', () => {
  const arabic = STANDARD.replace('Kan je komen?', 'هل تأتي؟').replaceAll(/Dag|Bel|op/g, 'م')
  expect(broken(arabic, 'ar')).toEqual([])
})

test('a date may be said in several ways; a text that is no step must give no facts', () => {
  const reminder =
    'Tot {{day}} om {{start}} in {{place}}. Breng {{bring}} mee. Bel {{phone}} als het niet lukt.'
  const key = 'timelines/networking-event:reminder'
  const found = ownTextProblems({ key, language: 'nl', text: reminder }, plan({ kind: 'message' }), reminder)
  expect(found).toEqual([])
  expect(broken('Kom je?', 'nl', 'dialogs/rsvp:coming.ask', { template: false })).not.toContain(
    'missing_fact name',
  )
})

test('advice never stops a text; everything else does', () => {
  const stops = ownTextProblems({ key: SAVE, language: 'nl', text: 'Gelieve te komen.' }, plan(), STANDARD)
  expect(stops.filter(problem => !isAdvice(problem)).map(({ problem }) => problem)).toContain('asks_nothing')
  expect(stops.filter(isAdvice).map(({ problem }) => problem)).toContain('stiff')
})

test.each([
  ['Windows line ends', 'a\r\nb', 'a\nb'],
  ['blanks at the ends of lines', ' a \n b ', 'a\nb'],
  ['direction marks', '\u2067a\u2069', 'a'],
  ['letters in two pieces', 'e\u0301', 'é'],
])('kept without %s', (_, typed, kept) => expect(tidyText(typed)).toBe(kept))
