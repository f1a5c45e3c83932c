import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { loadWords } from '../../../src/content/loadWords'

const root = resolve(__dirname, '../../..')
const french = readFileSync(join(root, 'locales/fr/words.json'), 'utf8')

function loadedFrom(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'brugbode-'))
  try {
    mkdirSync(join(folder, 'locales/fr'), { recursive: true })
    writeFileSync(join(folder, 'locales/fr/words.json'), text)
    return loadWords(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const line = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

test('our own 21 languages have no mistakes', () => {
  const { words, problems } = loadWords(root)
  expect(problems).toEqual([])
  expect(words.map(one => one.language).sort()).toHaveLength(21)
})

test.each([
  ['a yes that is also a stop', french.replace('"stop svp"', '"oui"'), '"oui" means both stop and yes'],
  [
    'a word of signs nobody can hear',
    french.replace('"stop svp"', '"\u200b"'),
    'stop: "\u200b" has nothing to hear',
  ],
  [
    'the words of another language',
    french.replace('"language": "fr"', '"language": "nl"'),
    'language: is "nl" in the folder of "fr"',
  ],
  [
    'a month thirteen',
    french.replace('"12": [\n', '"12": [').replace('"months": {', '"months": { "13": ["x"],'),
    'months.13: is none of 1 to 12',
  ],
  ['an unknown field', french.replace('"unsure"', '"unsur"'), 'unknown field "unsur"'],
  ['a file that is no JSON', french.slice(0, 200), ''],
])('%s is told, and the file left out', (_label, text, message) => {
  const { words, problems } = loadedFrom(text)
  expect(words).toEqual([])
  expect(problems.map(problem => problem.file)).toContain('locales/fr/words.json')
  expect(problems.map(problem => problem.message).join('\n')).toContain(message)
})

test('a mistake has its line', () => {
  const text = french.replace('"unsure"', '"unsur"')
  expect(loadedFrom(text).problems).toContainEqual({
    file: 'locales/fr/words.json',
    line: line(text, '"unsur"'),
    message: 'unknown field "unsur"',
  })
})
