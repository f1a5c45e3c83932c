import { readYesNo } from '../../../../../src/domain/dialog/answers/yesNo'
import { understand } from '../../../../../src/domain/dialog/understand'
import { anAnswerContext, lexicon } from '../../../../support/understood'

type Row = [language: string, said: Record<string, 'yes' | 'no' | null>]

const rows: Row[] = [
  [
    'nl',
    {
      ja: 'yes',
      'Ja graag': 'yes',
      'ja, natuurlijk!': 'yes',
      jaaaaa: 'yes',
      'j a': 'yes',
      ｊａ: 'yes',
      '👍🏽': 'yes',
      '👍👍👍': 'yes',
      'ja 👍': 'yes',
      'ja 😊': 'yes',
      neen: 'no',
      'nee, dank u': 'no',
      neeeee: 'no',
      'zeker niet': 'no',
      '👎🏿': 'no',
      'ja maar neen': null,
      'ja 👎': null,
      '👍👎': null,
      jarig: null,
      'weet ik niet': null,
      misschien: null,
      'ja?': null,
      'nee graag': null,
      bedankt: null,
      '🙏': null,
      'ja 🤷': null,
      stop: null,
      '1': null,
      '': null,
      '...': null,
    },
  ],
  ['en', { 'Yes please': 'yes', 'of course not': 'no', "I don't know": null, 'not sure': null }],
  [
    'fr',
    {
      OUI: 'yes',
      'd’accord': 'yes',
      'non merci': 'no',
      'oui non': null,
      'je ne sais pas': null,
      nonchalant: null,
    },
  ],
  [
    'ar',
    {
      نـعـم: 'yes',
      ايوه: 'yes',
      na3am: 'yes',
      لاااا: 'no',
      'لا شكرا': 'no',
      'ما بعرف': null,
      لاحقا: null,
      'نعم لا': null,
    },
  ],
  ['ps', { هو: 'yes', 'نه پوهېږم': null }],
  ['ti', { እወ: 'yes', አይፋል: 'no' }],
  ['bo', { 'ཡིན།': 'yes', 'མ་རེད་': 'no' }],
  ['uk', { нi: 'no', також: null }],
  ['ru', { 'да спасибо': 'yes', 'не знаю': null, неееет: 'no' }],
  ['an unknown language', { ja: 'yes', no: 'no', نعم: 'yes', ن: null }],
]

describe('yes and no as people type them', () => {
  for (const [language, said] of rows) {
    test.each(Object.entries(said))(`${language}: “%s” is %s`, (text, expected) => {
      expect(readYesNo(text, language, lexicon)).toBe(expected)
    })
  }
})

/** The same letters mean different things; what a person's own language says goes first. */
const traps: [text: string, meant: Record<string, 'yes' | 'no' | null>][] = [
  ['j', { nl: 'yes', sq: 'no', fr: null }],
  ['ن', { ar: 'yes', fa: 'no', 'fa-AF': 'no', ps: 'no', nl: null }],
  ['h', { so: 'yes', tr: 'no', nl: null }],
  ['تمام', { ar: 'yes', fa: null }],
  ['no', { en: 'no', es: 'no', nl: 'no', pl: null }],
  ['ne', { bg: 'no', tr: null, fr: null, nl: null }],
  ['la', { ar: 'no', fr: null, es: null }],
  ['na', { fa: 'no', nl: null }],
  ['si', { es: 'yes', fr: 'yes', sq: null, ro: null }],
  ['po', { sq: 'yes', pl: null }],
  ['jo', { sq: 'no', nl: null }],
  ['da', { ro: 'yes', nl: null }],
  ['nu', { ro: 'no', nl: null }],
  ['haa', { so: 'yes', ur: 'yes', nl: null }],
  ['ho', { ps: 'yes', nl: null }],
  ['may', { so: 'no', en: null }],
  ['+', { ru: 'yes', uk: 'yes', nl: null }],
  ['-', { ru: 'no', uk: 'no', nl: null }],
  ['ابدا', { ar: null }],
  ['tamam', { ar: 'yes', tr: 'yes' }],
  ['naam', { ar: 'yes', nl: null }],
]

test.each(traps)('the trap “%s” depends on the language', (text, meant) => {
  const heard = Object.keys(meant).map(language => [language, readYesNo(text, language, lexicon)])
  expect(Object.fromEntries(heard)).toEqual(meant)
})

test('the button decides, whatever its title', () => {
  const reply = { text: 'nee', payload: 'yes' }
  expect(understand(reply, { type: 'yes_no' }, anAnswerContext())).toEqual({ ok: true, value: 'yes' })
})

test('a button of another question is read by its words', () => {
  const reply = { text: 'Nee', payload: 'rsvp/coming/later' }
  expect(understand(reply, { type: 'yes_no' }, anAnswerContext())).toEqual({ ok: true, value: 'no' })
})

test('the words on our own buttons are understood', () => {
  const context = anAnswerContext({ labels: { yes: 'Ik kom!', no: 'Deze keer niet' } })
  const understood = ['ik kom', 'deze keer niet'].map(text =>
    understand({ text }, { type: 'yes_no' }, context),
  )
  expect(understood).toEqual([
    { ok: true, value: 'yes' },
    { ok: true, value: 'no' },
  ])
})
