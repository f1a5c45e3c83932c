import type { AnswerValue } from '../../../../../src/domain/dialog/definition'
import { typed } from '../../../../support/understood'

const mobile = '+32470123456'
const said: Record<string, AnswerValue> = {
  '0470/12.34.56': mobile,
  '0470 12 34 56': mobile,
  '0470-12-34-56': mobile,
  '04 70 12 34 56.': mobile,
  '(0470) 12 34 56': mobile,
  '470123456': mobile,
  '+32 470 12 34 56': mobile,
  '+32 (0)470 12 34 56': mobile,
  '0032470123456': mobile,
  '32470123456': mobile,
  '٠٤٧٠١٢٣٤٥٦': mobile,
  '۰۴۷۰۱۲۳۴۵۶': mobile,
  '\u2066+32 470 12 34 56\u2069': mobile,
  '0470\u200b12\u00a03456': mobile,
  'mijn nummer is 0470123456': mobile,
  '02 555 12 12': '+3225551212',
  '+33 6 12 34 56 78': '+33612345678',
  '112': '(not_a_phone)',
  '0470 12 34': '(not_a_phone)',
  '0470 12 34 56 78': '(not_a_phone)',
  '06 12 34 56 78': '(not_a_phone)',
  '0470123456 of 0471123456': '(not_a_phone)',
  '0470123456 0471123456': '(not_a_phone)',
  '56 34 12 470 32+': '(not_a_phone)',
  'jan0470123456@voorbeeld.be': '(not_a_phone)',
  'bel mij': '(not_a_phone)',
}

test.each(Object.entries(said))('“%s” is %s', (text, expected) => {
  expect(typed(text, { type: 'phone', region: 'BE' })).toBe(expected)
})

test('a number without a country belongs to the region of the question', () => {
  expect(typed('06 12 34 56 78', { type: 'phone', region: 'FR' })).toBe('+33612345678')
})
