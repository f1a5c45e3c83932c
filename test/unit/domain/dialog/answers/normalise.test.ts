import fc from 'fast-check'
import { clean, fold, keyOf, spellings } from '../../../../../src/domain/dialog/answers/normalise'

describe('clean', () => {
  test.each([
    ['Arabic-Indic digits', '٥/١٢', '5/12'],
    ['Persian digits', '۱۴', '14'],
    ['Tibetan digits', '༣', '3'],
    ['full-width digits', '１２', '12'],
    ['mathematical digits', '𝟯', '3'],
    ['a keycap with its variation selector', '1️⃣', '1'],
    ['a keycap without it', '1⃣', '1'],
    ['the keycap ten', '🔟', '10'],
    ['two keycaps stay two numbers', '1️⃣2️⃣', '1 2'],
    ['circled digits stay two numbers', '①②', '1 2'],
    ['a dingbat', '➌', '3'],
    ['another dingbat', '❶', '1'],
    ['the Ethiopic twelve', '፲፪', '12'],
    ['the Ethiopic two thousand and nineteen', '፳፻፲፱', '2019'],
    ['a French group', '1\u202f250', '1٬250'],
    ['a curly apostrophe', 'd’accord', "d'accord"],
    ['direction marks', '\u2066+32\u2069', '+32'],
    ['soft hyphens and zero-width spaces', 'j\u00ad\u200ba', 'ja'],
    ['a long minus', '−5', '-5'],
    ['a lone half of a sign', 'ja\ud800', 'ja'],
    ['the Turkish capital İ', 'İyi', 'iyi'],
  ])('%s', (_label, raw, expected) => {
    expect(clean(raw)).toBe(expected)
  })
})

describe('fold', () => {
  test.each([
    ['accents', 'Arrête !', 'arrete'],
    ['apostrophes', "s'il vous plaît", 'sil vous plait'],
    ['Arabic hamza and the final h', 'أحتاج مساعدة', 'احتاج مساعده'],
    ['Arabic vowel signs and the lengthening stroke', 'نَعـَم', 'نعم'],
    ['Arabic presentation forms', 'ﻧﻌﻢ', 'نعم'],
    ['Persian and Arabic letters', 'كتاب ي', 'کتاب ی'],
    ['Ethiopic letters that sound alike', 'ኣይፋል', 'አይፋል'],
    ['more of them', 'ሐሙስ', 'ሀሙስ'],
    ['Polish and Turkish letters', 'człowiek hayır', 'czlowiek hayir'],
    ['Latin look-alikes in a Cyrillic word', 'cтоп дa', 'стоп да'],
    ['a Latin word beside a Cyrillic one stays', 'stop да', 'stop да'],
    ['a final Tibetan shad and tsheg', 'ཡིན་།', 'ཡིན'],
    ['the Armenian ligature', 'եւ և', 'եւ եւ'],
    ['signs stand apart', '👍👍🏽ja', '👍 👍 ja'],
  ])('%s', (_label, raw, expected) => {
    expect(fold(raw)).toBe(expected)
  })
})

test('a text of signs alone is known by the sign, once', () => {
  expect(['???', ' + ', '؟؟', '', '!'].map(keyOf)).toEqual(['?', '+', '؟', '', '!'])
})

test('drawn-out letters are tried once and twice, and digits never', () => {
  expect(spellings('jaaaa')).toEqual(['jaaaa', 'ja', 'jaa'])
  expect(spellings('111')).toEqual(['111'])
})

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(..."aİıßΩ'´`1٣①፲🔟👍🏽\u20e3\ufe0f\u200d\u0301\u0654يیأ\ufdfaд.,-?　ﬁ\ud800\u202f"),
  }),
)

test('twice is once', () => {
  fc.assert(
    fc.property(anything, raw => {
      expect(clean(clean(raw))).toBe(clean(raw))
      expect(fold(fold(raw))).toBe(fold(raw))
      expect(keyOf(fold(raw) || keyOf(raw))).toBe(keyOf(raw))
    }),
    { numRuns: 2000 },
  )
})
