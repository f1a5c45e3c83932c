import fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { segments } from '../../../../src/domain/text/segments'

test.each([
  ['nothing', '', 'GSM-7', 1, 0],
  ['plain Dutch', 'Hallo Amina, tot morgen!', 'GSM-7', 1, 24],
  ['accents of the alphabet', 'één à ù', 'GSM-7', 1, 7],
  ['an accent outside it', 'België', 'UCS-2', 1, 6],
  ['signs that count two', '€[]{}', 'GSM-7', 1, 10],
  ['160 letters', 'a'.repeat(160), 'GSM-7', 1, 160],
  ['161 letters', 'a'.repeat(161), 'GSM-7', 2, 161],
  ['306 letters', 'a'.repeat(306), 'GSM-7', 2, 306],
  [
    'a euro sign that does not fit behind 152 letters',
    `${'a'.repeat(152)}€${'a'.repeat(152)}`,
    'GSM-7',
    3,
    306,
  ],
  ['70 Arabic letters', 'ل'.repeat(70), 'UCS-2', 1, 70],
  ['71 Arabic letters', 'ل'.repeat(71), 'UCS-2', 2, 71],
  ['a face', '😀', 'UCS-2', 1, 2],
  ['a face that does not fit behind 66 letters', `${'ل'.repeat(66)}😀${'ل'.repeat(66)}`, 'UCS-2', 3, 134],
])('%s', (_label, text, encoding, parts, units) => {
  expect(segments(text)).toEqual({ encoding, segments: parts, units })
})

const letters = fc.constantFrom(...'abcdé€[^\n\r@ΔäÇ£¥', ...'ëçل中', '😀')

test('encoding and parts are those of the calculator that Twilio publishes', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: letters, maxLength: 400 }),
        fc.string({ unit: fc.constantFrom(...'ab€['), maxLength: 400 }),
      ),
      text => {
        const oracle = new SegmentedMessage(text, 'auto')
        const { encoding, segments: parts } = segments(text)
        expect([encoding, parts]).toEqual([oracle.encodingName, Math.max(1, oracle.segmentsCount)])
      },
    ),
    { numRuns: 500 },
  )
})
