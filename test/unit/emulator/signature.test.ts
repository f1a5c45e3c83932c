import fc from 'fast-check'
import { getExpectedTwilioSignature, validateRequest } from 'twilio/lib/webhooks/webhooks'
import { signature } from '../../../emulator/signature'

const P = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
}
const A = 'https://mycompany.com/myapp.php?foo=1&bar=2'
const ours = 'AC00000000000000000000000000000001'
const inbound = {
  SmsMessageSid: 'SM00000000000000000000000000000001',
  SmsSid: 'SM00000000000000000000000000000001',
  MessageSid: 'SM00000000000000000000000000000001',
  NumMedia: '0',
  ProfileName: 'Zoë 🙂',
  MessageType: 'text',
  WaId: '32470000000',
  SmsStatus: 'received',
  Body: ' Ja, graag én snel ',
  To: 'whatsapp:+32460000000',
  NumSegments: '1',
  ReferralNumMedia: '0',
  AccountSid: ours,
  From: 'whatsapp:+32470000000',
  ApiVersion: '2010-04-01',
}
const status = {
  AccountSid: ours,
  From: 'whatsapp:+32460000000',
  To: 'whatsapp:+32470000000',
  MessageSid: 'SM00000000000000000000000000000002',
  SmsSid: 'SM00000000000000000000000000000002',
  MessageStatus: 'undelivered',
  SmsStatus: 'undelivered',
  ErrorCode: '63016',
  ChannelPrefix: 'whatsapp',
  ChannelInstallSid: 'XE00000000000000000000000000000001',
  ChannelStatusMessage: 'outside window',
  ApiVersion: '2010-04-01',
}

test.each<[string, string, Record<string, string | string[]>, string]>([
  ['a form with a query', A, P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
  ['the port of https', 'https://mycompany.com:443/myapp.php?foo=1&bar=2', P, 'kvajT1Ptam85bY51eRf/AJRuM3w='],
  ['the port of http', 'http://mycompany.com:80/myapp.php?foo=1&bar=2', P, '0ZXoZLH/DfblKGATFgpif+LLRf4='],
  ['another port', 'http://mycompany.com:1234/myapp.php?foo=1&bar=2', P, 'Zmvh+3yNM1Phv2jhDCwEM3q5ebU='],
  ['a query with a quote', `${A}&Body=It%27s+amazing`, P, 'TfZzewPq8wqrGlMfyAud8+/IvJ0='],
  [
    'a field given twice, in any order',
    A,
    { 'MessagingBinding.Address': ['+1415xxxxxxx', '+1325xxxxxxx'] },
    '83O6e2vORAoJHUNzJjDWN1jz+BA=',
  ],
  [
    'the same value given twice',
    A,
    { Sid: 'CA123', SidAccount: 'AC123', Digits: ['5678', '1234', '1234'] },
    'IK+Dwps556ElfBT0I3Rgjkr1wJU=',
  ],
  ['a fragment that does not count', `${A}#rc=3`, P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
  [
    'an inbound with blanks around it',
    'https://bot.example.org/twilio/inbound?ch=wa',
    inbound,
    'KUjWHL1Yv6eEDdNIpqeAoJVuP/I=',
  ],
  ['a status', 'https://bot.example.org/twilio/status?m=6740f0c2a1', status, 'RmAfCl87lcPAk/SpLe9qDWxWWcY='],
])('signs %s as Twilio does', (_, url, params, expected) => {
  expect(signature('12345', url, params)).toBe(expected)
})

test('whitespace at the ends counts', () => {
  const trimmed = { ...inbound, Body: inbound.Body.trim() }
  const url = 'https://bot.example.org/twilio/inbound?ch=wa'
  expect(signature('12345', url, trimmed)).toBe('r36oKVv8y/ZfV3u51oU3bRrkQ3g=')
})

test("any form is accepted by Twilio's own library", () => {
  const form = fc.dictionary(fc.stringMatching(/^[A-Za-z]{1,12}$/), fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(form, fc.string({ minLength: 1 }), (params, token) => {
      expect(signature(token, A, params)).toBe(getExpectedTwilioSignature(token, A, params))
      expect(validateRequest(token, signature(token, A, params), A, params)).toBe(true)
    }),
  )
})
