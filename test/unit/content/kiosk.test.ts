import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadContent } from '../../../src/content/loadContent'

const LOCALES = join(__dirname, '../../../locales')
/** Spoken by nobody's bot yet, but the tablet at the door greets in them. */
const GREETS = 'am bg bo es fa fa-AF hy pl ps ro ru so sq ti tr uk ur'.split(' ')
const KEYS =
  'title greeting nobody question_1 question_2 face.1 face.2 face.3 face.4 face.5 next other_choice skip thanks back languages waits ended'

const flat = (value: object, before = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[before + key, inner] as [string, string]] : flat(inner, `${before}${key}.`),
  )
const kiosk = (tag: string) => flat(JSON.parse(readFileSync(join(LOCALES, tag, 'kiosk.json'), 'utf8')))

test.each(GREETS)('the tablet has all its words in %s, short, each answer another', tag => {
  const words = kiosk(tag)
  expect(words.map(([key]) => key)).toEqual(KEYS.split(' '))
  expect(words.filter(([, text]) => text !== text.normalize('NFC').trim() || text.length > 70)).toEqual([])
  expect(new Set(words.filter(([key]) => key.startsWith('face')).map(([, text]) => text)).size).toBe(5)
})

test('no language is left out, and none of these is offered to people who write with us', () => {
  const { content } = loadContent(join(LOCALES, '..'))
  const all = readdirSync(LOCALES).filter(tag => !content.texts.languages.includes(tag))
  expect(all).toEqual(GREETS)
  expect(all.map(tag => content.texts.endonym(tag))).not.toEqual(all)
})
