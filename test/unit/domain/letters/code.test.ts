import fc from 'fast-check'
import { chatLink, scannedText } from '../../../../src/domain/letters/chatLink'
import { codesIn, isCode, makeCode, spacedCode } from '../../../../src/domain/letters/code'

test.each([
  ['START K7M9P2', ['K7M9P2']],
  ['start k7m 9p2', ['K7M9P2']],
  ['ابدأ K7M 9P2', ['K7M9P2']],
  ['ابدأ k٧m٩p٢', ['K7M9P2']],
  ['ＳＴＡＲＴ　Ｋ７Ｍ９Ｐ２', ['K7M9P2']],
  ['К7М9Р2', ['K7M9P2']],
  ['K-7-M-9-P-2.', ['K7M9P2']],
  ['\u2068K7M 9P2\u2069', ['K7M9P2']],
  ['K7M9P2', ['K7M9P2']],
  ['START', []],
  ['MARKET', []],
  ['234567', []],
  ['K7M9P', []],
  ['K7M9P2X', []],
  ['ik kom met 2 kinderen', []],
  ['O0I1LU', []],
  [`${'een lang verhaal '.repeat(5)}K7M9P2`, []],
])('%s', (text, codes) => {
  expect(codesIn(text)).toEqual(codes)
})

test('whatever is printed is read again, in any spacing and case', () => {
  const dice = fc.array(fc.nat(28), { minLength: 60, maxLength: 60 })
  fc.assert(
    fc.property(dice, fc.boolean(), (throws, small) => {
      fc.pre(throws.some(one => one < 8) && throws.some(one => one >= 8))
      let next = 0
      const code = makeCode(sides => (throws[next++ % throws.length] ?? 0) % sides)
      expect(isCode(code)).toBe(true)
      const printed = `Start ${spacedCode(code)}`
      expect(codesIn(small ? printed.toLowerCase() : printed)).toContain(code)
    }),
    { examples: [[Array.from({ length: 60 }, (_, n) => n % 29), false]] },
  )
})

test('what a QR code would send is read back from it, for either channel', () => {
  const whatsapp = { channel: 'whatsapp', address: '+32460000000' } as const
  const sms = { channel: 'sms', address: '8850' } as const
  for (const text of ['START K7M9P2', 'ابدأ K7M9P2', 'K7M9P2'])
    for (const senders of [{ whatsapp, sms }, { sms }])
      expect(scannedText(chatLink(senders, text) ?? '')).toBe(text)
  expect(scannedText('K7M 9P2')).toBe('K7M 9P2')
})
