import { isSigned } from '../../../../src/channels/twilio/signature'

/** Vectors A to J3 are Twilio's own, from the tests of twilio-node and its page on security; C and D are ours. */
const TOKEN = '12345'
const CALL =
  'CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212'
const CALL_310 = CALL.replaceAll('14158675309', '14158675310')
const PATH = '/myapp.php?foo=1&bar=2'
const HOME = 'https://mycompany.com'
const JSON_BODY = '{"property": "value", "boolean": true}'
const JSON_HASH = '0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620'
const EMPTY_HASH = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
const BOT = 'https://bot.example.org'

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
const INBOUND = {
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
  AccountSid: 'AC00000000000000000000000000000001',
  From: 'whatsapp:+32470000000',
  ApiVersion: '2010-04-01',
}
const TRIMMED = { ...INBOUND, Body: INBOUND.Body.trim() }
const STATUS = {
  AccountSid: 'AC00000000000000000000000000000001',
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

const A = 'RSOYDt4T1cUTdK1PDd93/VVr8B8='
const VECTORS: [label: string, home: string, target: string, body: string, signature: string][] = [
  ['A: a form', HOME, PATH, CALL, A],
  ["A': called with a port that was not signed", `${HOME}:1234`, PATH, CALL, A],
  ['A443: signed with the port of https', HOME, PATH, CALL, 'kvajT1Ptam85bY51eRf/AJRuM3w='],
  ['A80: signed with the port of http', 'http://mycompany.com', PATH, CALL, '0ZXoZLH/DfblKGATFgpif+LLRf4='],
  ['B: a port of its own', 'http://mycompany.com:1234', PATH, CALL, 'Zmvh+3yNM1Phv2jhDCwEM3q5ebU='],
  ['B2: another host', 'https://example.com', PATH, CALL_310, 'L/OH5YylLD5NRKLltdqwSvS0BnU='],
  ['B3: credentials kept', 'https://user:pass@mycompany.com', PATH, CALL, 'CukzLTc1tT5dXEDIHm/tKBanW10='],
  ['B4: an apostrophe in the query', HOME, `${PATH}&Body=It's+amazing`, CALL, 'TfZzewPq8wqrGlMfyAud8+/IvJ0='],
  [
    'B5: a field twice',
    HOME,
    PATH,
    'MessagingBinding.Address=%2B1325xxxxxxx&MessagingBinding.Address=%2B1415xxxxxxx',
    '83O6e2vORAoJHUNzJjDWN1jz+BA=',
  ],
  [
    'B5: a field twice, in the other order',
    HOME,
    PATH,
    'MessagingBinding.Address=%2B1415xxxxxxx&MessagingBinding.Address=%2B1325xxxxxxx',
    '83O6e2vORAoJHUNzJjDWN1jz+BA=',
  ],
  [
    'B6: a field three times, twice the same',
    HOME,
    PATH,
    'Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234',
    'IK+Dwps556ElfBT0I3Rgjkr1wJU=',
  ],
  ['J1: a JSON body', HOME, `${PATH}&bodySHA256=${JSON_HASH}`, JSON_BODY, 'a9nBmqA0ju/hNViExpshrM61xv4='],
  [
    'J2: a JSON body and nothing else in the query',
    HOME,
    `/myapp.php?bodySHA256=${JSON_HASH}`,
    JSON_BODY,
    'y77kIzt2vzLz71DgmJGsen2scGs=',
  ],
  ['J3: an empty object', HOME, `${PATH}&bodySHA256=${EMPTY_HASH}`, '{}', 'Ldidvp12m26NI7eqEvxnEpkd9Hc='],
  [
    'C: WhatsApp, blanks around the text',
    BOT,
    '/twilio/inbound?ch=wa',
    form(INBOUND),
    'KUjWHL1Yv6eEDdNIpqeAoJVuP/I=',
  ],
  [
    "C': the same without blanks",
    BOT,
    '/twilio/inbound?ch=wa',
    form(TRIMMED),
    'r36oKVv8y/ZfV3u51oU3bRrkQ3g=',
  ],
  ['D: a status', BOT, '/twilio/status?m=6740f0c2a1', form(STATUS), 'RmAfCl87lcPAk/SpLe9qDWxWWcY='],
]

const signed = (target: string, body: string, signature: string) => ({
  target,
  body,
  headers: { 'x-twilio-signature': signature },
})
const verdict = (home: string, target: string, body: string, signature: string, tokens = [TOKEN]) =>
  isSigned(signed(target, body, signature), home, tokens)

describe('a signature of the provider', () => {
  it.each(VECTORS)('%s', (_, home, target, body, signature) => {
    expect(verdict(home, target, body, signature)).toBe(true)
  })

  it.each(VECTORS)('%s: not with another token, path, text or host', (_, home, target, body, signature) => {
    expect(verdict(home, target, body, signature, ['12346'])).toBe(false)
    expect(verdict(home, target.replace('?', '/?'), body, signature)).toBe(false)
    expect(verdict(home, target, `${body}&Extra=1`, signature)).toBe(false)
    expect(verdict('https://elsewhere.example', target, body, signature)).toBe(false)
  })
})

describe('what else is looked at', () => {
  const [, home, target, body, signature] = VECTORS[0]!

  it.each([
    ['the token in use', [TOKEN, 'old'], true],
    ['the previous token while it is replaced', ['new', TOKEN], true],
    ['neither of them', ['new', 'old'], false],
    ['no token at all', [], false],
  ])('%s', (_, tokens, expected) => {
    expect(verdict(home, target, body, signature, tokens)).toBe(expected)
  })

  it.each([
    ['no header', {}],
    ['an empty header', { 'x-twilio-signature': '' }],
    ['a header without a value', { 'x-twilio-signature': undefined }],
    ['half a signature', { 'x-twilio-signature': signature.slice(0, 14) }],
    ['a signature that is no base64', { 'x-twilio-signature': '☺' }],
  ])('%s is not signed', (_, headers) => {
    expect(isSigned({ target, body, headers }, home, [TOKEN])).toBe(false)
  })

  it('takes the header in any case', () => {
    const headers = { 'X-Twilio-Signature': signature }
    expect(isSigned({ target, body, headers }, home, [TOKEN])).toBe(true)
  })

  it('does not believe the host that the request names itself', () => {
    const request = signed(target, body, signature)
    const headers = { ...request.headers, host: 'mycompany.com', 'x-forwarded-host': 'mycompany.com' }
    expect(isSigned({ ...request, headers }, 'https://bot.example.org', [TOKEN])).toBe(false)
  })

  it('compares the hash with the very bytes of the body', () => {
    const [, , hashed, json, right] = VECTORS.find(([label]) => label.startsWith('J1'))!
    expect(verdict(home, hashed, json.replace('true', 'false'), right)).toBe(false)
    expect(verdict(home, hashed, `${json} `, right)).toBe(false)
  })

  it('is not thrown off by an address that is none', () => {
    expect(verdict('', 'no address', body, signature)).toBe(false)
    expect(verdict('', '?bodySHA256=', body, signature)).toBe(false)
  })
})
