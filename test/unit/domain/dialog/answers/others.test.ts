import type { AnswerSpec, AnswerValue, Reply, Understood } from '../../../../../src/domain/dialog/definition'
import { understand } from '../../../../../src/domain/dialog/understand'
import { anAnswerContext, typed } from '../../../../support/understood'

const table: [spec: AnswerSpec, said: Record<string, AnswerValue>][] = [
  [
    { type: 'time' },
    {
      '18:30': '18:30',
      '18u30': '18:30',
      '18.30': '18:30',
      '18u': '18:00',
      '18 uur': '18:00',
      'om 9u': '09:00',
      '9h15': '09:15',
      '6 pm': '18:00',
      '12 am': '00:00',
      '6:30 p.m.': '18:30',
      '٦:٣٠ م': '18:30',
      '7': '(not_a_time)',
      'half zeven': '(not_a_time)',
      '25:00': '(not_a_time)',
      '18:75': '(not_a_time)',
      '18:30 of 19:00': '(not_a_time)',
    },
  ],
  [
    { type: 'language' },
    {
      Nederlands: 'nl',
      vlaams: 'nl',
      العربية: 'ar',
      'in het Frans': 'fr',
      'Engels aub': 'en',
      ትግርኛ: 'ti',
      'prs?': '(not_a_language)',
      'Nederlands of Engels': '(not_a_language)',
      'geen Engels': '(not_a_language)',
      ja: '(not_a_language)',
    },
  ],
  [
    { type: 'location' },
    {
      '51.2093, 3.2247': { latitude: 51.2093, longitude: 3.2247 },
      '91.0, 3.2': '(location_please)',
      Brugge: '(location_please)',
    },
  ],
  [
    { type: 'text', maxLength: 5 },
    {
      ' ab ': 'ab',
      'a\u202eb': 'ab',
      'می\u200cخ': 'می\u200cخ',
      '😀😀😀😀😀': '😀😀😀😀😀',
      abcdef: '(too_long)',
      '\u200e': '(empty)',
      ' ': '(empty)',
    },
  ],
]

describe.each(table)('%o', (spec, said) => {
  test.each(Object.entries(said))('“%s” is %o', (text, expected) => {
    expect(typed(text, spec)).toEqual(expected)
  })
})

test('a language is also its place in the list the person saw', () => {
  const labels = { fr: 'français', ar: 'العربية' }
  expect([
    typed('2', { type: 'language' }, { labels }),
    typed('3', { type: 'language' }, { labels }),
  ]).toEqual(['ar', '(not_a_language)'])
})

const note = { url: 'media/1', type: 'audio/ogg; codecs=opus' }
const SPOKEN = { sound: 'sound', key: 'key', type: 'audio/ogg' }
const photo = { url: 'media/2', type: 'image/jpeg' }
const sent: [label: string, spec: AnswerSpec, reply: Reply, expected: Understood][] = [
  [
    'a voice note where nobody heard it',
    { type: 'text', maxLength: 100 },
    { text: '', media: [note] },
    { ok: false, problem: 'text_please' },
  ],
  [
    'a voice note that was heard',
    { type: 'text', maxLength: 100 },
    { text: '', media: [note], heard: SPOKEN },
    { ok: true, value: SPOKEN },
  ],
  [
    'a voice note that was gone',
    { type: 'text', maxLength: 100 },
    { text: '', media: [note], heard: { problem: 'voice_gone' } },
    { ok: false, problem: 'voice_gone' },
  ],
  [
    'a voice note for a face',
    { type: 'smiley' },
    { text: '', media: [note], heard: SPOKEN },
    { ok: false, problem: 'text_please' },
  ],
  [
    'a photo',
    { type: 'file', accept: ['image/*'] },
    { text: '', media: [photo] },
    { ok: true, value: { media: 'media/2', type: 'image/jpeg' } },
  ],
  [
    'a photo for a letter',
    { type: 'file', accept: ['application/pdf'] },
    { text: '', media: [photo] },
    { ok: false, problem: 'file_type' },
  ],
  [
    'no file',
    { type: 'file', accept: ['image/*'] },
    { text: 'later' },
    { ok: false, problem: 'file_please' },
  ],
  [
    'two files',
    { type: 'file', accept: ['image/*'] },
    { text: '', media: [photo, photo] },
    { ok: false, problem: 'more_than_one' },
  ],
  [
    'a shared place',
    { type: 'location' },
    { text: '', location: { latitude: 51, longitude: 3, label: 'Thuis' } },
    { ok: true, value: { latitude: 51, longitude: 3 } },
  ],
  [
    'a voice note for a number',
    { type: 'number', min: 0, max: 9, integer: true },
    { text: '', media: [note] },
    { ok: false, problem: 'text_please' },
  ],
  [
    'a place for a text',
    { type: 'text', maxLength: 9 },
    { text: '', location: { latitude: 51, longitude: 3 } },
    { ok: false, problem: 'text_please' },
  ],
  ['nothing', { type: 'yes_no' }, { text: ' ' }, { ok: false, problem: 'empty' }],
]

test.each(sent)('%s', (_label, spec, reply, expected) => {
  expect(understand(reply, spec, anAnswerContext())).toEqual(expected)
})
