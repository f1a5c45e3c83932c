import { fromTwilio, toTwilio } from '../../../../src/channels/twilio/addresses'

test.each([
  ['a number on WhatsApp', 'whatsapp:+32470000001', { channel: 'whatsapp', address: '+32470000001' }],
  ['an account on WhatsApp', 'whatsapp:BE.1A2b3C', { channel: 'whatsapp', address: 'BE.1A2b3C' }],
  [
    'the longest account',
    `whatsapp:BE.${'x'.repeat(128)}`,
    { channel: 'whatsapp', address: `BE.${'x'.repeat(128)}` },
  ],
  ['a number', '+32470000001', { channel: 'sms', address: '+32470000001' }],
  ['a short code', '8850', { channel: 'sms', address: '8850' }],
  ['a name', 'Stad Gent', { channel: 'sms', address: 'Stad Gent' }],
] as const)('%s goes there and back', (_, text, address) => {
  expect(fromTwilio(text)).toEqual(address)
  expect(toTwilio(address)).toBe(text)
})

test.each([
  '',
  'whatsapp:',
  'whatsapp:Ann',
  'whatsapp:32470000001',
  'whatsapp:be.1A2B',
  `whatsapp:BE.${'x'.repeat(129)}`,
  'messenger:1234567',
  'client:ann',
  'a name that is too long',
  '+32470000001\n',
])('%j is no address', text => {
  expect(fromTwilio(text)).toBeNull()
})
