import { checkContent } from '../../../src/content/checkContent'
import {
  botTexts,
  contentFolder,
  type Files,
  OPINION_YAML,
  SPRING_YAML,
  VISIT_YAML,
  visitTexts,
} from '../../support/contentFolder'

const VISIT = 'dialogs/visit.yaml'
const OPINION = 'dialogs/opinion.yaml'
const NL = 'locales/nl/dialogs/visit.json'
const AR = 'locales/ar/dialogs/visit.json'

const visit = (from: string, to: string): Files => ({ [VISIT]: spoil(VISIT_YAML, from, to) })
const opinion = (from: string, to: string): Files => ({ [OPINION]: spoil(OPINION_YAML, from, to) })
const nl = (from: string, to: string): Files => ({
  [NL]: spoil(JSON.stringify(visitTexts('nl'), null, 2), from, to),
})
const ar = (from: string, to: string): Files => ({
  [AR]: spoil(JSON.stringify(visitTexts('ar'), null, 2), from, to),
})

function spoil(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`nothing to spoil: ${from}`)
  return text.replace(from, to)
}

const problems = (changes: Files) =>
  checkContent(contentFolder(changes)).problems.map(({ file, line, message }) => `${file}:${line} ${message}`)

test('a house that is right has no problems, and the check says how much it looked at', () => {
  const { problems, looked } = checkContent(contentFolder())
  expect(problems).toEqual([])
  expect(looked).toMatchObject({ dialogs: 2, questions: 4, timelines: 1, steps: 1, languages: 2 })
  expect(looked.texts).toBeGreaterThan(100)
})

const LONG = 'a'.repeat(351)
const SIXTEEN =
  'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien'

/** The end of the opinion. */
const LAST = '{ type: smiley }\n    optional: true'

const MISTAKES: [name: string, changes: Files, problem: string | RegExp][] = [
  [
    'a field that does not exist',
    visit('quiet: false', 'quiet: false\ncolour: red'),
    `${VISIT}:8 unknown field "colour"`,
  ],
  [
    'a question with an unknown field',
    visit('effect: rsvp', 'efect: rsvp'),
    `${VISIT}:13 questions.0: unknown field "efect"`,
  ],
  [
    'an effect that does not exist',
    visit('effect: rsvp', 'effect: dance'),
    new RegExp(`${VISIT}:13 questions.0.effect: is none of`),
  ],
  ['a file that is no YAML', { [VISIT]: 'id: visit\n  version: [1' }, new RegExp(`^${VISIT}:2 `)],
  [
    'a dialog in a file of another name',
    { 'dialogs/visit.yaml': null, 'dialogs/other.yaml': VISIT_YAML },
    'dialogs/other.yaml:1 the file of this dialog is called visit.yaml',
  ],
  [
    'a yes without quotes',
    visit("['yes', 'no', maybe]", '[true, maybe]'),
    /write 'yes' and 'no' between quotes/,
  ],
  [
    'a condition on a missing question',
    visit('{ question: coming, is', '{ question: going, is'),
    `${VISIT}:19 there is no question going`,
  ],
  [
    'a condition on its own answer',
    visit('{ question: coming, is', '{ question: who, is'),
    `${VISIT}:19 who waits for its own answer: a loop`,
  ],
  [
    'two questions that wait for each other',
    {
      [VISIT]: spoil(
        VISIT_YAML,
        '    effect: rsvp',
        "    askWhen: { question: who, is: 'x' }\n    effect: rsvp",
      ),
    },
    `${VISIT}:13 coming and who wait for each other: a loop`,
  ],
  [
    'a condition on an option that is none',
    visit("is: 'yes'", "is: 'perhaps'"),
    `${VISIT}:19 perhaps is none of the options of coming`,
  ],
  [
    'an ending on an option that is none',
    visit("endWhen: ['no']", "endWhen: ['never']"),
    `${VISIT}:15 never is none of the options`,
  ],
  [
    'a ladder under what is no choice',
    opinion(LAST, `${LAST}\n    ladder: { low: [bad], high: [good] }`),
    `${OPINION}:18 only a choice needs one`,
  ],
  [
    'a ladder that forgets an option',
    visit('effect: rsvp', "effect: rsvp\n    ladder: { low: ['no'], high: ['yes'] }"),
    `${VISIT}:14 has each option once, from bad to good`,
  ],
  ['a question twice', visit('- id: who', '- id: coming'), /there are two questions coming/],
  ['an option with the name of a text', visit('maybe]', 'help]'), /the option help has the name of a text/],
  [
    'a reminder after the end',
    visit('remindAfterHours: 24', 'remindAfterHours: 72'),
    `${VISIT}:6 the reminder comes after the dialog is closed`,
  ],
  ['an echo of nothing', visit('echo: [who]', 'echo: [who, why]'), `${VISIT}:8 there is no question why`],
  [
    'an anonymous dialog that repeats an answer',
    opinion('quiet: false', 'quiet: false\necho: [overall]'),
    `${OPINION}:8 a text may not repeat an answer: this dialog is anonymous`,
  ],
  [
    'an anonymous dialog that branches',
    opinion(LAST, `${LAST}\n    askWhen: { question: start, is: start }`),
    `${OPINION}:18 what is asked may not depend on an answer: this dialog is anonymous`,
  ],
  [
    'an anonymous dialog that answers each option in its own way',
    opinion('effect: consent', 'effect: consent\n    acknowledge: per_option'),
    /what is said may not depend on an answer/,
  ],
  [
    'an anonymous dialog that changes the enrolment',
    opinion('effect: consent', 'effect: rsvp'),
    /rsvp would tie an answer to a name/,
  ],
  [
    "an organiser's questions without a place",
    opinion('quiet: false', 'quiet: false\nownQuestions: { most: 1, before: start }'),
    `${OPINION}:8 there is no question start after the first`,
  ],
  [
    "an organiser's questions with a name on the answers",
    visit('quiet: false', 'quiet: false\nownQuestions: { most: 1, before: who }'),
    `${VISIT}:8 an organiser asks without names only`,
  ],
  [
    'an anonymous dialog that begins anew',
    opinion(LAST, `${LAST}\n    againWhen: ['5']`),
    /each person answers once/,
  ],
  [
    'a dialog that begins anew in its middle',
    visit('effect: rsvp', "effect: rsvp\n    againWhen: ['yes']"),
    /only the last question may begin anew/,
  ],
  ['a name that is a choice', visit('effect: rsvp', 'effect: about'), /a name is written in words/],
  ['an anonymous dialog without an instrument', opinion('instrument: E-01\n', ''), /needs an instrument/],
  [
    'a step that opens an unknown dialog',
    { 'timelines/spring.yaml': spoil(SPRING_YAML, 'dialog: visit', 'dialog: visits') },
    /^timelines\/spring.yaml:12 .*there is no dialog visits/,
  ],

  ['a text that is missing', nl('"done"', '"doone"'), `${NL}:1 the text done is missing`],
  [
    'a text that is left over',
    nl('"done"', '"extra": "Hallo.",\n  "done"'),
    `${NL}:14 extra: nothing uses this text`,
  ],
  ['a text that is empty', ar('"حسنا."', '""'), `${AR}:1 the text declined is missing`],
  [
    'a text that is no text',
    nl('"Dat is goed."', '5'),
    `${NL}:15 declined: a text is a string between quotes`,
  ],
  [
    'a file of words for no dialog',
    { 'locales/nl/dialogs/gone.json': { ask: 'Hallo.' } },
    'locales/nl/dialogs/gone.json:2 ask: nothing uses this text',
  ],
  [
    'a value that a translation forgot',
    ar('إلى {{event}}؟', 'إلينا؟'),
    `${AR}:3 coming.ask: {{event}} is missing; Dutch has it`,
  ],
  [
    'a value that nobody fills in',
    nl('naar {{event}}', 'naar {{evant}}'),
    /coming.ask: nobody fills in {{evant}}/,
  ],
  [
    'the answer of another question',
    nl('Ben je er bij?', 'Ben je er bij, {{coming}}?'),
    /nobody fills in {{coming}}/,
  ],
  [
    'a message that is too long',
    nl('"Dat is goed."', `"${LONG}"`),
    `${NL}:15 declined: 351 letters; 350 is the most`,
  ],
  [
    'a button that is too long',
    nl('"Misschien"', '"Misschien kom ik later"'),
    /coming.maybe: 22 letters; 20 is the most/,
  ],
  [
    'two questions in one message',
    nl('Ben je er bij?', 'Ben je er bij? Met wie?'),
    /2 question marks; a message asks one thing/,
  ],
  ['a question that asks nothing', nl('Ben je er bij?', 'Je bent er bij.'), /coming.help: asks nothing/],
  ['thanks that ask something', nl('"Fijn."', '"Fijn?"'), /coming.acknowledge_yes: stands before a question/],
  ['options that look alike', nl('"Misschien"', '"nee!"'), /coming.maybe: "nee!" looks like "Nee"/],
  ['an option that means stop', nl('"Misschien"', '"Stop"'), /coming.maybe: "Stop" means stop in/],
  [
    'a sentence that is too long',
    nl('"Dat is goed."', `"${SIXTEEN}"`),
    /a sentence of 16 words; 15 is the most/,
  ],
  ['a direction mark in a file', ar('"حسنا."', '"\u2067حسنا\u2069."'), /has an invisible direction mark/],
  [
    'a template that begins with a value',
    { 'locales/nl/timelines/spring.json': { invitation: '{{name}}, kom je op {{day}} bij ons?' } },
    /a template may not begin with a value/,
  ],
  [
    'a template that ends with a value',
    { 'locales/nl/timelines/spring.json': { invitation: 'Dag {{name}}. Kom je op {{day}}?' } },
    /a template may not end with a value/,
  ],
  [
    'a template with values side by side',
    { 'locales/nl/timelines/spring.json': { invitation: 'Dag {{name}} {{day}}. Kom je bij ons?' } },
    /two values side by side/,
  ],
  [
    'a language without language.json',
    { 'locales/ar/language.json': null },
    'locales/ar/language.json:1 is missing',
  ],
  [
    'a language that falls back to nowhere',
    {
      'locales/nl/language.json': {
        endonym: 'Nederlands',
        direction: 'ltr',
        intl: 'nl-BE',
        whatsapp: 'nl',
        fallback: ['xx'],
        live: true,
        review: 'unreviewed',
      },
    },
    'locales/nl/language.json:1 falls back to xx, which is not in locales/',
  ],
]

test.each(MISTAKES)('%s is told with its place', (_, changes, problem) => {
  const found = problems(changes)
  if (typeof problem === 'string') expect(found).toContain(problem)
  else expect(found).toContainEqual(expect.stringMatching(problem))
})

test('a question that fits alone but not with its choices is told', () => {
  const options = Array.from({ length: 10 }, (_, n) => `town_${n}`)
  const labels = Object.fromEntries(options.map((id, n) => [id, `${'abcdefghij'[n]?.repeat(23)}`]))
  const ask = `${'Een woord.\n'.repeat(62)}Kom je?`
  const found = problems({
    [VISIT]: spoil(VISIT_YAML, 'type: text, maxLength: 40', `type: choice, options: [${options.join(', ')}]`),
    [NL]: { ...visitTexts('nl'), who: { ask, help: 'Met wie?', ...labels } },
    [AR]: { ...visitTexts('ar'), who: { ...visitTexts('ar').who, ...labels } },
    'locales/nl/answers.json': { ...botTexts('answers', 'nl'), reminder: 'Een woord. '.repeat(9).trim() },
  })
  expect(found).toEqual([
    expect.stringMatching(/who.ask: with its choices 10\d\d letters; WhatsApp takes 1024/),
  ])
})

test('all mistakes are told at once, in order of file and line', () => {
  const found = problems({
    ...visit('effect: rsvp', 'effect: dance'),
    ...opinion('quiet: false', 'quiet: maybe'),
  })
  expect(found.filter(problem => problem.startsWith('dialogs/'))).toEqual([
    expect.stringMatching(/^dialogs\/opinion.yaml:7 /),
    expect.stringMatching(/^dialogs\/visit.yaml:13 /),
  ])
})

test('a draft language may be half done, and is not offered', () => {
  const folder = contentFolder({
    'locales/ar/language.json': {
      endonym: 'العربية',
      direction: 'rtl',
      intl: 'ar',
      whatsapp: 'ar',
      fallback: [],
      live: false,
      review: 'unreviewed',
    },
    'locales/ar/dialogs/visit.json': null,
  })
  const { problems, looked } = checkContent(folder)
  expect(problems).toEqual([])
  expect(looked.languages).toBe(1)
})

test('plural forms are exactly those of the language', () => {
  const days = (tag: string, forms: Record<string, string>) => ({
    [`locales/${tag}/web.json`]: forms,
  })
  const dutch = days('nl', { days_one: '{{count}} dag', days_other: '{{count}} dagen' })
  expect(problems(dutch)).toEqual([])
  expect(problems({ ...dutch, ...days('ar', { days_one: 'يوم', days_other: '{{count}} يوما' }) })).toEqual([
    'locales/ar/web.json:2 days: this language also needs few, many, two, zero',
  ])
  expect(
    problems(
      days('nl', { days_one: '{{count}} dag', days_other: '{{count}} dagen', days_few: '{{count}} x' }),
    ),
  ).toEqual(['locales/nl/web.json:2 days: this language has no few'])
})

test('a line of a French page never begins with a mark', () => {
  const french = (says: string) =>
    problems({
      'locales/fr/language.json': {
        endonym: 'français',
        direction: 'ltr',
        intl: 'fr',
        whatsapp: 'fr',
        fallback: ['nl'],
        live: true,
        review: 'unreviewed',
      },
      'locales/nl/web.json': { says: 'Wat?' },
      'locales/fr/web.json': { says },
    }).filter(problem => problem.startsWith('locales/fr/web.json'))
  for (const torn of ['Quoi ?', '« Quoi »', 'Voici : rien']) expect(french(torn)).toHaveLength(1)
  expect(french('«\u202fQuoi\u202f?\u202f»')).toEqual([])
})
