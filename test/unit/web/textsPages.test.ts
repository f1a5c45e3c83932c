import path from 'node:path'
import { loadContent } from '../../../src/content/loadContent'
import { OWN_TEXT_RULES } from '../../../src/domain/text/ownText'
import { asKept, asTyped } from '../../../src/web/pages/texts/valueNames'
import { STAFF_LANGUAGES, wordsFor } from '../../../src/web/words'

const { content } = loadContent(path.join(__dirname, '../../..'))
const inEach = STAFF_LANGUAGES.map(language => wordsFor(content.texts, language, 'Europe/Brussels'))

test('every rule, dialog and timeline has words in each language of staff', () => {
  const keys = [
    ...OWN_TEXT_RULES.map(rule => `texts:problem.${rule}`),
    ...content.dialogs.map(({ id }) => `texts:dialog.${id}`),
    ...content.timelines.flatMap(({ id }) => [`texts:timeline.${id}`, `campaigns:kind.${id}`]),
  ]
  for (const words of inEach) expect(keys.filter(key => words.say(key) === key)).toEqual([])
})

test('a value is typed in the language of who reads the page, and kept by its own name', () => {
  const values = ['name', 'weekday', 'who']
  const kept = 'مرحبا {{name}}، {{weekday}}. {{who}}'
  for (const words of inEach) expect(asKept(asTyped(kept, words), content.texts, values)).toBe(kept)
  expect(asTyped(kept, inEach[0]!)).toBe('مرحبا {naam}، {weekdag}. {wie is er}')
})

test.each([
  ['capitals and blanks', 'Dag { Naam }', 'Dag {{name}}'],
  ['two braces', 'Dag {{name}}', 'Dag {{name}}'],
  ['a name that nobody knows stays, to be told', 'Dag {voornaam}', 'Dag {{voornaam}}'],
])('%s', (_, typed, kept) => {
  expect(asKept(typed, content.texts, ['name'])).toBe(kept)
})
