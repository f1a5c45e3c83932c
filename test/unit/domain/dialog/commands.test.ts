import { isStopWord, readCommand } from '../../../../src/domain/dialog/commands'
import type { Command } from '../../../../src/domain/dialog/definition'
import type { ChannelName } from '../../../../src/domain/message'
import { lexicon } from '../../../support/understood'

type Heard = Command | 'ask' | null

function heard(text: string, language: string, channel: ChannelName = 'whatsapp'): Heard {
  const read = readCommand(text, { language, lexicon, channel })
  if (read === null) return null
  return 'command' in read ? read.command : 'ask'
}

const rows: [language: string, said: Record<string, Heard>][] = [
  [
    'nl',
    {
      'STOP!!!': 'stop',
      'stop aub': 'stop',
      'stop stop stop': 'stop',
      stoooop: 'stop',
      's t o p': 'stop',
      '🛑🛑': 'stop',
      'ik wil geen berichten meer': 'stop',
      توقف: 'stop',
      'توقّف من فضلك': 'stop',
      ARRETE: 'stop',
      cтоп: 'stop',
      UNSTOP: 'start',
      help: 'help',
      '??': 'help',
      '؟': 'help',
      ℹ️: 'help',
      taal: 'language',
      volgende: 'skip',
      terug: 'back',
      '🔙': 'back',
      opnieuw: 'restart',
      mens: 'human',
      '🙋🏽‍♀️': 'human',
      annuleer: 'ask',
      خلاص: 'ask',
      'stop de bus': 'ask',
      'stop at the station': 'ask',
      'ik wil stoppen': 'ask',
      sto: null,
      stap: null,
      stopbord: null,
      terugkeer: null,
      talentest: null,
      'the end of the day': null,
      'ik neem morgen de trein en kom terug met mijn zus': null,
      ja: null,
      نعم: null,
      '👍': null,
      ok: null,
      '5': null,
      i: null,
      '': null,
    },
  ],
  [
    'en',
    {
      remove: 'stop',
      "I don't understand": 'help',
      'go back': 'back',
      'start over': 'restart',
      'call me': 'human',
    },
  ],
  [
    'fr',
    {
      arrêter: 'stop',
      aide: 'help',
      'une personne': 'human',
      'parler à quelqu’un': 'human',
      suivant: 'skip',
    },
  ],
  ['ar', { ابدا: 'start', 'ابدأ من جديد': 'restart', مساعدة: 'help', رجوع: 'back', stop: 'stop' }],
]

describe('commands as people type them', () => {
  for (const [language, said] of rows) {
    test.each(Object.entries(said))(`${language}: “%s” is %s`, (text, expected) => {
      expect(heard(text, language)).toBe(expected)
    })
  }
})

/** The same letters mean different things; what a person's own language says goes first. */
const traps: [text: string, meant: Record<string, Heard>][] = [
  ['cancel', { en: 'stop', nl: 'ask', fr: 'ask' }],
  ['تمام', { ar: null, fa: 'ask' }],
  ['dil', { tr: 'language', sq: 'ask', nl: null }],
  ['para', { es: 'stop', nl: null }],
  ['para ti', { es: null }],
  ['red', { tr: 'stop', en: null }],
  ['ret', { tr: 'stop', en: null }],
  ['agent', { en: 'human', nl: null }],
  ['sto', { pl: null, nl: null }],
  ['son', { tr: 'ask', fr: null }],
]

test.each(traps)('the trap “%s” depends on the language', (text, meant) => {
  expect(Object.fromEntries(Object.keys(meant).map(language => [language, heard(text, language)]))).toEqual(
    meant,
  )
})

test('on SMS the words that Twilio obeys are obeyed, and a yes stays an answer', () => {
  const words = ['CANCEL', 'End', 'QUIT', 'stopall', 'YES', 'ja']
  expect(words.map(word => heard(word, 'nl', 'sms'))).toEqual(['stop', 'stop', 'stop', 'stop', null, null])
  expect(words.map(word => heard(word, 'nl', 'whatsapp'))).toEqual([
    'ask',
    'stop',
    'stop',
    'stop',
    null,
    null,
  ])
})

test('every stop word of every language stops in that language, and the common ones in all', () => {
  const missed: string[] = []
  let words = 0
  for (const ears of lexicon.ears.values()) {
    for (const [word, command] of ears.commands) {
      if (command !== 'stop') continue
      words += 1
      if (heard(word, ears.language) !== 'stop') missed.push(`${ears.language} ${word}`)
    }
  }
  expect(missed).toEqual([])
  expect(words).toBeGreaterThan(300)
})

test('every command word is that command in its own language, and every yes and no is none', () => {
  const missed: string[] = []
  for (const ears of lexicon.ears.values()) {
    for (const [word, command] of ears.commands) {
      if (heard(word, ears.language) !== command) missed.push(`${ears.language} ${word} ${command}`)
    }
    for (const [word] of ears.answers) {
      if (heard(word, ears.language) !== null) missed.push(`${ears.language} ${word} answer`)
    }
  }
  expect(missed).toEqual([])
})

test('a stop word is known before anything else is known about the person', () => {
  const words = [
    'Stop',
    'STOP aub',
    'توقف',
    'стоп',
    '🛑',
    'annuleer',
    'para',
    'stop de bus',
    'ja',
    '',
    'stop '.repeat(3000),
  ]
  expect(words.map(word => isStopWord(word, lexicon))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
    false,
  ])
})
