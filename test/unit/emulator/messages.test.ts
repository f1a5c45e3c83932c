import { type Around, createMessage, type Fields } from '../../../emulator/messages'
import type { Content, Phone } from '../../../emulator/records'

const NOW = Date.parse('2026-11-26T09:00:00Z')
const HOUR = 3_600_000
const WHATSAPP = 'whatsapp:+32460000000'
const SMS = '+32460000001'
const sid = (n: number) => `HX0000000000000000000000000000000${n}`

const phone = (change: Partial<Phone>): Phone => ({
  address: '+32470000001',
  name: 'Amina',
  language: 'ar',
  channels: ['whatsapp', 'sms'],
  writes: 'whatsapp',
  on: true,
  blocks: false,
  readReceipts: true,
  lastInbound: {},
  optedOut: [],
  order: 0,
  ...change,
})

const content = (n: number, types: Content['types'], status?: string, variables = {}): Content => ({
  sid: sid(n),
  friendlyName: null,
  language: 'nl',
  variables,
  types,
  createdAt: NOW,
  updatedAt: NOW,
  approval: status
    ? {
        name: 'rsvp',
        category: 'UTILITY',
        contentType: 'x',
        status: status as 'approved',
        rejectionReason: '',
      }
    : null,
})

const action = (id: string) => ({ type: 'QUICK_REPLY', title: id, id })
const question = { body: 'Dag {{1}}, kan je komen?', actions: ['ja', 'nee'].map(action) }
const list = { body: 'Kies', button: 'Kies', items: [{ item: 'Nederlands', id: 'nl' }] }
const contents = [
  content(1, { 'twilio/quick-reply': question, 'twilio/text': { body: 'Dag {{1}}' } }, 'approved', {
    1: 'jij',
  }),
  content(2, { 'twilio/quick-reply': question }),
  content(3, { 'twilio/list-picker': list }),
  content(4, { 'twilio/quick-reply': question }, 'paused', { 1: 'jij' }),
  content(5, { 'twilio/quick-reply': { body: 'Hoe was het?', actions: ['1', '2', '3', '4'].map(action) } }),
]
const phones = [
  phone({ lastInbound: { [WHATSAPP]: NOW - 23 * HOUR } }),
  phone({ address: '+32470000002', lastInbound: { [WHATSAPP]: NOW - 24 * HOUR } }),
  phone({ address: '+32470000003', channels: ['sms'], optedOut: [SMS] }),
  phone({ address: '+32470000004', channels: ['whatsapp'] }),
]
const around: Around = {
  options: {
    senders: { whatsapp: '+32460000000', sms: SMS },
    messagingServiceSid: 'MG00000000000000000000000000000001',
  },
  now: NOW,
  phones: new Map(phones.map(one => [one.address, one])),
  contents: new Map(contents.map(one => [one.sid, one])),
}
const create = (fields: Fields) => createMessage(fields, around)
const toPhone = (n: number, fields: Fields): Fields => ({
  From: WHATSAPP,
  To: `whatsapp:+3247000000${n}`,
  ...fields,
})
const text = (n: number, fields: Fields = {}): Fields => ({
  From: SMS,
  To: `+3247000000${n}`,
  Body: 'dag',
  ...fields,
})

describe('refused at once', () => {
  test.each<[string, Fields, number]>([
    ['no To', { From: SMS, Body: 'x' }, 21604],
    ['no From', { To: '+32470000001', Body: 'x' }, 21603],
    ['nothing to say', { From: SMS, To: '+32470000001' }, 21602],
    ['a To that is no number', text(1, { To: '0470 12 34 56' }), 21211],
    ['a From that is no sender', text(1, { From: 'INFO' }), 21212],
    ['an SMS sender of somebody else', text(1, { From: '+32499999999' }), 21606],
    ['a WhatsApp sender of somebody else', toPhone(1, { From: 'whatsapp:+32499999999', Body: 'x' }), 63007],
    ['WhatsApp to SMS', text(1, { From: WHATSAPP }), 21612],
    ['to itself', text(1, { To: SMS }), 21211],
    ['to itself on WhatsApp', toPhone(1, { To: WHATSAPP, Body: 'x' }), 63031],
    ['1601 characters', text(1, { Body: 'x'.repeat(1601) }), 21617],
    ['eleven media', text(1, { MediaUrl: Array(11).fill('https://a.be/x.png') }), 21623],
    ['media that is no address', text(1, { MediaUrl: 'picture.png' }), 21620],
    ['a callback with an underscore in its host', text(1, { StatusCallback: 'https://my_bot.be/s' }), 21609],
    ['a callback that is no address', text(1, { StatusCallback: '/status' }), 21609],
    ['variables without a content', text(1, { ContentVariables: '{}' }), 21654],
    ['a content of nobody', toPhone(1, { ContentSid: sid(9) }), 21655],
    ['variables that are not JSON', toPhone(1, { ContentSid: sid(1), ContentVariables: '{1:"a"}' }), 21656],
    ['variables that are a list', toPhone(1, { ContentSid: sid(1), ContentVariables: '["a"]' }), 21656],
    ['a validity of 0', text(1, { ValidityPeriod: '0' }), 90007],
    ['a service of nobody', text(1, { MessagingServiceSid: `MG${'0'.repeat(32)}` }), 21705],
    [
      'a schedule without a service',
      text(1, { ScheduleType: 'fixed', SendAt: '2026-11-27T09:00:00Z' }),
      20422,
    ],
    ['SMS to who said STOP', text(3), 21610],
    ['magic: invalid To', text(1, { To: '+15005550001' }), 21211],
    ['magic: no way there', text(1, { To: '+15005550002' }), 21612],
    ['magic: country is off', text(1, { To: '+15005550003' }), 21408],
    ['magic: said STOP', text(1, { To: '+15005550004' }), 21610],
    ['magic: not a mobile', text(1, { To: '+15005550009' }), 21614],
    ['magic: invalid From', text(1, { From: '+15005550001' }), 21212],
    ['magic: From not ours', text(1, { From: '+15005550007' }), 21606],
    ['magic: queue is full', text(1, { From: '+15005550008' }), 21611],
  ])('%s', (_, fields, code) => {
    expect(create(fields)).toMatchObject({ refused: code })
  })
})

describe('taken, and fails later', () => {
  test.each<[string, Fields, number | undefined]>([
    ['free text within 24 hours', toPhone(1, { Body: 'dag' }), undefined],
    ['free text at 24 hours', toPhone(2, { Body: 'dag' }), 63016],
    ['free text to who never wrote', toPhone(4, { Body: 'dag' }), 63016],
    ['an approved template at any time', toPhone(4, { ContentSid: sid(1) }), undefined],
    [
      'a content that nobody approved',
      toPhone(2, { ContentSid: sid(2), ContentVariables: '{"1":"A"}' }),
      63016,
    ],
    [
      'the same within 24 hours',
      toPhone(1, { ContentSid: sid(2), ContentVariables: '{"1":"A"}' }),
      undefined,
    ],
    ['a list outside 24 hours', toPhone(2, { ContentSid: sid(3) }), 63016],
    ['a list within 24 hours', toPhone(1, { ContentSid: sid(3) }), undefined],
    ['a paused template', toPhone(2, { ContentSid: sid(4) }), 63041],
    ['four buttons that nobody approved', toPhone(1, { ContentSid: sid(5) }), 63021],
    ['an empty value', toPhone(2, { ContentSid: sid(1), ContentVariables: '{"1":""}' }), 63013],
    [
      'a value with a line break',
      toPhone(2, { ContentSid: sid(1), ContentVariables: '{"1":"a\\nb"}' }),
      63013,
    ],
    [
      'a value with five blanks',
      toPhone(2, { ContentSid: sid(1), ContentVariables: '{"1":"a     b"}' }),
      63013,
    ],
    [
      'a value with four blanks',
      toPhone(2, { ContentSid: sid(1), ContentVariables: '{"1":"a    b"}' }),
      undefined,
    ],
    ['a value too many', toPhone(2, { ContentSid: sid(1), ContentVariables: '{"1":"a","2":"b"}' }), 63028],
    ['a value too few', toPhone(1, { ContentSid: sid(2) }), 63028],
    ['a template and media', toPhone(2, { ContentSid: sid(1), MediaUrl: 'https://a.be/x.png' }), 63030],
    ['WhatsApp to a phone without it', toPhone(3, { Body: 'dag' }), 63003],
    ['WhatsApp to a number of nobody', toPhone(9, { Body: 'dag' }), 63003],
    ['SMS to a number of nobody', text(9), 30005],
    ['SMS to a number without SMS', text(4), 30006],
    ['SMS with a content without a text', text(1, { ContentSid: sid(3) }), 63005],
    ['SMS with a content with a text', text(1, { ContentSid: sid(1) }), undefined],
  ])('%s', (_, fields, code) => {
    const created = create(fields)
    expect('message' in created && created.message.doom?.code).toBe(code)
  })
})

test('a template shows its values, its buttons and its name', () => {
  const created = create(toPhone(2, { ContentSid: sid(1), ContentVariables: '{"1":"Amina"}' }))
  expect(created).toMatchObject({
    message: {
      body: 'Dag Amina, kan je komen?',
      template: 'rsvp',
      choices: {
        kind: 'buttons',
        options: [
          { id: 'ja', title: 'ja' },
          { id: 'nee', title: 'nee' },
        ],
      },
      status: 'queued',
      language: 'nl',
    },
  })
})

test('what must be discarded stands on the phone only', () => {
  const created = create(toPhone(1, { Body: 'geheim', ContentRetention: 'discard' }))
  expect(created).toMatchObject({ message: { body: '', shown: 'geheim' } })
})

test.each([
  ['160 basic signs', 'a'.repeat(160), 1],
  ['161 basic signs', 'a'.repeat(161), 2],
  ['71 signs with one Arabic', `${'a'.repeat(70)}م`, 2],
])('SMS parts are counted: %s', (_, body, parts) => {
  expect(create(text(1, { Body: body }))).toMatchObject({ message: { segments: parts } })
})

test('a service begins with accepted, a schedule waits', () => {
  const service = { MessagingServiceSid: 'MG00000000000000000000000000000001' }
  const plain: Fields = { To: '+32470000001', Body: 'dag', ...service }
  expect(create(plain)).toMatchObject({ message: { status: 'accepted', from: SMS } })
  const scheduled = { ...plain, ScheduleType: 'fixed', SendAt: '2026-11-26T09:15:00Z' }
  expect(create(scheduled)).toMatchObject({ message: { status: 'scheduled' } })
  expect(create({ ...scheduled, SendAt: '2026-11-26T09:14:59Z' })).toMatchObject({ refused: 20422 })
})
