import { readInbound } from '../../../../src/channels/twilio/webhook'
import { AppError } from '../../../../src/errors'

const SID = 'SM00000000000000000000000000000001'
const WHATSAPP = {
  MessageSid: SID,
  From: 'whatsapp:+32470000001',
  To: 'whatsapp:+32460000000',
  NumMedia: '0',
}
const SMS = { MessageSid: SID, From: '+32470000001', To: '+32460000001', NumMedia: '0' }

const read = (...fields: ([string, string] | Record<string, string>)[]) => {
  const pairs = fields.flatMap(one =>
    Array.isArray(one) ? [one as [string, string]] : Object.entries<string>(one),
  )
  return readInbound({ target: '/twilio/inbound', headers: {}, body: new URLSearchParams(pairs).toString() })
}
const onWhatsApp = { channel: 'whatsapp', address: '+32470000001' }
const media = (n: number) => ({
  [`MediaUrl${n}`]: `https://api.twilio.com/media/${n}`,
  [`MediaContentType${n}`]: 'audio/ogg',
})

describe('a message that somebody sent us', () => {
  it('is read whole, with who, where and what', () => {
    expect(read({ ...WHATSAPP, Body: 'Ja, graag', ProfileName: 'Zoë 🙂', WaId: '32470000001' })).toEqual({
      providerId: SID,
      from: onWhatsApp,
      to: { channel: 'whatsapp', address: '+32460000000' },
      text: 'Ja, graag',
      profileName: 'Zoë 🙂',
    })
  })

  it.each([
    ['SMS', { ...SMS, Body: 'Ja' }, { channel: 'sms', address: '+32470000001' }],
    ['a short code', { ...SMS, From: '8850', Body: 'Ja' }, { channel: 'sms', address: '8850' }],
    [
      'a sender with a name',
      { ...SMS, From: 'Stad Gent', Body: 'Ja' },
      { channel: 'sms', address: 'Stad Gent' },
    ],
    [
      'a hidden number',
      { ...WHATSAPP, From: 'whatsapp:BE.1A2B3C', ExternalUserId: 'whatsapp:BE.1A2B3C', Body: 'Ja' },
      { channel: 'whatsapp', address: 'BE.1A2B3C' },
    ],
    [
      'an account of a group of companies',
      { ...WHATSAPP, From: 'whatsapp:BE.ENT.1A2B3C', Body: 'Ja' },
      { channel: 'whatsapp', address: 'BE.ENT.1A2B3C' },
    ],
  ])('comes from %s', (_, fields, from) => {
    const inbound = read(fields as Record<string, string>)
    expect(inbound.from).toEqual(from)
    expect(inbound).not.toHaveProperty('accountId')
  })

  it('tells the account beside the number, for later when the number is hidden', () => {
    const inbound = read({ ...WHATSAPP, ExternalUserId: 'whatsapp:BE.1A2B3C', Body: 'Ja' })
    expect(inbound).toMatchObject({
      from: onWhatsApp,
      accountId: { channel: 'whatsapp', address: 'BE.1A2B3C' },
    })
  })

  it.each([
    ['blanks around the words', '  Ja  '],
    ['line breaks', 'een\ntwee\r\ndrie'],
    ['ten thousand characters', 'é'.repeat(10_000)],
    ['only emoji', '👍🏽'],
    ['Arabic', 'نعم، سأحضر'],
    ['signs with a meaning in forms', 'a+b=c & 100% d'],
    ['half an emoji', '\ufffd'],
  ])('keeps %s', (_, text) => {
    expect(read({ ...WHATSAPP, Body: text }).text).toBe(text)
  })

  it.each([
    ['nothing', undefined],
    ['an empty name', ''],
  ])('has no profile name with %s', (_, name) => {
    const inbound = read({ ...WHATSAPP, Body: 'x', ...(name === undefined ? {} : { ProfileName: name }) })
    expect(inbound).not.toHaveProperty('profileName')
  })

  it.each(['عمر', '<b>Ann</b>', "O'Neill; DROP", '\u202eevil', '__proto__'])(
    'brings the name %j as it is',
    name => {
      expect(read({ ...WHATSAPP, ProfileName: name }).profileName).toBe(name)
    },
  )
})

describe('a tap', () => {
  const ids = { id: 'rsvp/yes', title: 'Ja, ik kom' }
  const list = { ListId: ids.id, ListTitle: ids.title }
  it.each([
    [
      'on a button',
      { Body: ids.title, ButtonText: ids.title, ButtonPayload: ids.id, MessageType: 'interactive' },
    ],
    [
      'on a button of a template',
      { Body: ids.title, ButtonText: ids.title, ButtonPayload: ids.id, MessageType: 'button' },
    ],
    ['on a row of a list', { Body: ids.title, ...list }],
    ['on a row, without words', list],
    ['on a row, in InteractiveData', { InteractiveData: JSON.stringify({ list_reply: ids }) }],
    [
      'on a row, deeper in InteractiveData',
      { InteractiveData: JSON.stringify({ data: { interactive: { list_reply: ids } } }) },
    ],
    ['on a button, in InteractiveData', { InteractiveData: JSON.stringify({ button_reply: ids }) }],
    [
      'on a button, in ChannelMetadata',
      {
        ChannelMetadata: JSON.stringify({
          type: 'whatsapp',
          data: { context: { ButtonPayload: ids.id, ButtonText: ids.title } },
        }),
      },
    ],
    [
      'on a row, in ChannelMetadata after unreadable InteractiveData',
      { InteractiveData: '{not json', ChannelMetadata: JSON.stringify({ data: { context: list } }) },
    ],
  ])('%s', (_, fields) => {
    expect(read({ ...WHATSAPP, ...(fields as Record<string, string>) })).toMatchObject({
      payload: ids.id,
      text: ids.title,
    })
  })

  it.each([
    ['no JSON', '{'],
    ['a number', '5'],
    ['null', 'null'],
    ['a reply that is null', '{"list_reply":null}'],
    ['a reply whose id is a number', '{"list_reply":{"id":5}}'],
    ['other things', '{"data":{"context":{"ProfileName":"Ann"}}}'],
    ['a reply too deep to look for', JSON.stringify({ a: { b: { c: { d: { e: { list_reply: ids } } } } } })],
  ])('is not found in %s, and the words remain', (_, odd) => {
    const inbound = read({ ...WHATSAPP, Body: 'Ja', InteractiveData: odd, ChannelMetadata: odd })
    expect(inbound.text).toBe('Ja')
    expect(inbound).not.toHaveProperty('payload')
  })

  it('with the title alone is what the person said', () => {
    const inbound = read({ ...WHATSAPP, Body: '', ListTitle: 'Ja' })
    expect(inbound.text).toBe('Ja')
    expect(inbound).not.toHaveProperty('payload')
  })
})

describe('media, places and words of the provider', () => {
  it('brings a voice note without words', () => {
    const inbound = read({ ...WHATSAPP, MessageSid: `MM${'a'.repeat(32)}`, NumMedia: '1', ...media(0) })
    expect(inbound).toMatchObject({
      text: '',
      media: [{ url: 'https://api.twilio.com/media/0', type: 'audio/ogg' }],
    })
  })

  it.each([
    ['as many as are there', '3', [0, 1], 2],
    ['as many as are counted', '1', [0, 1], 1],
    ['ten at most', '9999999999', [...Array(20).keys()], 10],
    ['none when the count is no number', 'many', [0], 0],
    ['none when the count is below zero', '-1', [0], 0],
  ])('brings %s', (_, count, given, expected) => {
    const inbound = read({ ...WHATSAPP, ...Object.assign({}, ...given.map(media)), NumMedia: count })
    expect(inbound.media?.length ?? 0).toBe(expected)
  })

  it('does not guess the type of media', () => {
    expect(read({ ...WHATSAPP, NumMedia: '1', MediaUrl0: 'https://x.example/1' }).media).toEqual([
      { url: 'https://x.example/1', type: 'application/octet-stream' },
    ])
  })

  it.each([
    ['a place', { Latitude: '51.2', Longitude: '2.9' }, { latitude: 51.2, longitude: 2.9 }],
    ['zero and zero', { Latitude: '0', Longitude: '0' }, { latitude: 0, longitude: 0 }],
    [
      'a place with a name',
      { Latitude: '-51.2', Longitude: '-2.9', Label: 'Thuis', Address: 'Zeedijk 1' },
      { latitude: -51.2, longitude: -2.9, label: 'Thuis' },
    ],
    [
      'a place with an address',
      { Latitude: '51.2', Longitude: '2.9', Address: 'Zeedijk 1' },
      { latitude: 51.2, longitude: 2.9, label: 'Zeedijk 1' },
    ],
    ['no place beyond the pole', { Latitude: '91', Longitude: '2.9' }, undefined],
    ['no place beyond the date line', { Latitude: '51.2', Longitude: '181' }, undefined],
    ['no place with half of it', { Latitude: '51.2' }, undefined],
    ['no place with empty fields', { Latitude: '', Longitude: '' }, undefined],
    ['no place in words', { Latitude: 'north', Longitude: 'west' }, undefined],
  ])('brings %s', (_, fields, location) => {
    expect(read({ ...WHATSAPP, ...(fields as Record<string, string>) }).location).toEqual(location)
  })

  it.each([
    ['STOP', 'stop'],
    ['START', 'start'],
    ['HELP', 'help'],
    ['stop', 'stop'],
    ['toString', undefined],
    ['SOMETHING NEW', undefined],
    ['', undefined],
  ])('understands the opt-out type %j', (word, expected) => {
    expect(read({ ...SMS, Body: 'Stoppen', OptOutType: word }).optOut).toBe(expected)
  })
})

describe('a form that is not as expected', () => {
  it('takes the first of a field that comes twice', () => {
    const inbound = read(
      { ...WHATSAPP },
      ['Body', 'eerst'],
      ['Body', 'later'],
      ['From', 'whatsapp:+32479999999'],
    )
    expect(inbound).toMatchObject({ text: 'eerst', from: onWhatsApp })
  })

  it('takes fields of any name', () => {
    expect(read({ ...WHATSAPP, Body: 'x' }, ['__proto__', 'y'], ['constructor', 'z']).text).toBe('x')
  })

  it('finds the id where old messages have it', () => {
    expect(read({ SmsSid: SID, From: SMS.From, To: SMS.To }).providerId).toBe(SID)
  })

  it.each([
    ['no id', { MessageSid: '' }, 'MessageSid'],
    ['an id that is none', { MessageSid: 'SM1' }, 'MessageSid'],
    ['no sender', { From: '' }, 'From'],
    ['no receiver', { To: '' }, 'To'],
    ['a sender on a channel we do not have', { From: 'messenger:12345' }, 'From'],
    ['a WhatsApp sender that is neither number nor account', { From: 'whatsapp:' }, 'From'],
  ])('with %s is refused without quoting it', (_, fields, field) => {
    const attempt = () => read({ ...WHATSAPP, Body: 'geheim', ...(fields as Record<string, string>) })
    expect(attempt).toThrow(expect.objectContaining({ code: 'NOT_READABLE', facts: { field } }))
    try {
      attempt()
    } catch (error) {
      expect(`${(error as AppError).message} ${JSON.stringify((error as AppError).facts)}`).not.toMatch(
        /geheim|\d{6}/,
      )
    }
  })

  it.each(['', '&&&', '%%%', '{"a":1}'])('%j is refused', body => {
    expect(() => readInbound({ target: '/', headers: {}, body })).toThrow(AppError)
  })
})
