import { loadContent } from '../../../src/content/loadContent'
import type { Say } from '../../../src/domain/message'
import type { RenderFor } from '../../../src/ports/texts'
import { contentFolder, type Files, OPINION_YAML, visitTexts } from '../../support/contentFolder'

const FSI = '\u2068'
const PDI = '\u2069'
const RLM = '\u200F'

const to = (over: Partial<RenderFor> = {}): RenderFor => ({
  language: 'nl',
  level: 'simple',
  channel: 'whatsapp',
  facts: { name: 'Els', event: 'De Brug', day: 'zaterdag 5 december (05/12/2026)' },
  ...over,
})

const texts = (changes: Files = {}) => loadContent(contentFolder(changes)).content.texts
const visit = (change: object, tag = 'nl'): Files => ({
  [`locales/${tag}/dialogs/visit.json`]: { ...visitTexts(tag), ...change },
})
const coming: Say = {
  text: 'dialogs/visit:coming.ask',
  question: { dialog: 'visit', version: 1, id: 'coming' },
}

test('a question has its choices as buttons on WhatsApp, and as numbered lines on SMS', () => {
  const both = texts()
  expect(both.render(coming, to())).toEqual({
    text: 'Kom je naar De Brug?',
    language: 'nl',
    direction: 'ltr',
    choices: [
      { id: 'visit/coming/yes', label: 'Ja' },
      { id: 'visit/coming/no', label: 'Nee' },
      { id: 'visit/coming/maybe', label: 'Misschien' },
    ],
    template: { name: 'visit_coming_ask', pattern: 'Kom je naar {{1}}?', values: ['De Brug'] },
  })
  expect(both.render(coming, to({ channel: 'sms' }))).toEqual({
    text: 'Kom je naar De Brug?\n1 Ja\n2 Nee\n3 Misschien',
    language: 'nl',
    direction: 'ltr',
  })
})

test('more than three choices become a list; faces are words on SMS', () => {
  const overall: Say = {
    text: 'dialogs/opinion:overall.ask',
    question: { dialog: 'opinion', version: 1, id: 'overall' },
  }
  const faces = {
    'locales/nl/answers.json': JSON.stringify({
      list_button: 'Kies',
      smiley: { 1: '😡 Heel slecht', 2: '🙁 Slecht', 3: '😐 Tussenin', 4: '🙂 Goed', 5: '😀 Heel goed' },
    }),
  }
  const rendered = texts(faces).render(overall, to())
  expect(rendered.choices?.map(({ label }) => label)).toEqual([
    '😡 Heel slecht',
    '🙁 Slecht',
    '😐 Tussenin',
    '🙂 Goed',
    '😀 Heel goed',
  ])
  expect(rendered.listButton).toBe('Kies')
  expect(texts(faces).render(overall, to({ channel: 'sms' })).text).toBe(
    'Hoe was het?\n1 Heel slecht\n2 Slecht\n3 Tussenin\n4 Goed\n5 Heel goed',
  )
})

test('a question that is asked again has its numbers on WhatsApp too, behind what was wrong', () => {
  const again: Say = { ...coming, lead: [{ text: 'answers:problem.not_an_option' }], numbered: true }
  expect(texts().render(again, to()).text).toBe(
    'nl problem.not_an_op\nKom je naar De Brug?\n1 Ja\n2 Nee\n3 Misschien',
  )
})

test('values are kept together from right to left, and the mark stands in the template', () => {
  const rendered = texts().render(coming, to({ language: 'ar' }))
  expect(rendered.text).toBe(`هل تأتي إلى ${FSI}De Brug${PDI}؟`)
  expect(rendered.direction).toBe('rtl')
  expect(rendered.template).toEqual({
    name: 'visit_coming_ask',
    pattern: `هل تأتي إلى ${FSI}{{1}}${PDI}؟`,
    values: ['De Brug'],
  })
})

test('labels have no marks: they count, and some systems compare them', () => {
  const labels = texts()
    .render(coming, to({ language: 'ar' }))
    .choices?.map(({ label }) => label)
  expect(labels).toEqual(['نعم', 'لا', 'ربما'])
})

test('no mark is ever put into Dutch, which would double the price of an SMS', () => {
  const { text } = texts().render(coming, to({ channel: 'sms' }))
  expect(text).not.toMatch(/[\u2066-\u2069\u200E\u200F]/)
})

test('a line from right to left that begins with a Latin name keeps its direction', () => {
  const said = texts(visit({ declined: 'Els: حسنا' }, 'ar')).render(
    { text: 'dialogs/visit:declined' },
    to({ language: 'ar' }),
  )
  expect(said.text).toBe(`${RLM}Els: حسنا`)
})

test('a message that is missing comes whole from the next language, and says which was wanted', () => {
  const without = visitTexts('ar')
  const files = { 'locales/ar/dialogs/visit.json': { ...without, coming: { ...without.coming, maybe: '' } } }
  const rendered = texts(files).render(coming, to({ language: 'ar' }))
  expect(rendered).toMatchObject({
    language: 'nl',
    wanted: 'ar',
    direction: 'ltr',
    text: 'Kom je naar De Brug?',
  })
  expect(rendered.choices?.map(({ label }) => label)).toEqual(['Ja', 'Nee', 'Misschien'])
})

test('a language that nobody wrote falls back as well', () => {
  expect(texts().render(coming, to({ language: 'ps' }))).toMatchObject({ language: 'nl', wanted: 'ps' })
})

test('a person who reads easily gets the standard version where there is one', () => {
  const level = 'standard' as const
  const both = texts(visit({ declined_standard: 'Dat is helemaal in orde.' }))
  expect(both.render({ text: 'dialogs/visit:declined' }, to({ level })).text).toBe('Dat is helemaal in orde.')
  expect(both.render({ text: 'dialogs/visit:declined' }, to()).text).toBe('Dat is goed.')
  expect(both.render({ text: 'dialogs/visit:closed' }, to({ level })).text).toBe('De vraag is gesloten.')
})

test('a line whose value nobody has is left out; the template shows a dash', () => {
  const rendered = texts().render({ text: 'dialogs/visit:done' }, to())
  expect(rendered.text).toBe('Dank je wel.')
  expect(rendered.template).toEqual({
    name: 'visit_done',
    pattern: 'Dank je wel.\nMet: {{1}}',
    values: ['–'],
  })
})

test('what a person typed is never read as a place, a nested text or HTML', () => {
  const who = "{{name}} $t(dialogs/visit:declined) <b>O'Neil</b>"
  expect(texts().render({ text: 'dialogs/visit:done', values: { who } }, to()).text).toBe(
    `Dank je wel.\nMet: ${who}`,
  )
})

test('an option that comes back in a text is worded in the language of the message', () => {
  const say: Say = { text: 'dialogs/visit:done', texts: { who: 'dialogs/visit:coming.maybe' } }
  expect(texts().render(say, to({ language: 'ar' })).text).toContain(`${FSI}ربما${PDI}`)
})

test('on SMS each letter that doubles the price has its plain look-alike', () => {
  const files = visit({ declined: '“Dat\u00A0is” – goed… ‘ja’\u202F!' })
  const sms = texts(files).render({ text: 'dialogs/visit:declined' }, to({ channel: 'sms' }))
  expect(sms.text).toBe('"Dat is" - goed... \'ja\' !')
  expect(texts(files).render({ text: 'dialogs/visit:declined' }, to()).text).toContain('“')
})

test('buttons outside a dialog have a text or a name of their own', () => {
  const say: Say = {
    text: 'system:language.ask',
    choices: [
      { id: 'language:ar', label: 'العربية' },
      { id: 'confirm:yes', text: 'answers:yes' },
    ],
  }
  expect(texts().render(say, to()).choices).toEqual([
    { id: 'language:ar', label: 'العربية' },
    { id: 'confirm:yes', label: 'Ja' },
  ])
})

describe("an organiser's own question", () => {
  const own = {
    id: 'own_food',
    kind: 'choice' as const,
    ask: { nl: 'Hoe was het eten bij {{event}}?', ar: 'كيف كان الطعام؟' },
    options: [
      { nl: 'Goed', ar: 'جيد' },
      { nl: 'Te weinig', ar: 'قليل' },
    ],
  }
  const opinion = 'id: opinion'
  const withPlace = texts({
    'dialogs/opinion.yaml': OPINION_YAML.replace(
      opinion,
      `${opinion}\nownQuestions: { most: 1, before: overall }`,
    ),
  })
  const say = (asked: typeof own): Say => ({
    text: 'dialogs/opinion:own_food.ask',
    question: { dialog: 'opinion', version: 1, id: 'own_food', own: asked },
  })

  test('is said in its own words, which are no pattern', () => {
    expect(withPlace.render(say(own), to())).toMatchObject({
      text: own.ask.nl,
      choices: [
        { id: 'opinion/own_food/option_1', label: 'Goed' },
        { id: 'opinion/own_food/option_2', label: 'Te weinig' },
      ],
    })
    expect(withPlace.render(say(own), to({ language: 'ar', channel: 'sms' })).text).toBe(
      `${own.ask.ar}\n1 جيد\n2 قليل`,
    )
  })

  test('comes whole in Dutch where one of its answers has no words', () => {
    const half = { ...own, options: [{ nl: 'Goed', ar: 'جيد' }, { nl: 'Te weinig' }] }
    expect(withPlace.render(say(half as typeof own), to({ language: 'ar' }))).toMatchObject({
      text: own.ask.nl,
      language: 'nl',
      wanted: 'ar',
    })
  })
})

test('plural forms follow the language', () => {
  const files = {
    'locales/nl/web.json': { days_one: '{{count}} dag', days_other: '{{count}} dagen' },
    'locales/ar/web.json': {
      days_zero: 'صفر',
      days_one: 'يوم',
      days_two: 'يومان',
      days_few: '{{count}} أيام',
      days_many: '{{count}} يوما',
      days_other: '{{count}} يوم',
    },
  }
  const both = texts(files)
  expect([1, 2].map(count => both.say('web:days', 'nl', { count }))).toEqual(['1 dag', '2 dagen'])
  expect([0, 1, 2, 3, 11].map(count => both.say('web:days', 'ar', { count }))).toEqual([
    'صفر',
    'يوم',
    'يومان',
    '3 أيام',
    '11 يوما',
  ])
})

test('Dutch stands first among the languages, under its own name', () => {
  const both = texts()
  expect(both.languages).toEqual(['nl', 'ar'])
  expect(both.languages.map(both.endonym)).toEqual(['Nederlands', 'العربية'])
})
