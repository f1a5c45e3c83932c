import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import type { TwilioChannel } from '../../../src/channels/twilio/channel'
import type { OutboundMessage } from '../../../src/ports/channel'
import { createOpenapiCheck } from '../../contracts/twilioOpenapi/openapiCheck'
import { type FakeClock, fakeClock } from '../../support/fakeClock'
import {
  ACCOUNT,
  type Answer,
  accepts,
  answers,
  aTwilioMessage,
  type FakeTwilio,
  fakeTwilio,
  refuses,
  SID,
} from '../../support/fakeTwilio'
import { openTestEmbedded, type TestDocuments } from '../../support/openDocuments'
import { openTwilioChannel, TOKEN } from '../../support/twilioChannel'
import { until } from '../../support/until'

const check = createOpenapiCheck()
const TEXT = 'Kom je donderdag?'
const NUMBER = '+32470000001'
const MESSAGE: OutboundMessage = {
  from: { channel: 'whatsapp', address: '+32460000000' },
  to: { channel: 'whatsapp', address: NUMBER },
  content: { text: TEXT, language: 'nl', direction: 'ltr' },
  row: 'campaign:step/1',
  attempt: 2,
}
const ACCEPTED = { outcome: 'accepted', providerId: SID }

let store: TestDocuments
let clock: FakeClock
let twilio: FakeTwilio
let channel: TwilioChannel
let lines: string[]

beforeAll(async () => {
  store = await openTestEmbedded()
})
afterAll(() => store.dispose())
beforeEach(async () => {
  clock = fakeClock('2026-11-24T12:00:00Z')
  twilio = await fakeTwilio()
  open(twilio.url)
})
afterEach(async () => {
  await channel.close()
  await twilio.close()
})

function open(apiUrl: string, timeoutMs = 5_000): void {
  const opened = openTwilioChannel({ apiUrl, documents: store.documents, clock, timeoutMs })
  channel = opened.channel
  lines = opened.lines
}

async function reopen(apiUrl: string, timeoutMs?: number): Promise<void> {
  await channel.close()
  open(apiUrl, timeoutMs)
}

/** Nothing that somebody could be hurt with: no token, no number, no words. */
function expectSilence(...told: unknown[]): void {
  const all = JSON.stringify([told, lines])
  for (const secret of [
    TOKEN,
    Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64'),
    '32470000001',
    'donderdag',
  ])
    expect(all).not.toContain(secret)
}

const formOf = (body: string) => {
  const form: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(body)) form[name] = [...(form[name] ?? []), value]
  return form
}

describe('what leaves', () => {
  const CONTENT_ID = `HX${'0'.repeat(32)}`
  const buttons = { text: 'Dag Amina,\nkom je?', choices: [{ id: 'rsvp/yes', label: 'Ja' }] }
  it.each([
    ['a text on WhatsApp', {}, { Body: [TEXT] }],
    [
      'a text on SMS',
      { from: { channel: 'sms', address: '+32460000001' }, to: { channel: 'sms', address: NUMBER } },
      { From: ['+32460000001'], To: [NUMBER], Body: [TEXT] },
    ],
    [
      'a text to an account without number',
      { to: { channel: 'whatsapp', address: 'BE.1A2B' } },
      { To: ['whatsapp:BE.1A2B'] },
    ],
    [
      'a picture',
      { content: { ...MESSAGE.content, mediaUrl: 'https://bot.example.org/m/1.png' } },
      { Body: [TEXT], MediaUrl: ['https://bot.example.org/m/1.png'] },
    ],
    [
      'buttons',
      { content: { ...MESSAGE.content, ...buttons }, contentId: CONTENT_ID },
      { ContentSid: [CONTENT_ID], ContentVariables: ['{"1":"Dag Amina,","2":"kom je?"}'] },
    ],
    [
      'a template',
      {
        content: {
          ...MESSAGE.content,
          template: { name: 'rsvp', pattern: 'Dag {{1}}, kom je ook?', values: ['A"\\é'] },
        },
        contentId: CONTENT_ID,
      },
      { ContentSid: [CONTENT_ID], ContentVariables: ['{"1":"A\\"\\\\é"}'] },
    ],
  ])('is %s, as the documents say, once', async (_, more, fields) => {
    expect(await channel.send({ ...MESSAGE, ...(more as Partial<OutboundMessage>) })).toEqual(ACCEPTED)
    expect(twilio.requests).toHaveLength(1)
    const { method, target, headers, body } = twilio.requests[0]!
    const form = formOf(body)
    expect(form).toMatchObject({
      From: ['whatsapp:+32460000000'],
      To: [`whatsapp:${NUMBER}`],
      StatusCallback: ['https://bot.example.org/twilio/status?m=campaign%3Astep%2F1&a=2'],
      ...fields,
    })
    expect('Body' in form).toBe(!('ContentSid' in form))
    expect(headers.authorization).toBe(`Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`)
    const requestType = headers['content-type']!
    const requestBody = Object.fromEntries(
      Object.entries(form).map(([name, values]) => [name, name === 'MediaUrl' ? values : values[0]]),
    )
    const exchange = { method, target, requestType, requestBody, status: 201, responseBody: aTwilioMessage() }
    expect(check(exchange)).toEqual([])
    expectSilence()
  })
})

describe('an answer', () => {
  const refused = (kind: string, code: string, retryAfterMs?: number) => ({
    outcome: 'refused',
    failure: { kind, code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
  })
  const unknown = (detail: string) => ({ outcome: 'unknown', detail })
  const html = '<html><body>Bad Gateway whatsapp:+32470000001</body></html>'
  const date = 'Tue, 24 Nov 2026 12:01:30 GMT'

  it.each<[string, Answer, object]>([
    ['201', accepts(), ACCEPTED],
    ['201 with fields nobody knows', answers(201, aTwilioMessage({ colour: 'red' })), ACCEPTED],
    ['200', answers(200, aTwilioMessage()), ACCEPTED],
    ['201 without an id', answers(201, aTwilioMessage({ sid: undefined })), unknown('unreadable')],
    ['201 with an id that is none', answers(201, aTwilioMessage({ sid: 'hello' })), unknown('unreadable')],
    ['201 with an id of another kind', answers(201, aTwilioMessage({ sid: 7 })), unknown('unreadable')],
    ['201 with a list', answers(201, []), unknown('unreadable')],
    ['201 with nothing', answers(201, ''), unknown('unreadable')],
    ['201 with half an answer', answers(201, '{"sid":"SM0000'), unknown('unreadable')],
    ['201 with HTML', answers(201, html), unknown('unreadable')],
    ['400, opted out', refuses(400, 21610), refused('opted_out', '21610')],
    ['400, no such number', refuses(400, 21211), refused('unreachable', '21211')],
    ['400, a code nobody knows', refuses(400, 99999), refused('refused', '99999')],
    ['400, a code as text', answers(400, { code: '21610' }), refused('opted_out', '21610')],
    ['401', refuses(401, 20003), refused('misconfigured', '20003')],
    ['404', refuses(404, 20404), refused('misconfigured', '20404')],
    ['400 without a code', answers(400, {}), unknown('HTTP 400')],
    ['403 from somebody in between', answers(403, html), unknown('HTTP 403')],
    ['429', refuses(429, 20429), refused('throttled', '20429')],
    [
      '429, wait seven seconds',
      refuses(429, 20429, { 'Retry-After': '7' }),
      refused('throttled', '20429', 7_000),
    ],
    [
      '429, wait until a date',
      refuses(429, 20429, { 'Retry-After': date }),
      refused('throttled', '20429', 90_000),
    ],
    [
      '429, wait until a date gone by',
      refuses(429, 20429, { 'Retry-After': 'Mon, 23 Nov 2026 12:00:00 GMT' }),
      refused('throttled', '20429', 0),
    ],
    ['429, wait for a word', refuses(429, 20429, { 'Retry-After': 'soon' }), refused('throttled', '20429')],
    ['429 with HTML', answers(429, html), refused('throttled', '20429')],
    ['500 with a code', refuses(500, 20500), unknown('HTTP 500')],
    ['500 with nothing', answers(500, ''), unknown('HTTP 500')],
    ['502 with HTML', answers(502, html), unknown('HTTP 502')],
    ['503', refuses(503, 20503, { 'Retry-After': '7' }), unknown('HTTP 503')],
    ['a redirect here', answers(307, '', { Location: '/2010-04-01/elsewhere' }), unknown('HTTP 307')],
    ['a redirect as GET', answers(303, '', { Location: '/2010-04-01/elsewhere' }), unknown('HTTP 303')],
    ['nothing changed', answers(304, ''), unknown('HTTP 304')],
  ])('%s', async (_, answer, outcome) => {
    twilio.answers(answer)
    const told = await channel.send(MESSAGE)
    expect(told).toEqual(outcome)
    expect(twilio.requests).toHaveLength(1)
    expectSilence(told)
    if (told.outcome === 'unknown') expect(lines.join()).toContain('campaign:step/1')
  })

  it('that leads to another house brings nobody there', async () => {
    const elsewhere = await fakeTwilio()
    try {
      twilio.answers(answers(308, '', { Location: `${elsewhere.url}/2010-04-01/Messages.json` }))
      expect(await channel.send(MESSAGE)).toEqual(unknown('HTTP 308'))
      expect(elsewhere.requests).toEqual([])
      expect(twilio.requests).toHaveLength(1)
    } finally {
      await elsewhere.close()
    }
  })

  it('that is too large is not read to the end', async () => {
    twilio.answers(answers(201, JSON.stringify(aTwilioMessage({ body: 'x'.repeat(9_000_000) }))))
    expect(await channel.send(MESSAGE)).toEqual(unknown('too_large'))
    expect(twilio.requests).toHaveLength(1)
  })
})

describe('a broken line', () => {
  it.each<[string, Answer]>([
    ['after the request', response => response.socket!.resetAndDestroy()],
    ['closed after the request', response => response.socket!.destroy()],
    [
      'in the middle of the answer',
      response => {
        response.writeHead(201, { 'Content-Length': '1000' })
        response.write('{"sid":', () => response.socket!.resetAndDestroy())
      },
    ],
    ['with an answer that is no HTTP', response => response.socket!.end('hello\r\n\r\n')],
  ])('%s leaves the outcome open', async (_, answer) => {
    twilio.answers(answer)
    const told = await channel.send(MESSAGE)
    expect(told).toEqual({ outcome: 'unknown', detail: expect.stringMatching(/^[A-Za-z_]+$/) })
    expect(twilio.requests).toHaveLength(1)
    expectSilence(told)
  })

  it('before the request was read leaves it open too: some of it may have arrived', async () => {
    let met = 0
    twilio.meets(socket => {
      met++
      socket.resetAndDestroy()
    })
    expect(await channel.send(MESSAGE)).toMatchObject({ outcome: 'unknown' })
    expect(met).toBe(1)
  })

  it('on a connection that was used before brings no second request', async () => {
    expect(await channel.send(MESSAGE)).toEqual(ACCEPTED)
    twilio.answers(response => response.socket!.resetAndDestroy())
    expect(await channel.send(MESSAGE)).toMatchObject({ outcome: 'unknown' })
    expect(twilio.requests).toHaveLength(2)
  })

  it.each([
    ['a port that nobody listens on', async () => `http://127.0.0.1:${await freePort()}`, 'ECONNREFUSED'],
    ['a host that nobody knows', async () => 'http://nobody.invalid', /ENOTFOUND|EAI_AGAIN/],
  ])('%s proves that nothing was sent', async (_, address, code) => {
    await reopen(await address())
    const told = await channel.send(MESSAGE)
    expect(told).toEqual({
      outcome: 'refused',
      failure: { kind: 'retry', code: typeof code === 'string' ? code : expect.stringMatching(code) },
    })
    expectSilence(told)
  })
})

describe('patience', () => {
  /** Long enough that a busy machine has read the request. */
  const PATIENCE_MS = 1_500

  it('ends, and what comes later changes nothing', async () => {
    await reopen(twilio.url, PATIENCE_MS)
    let late: () => void = () => {}
    twilio.answers((response, request) => {
      late = () => accepts()(response, request)
    })
    const told = await channel.send(MESSAGE)
    expect(told).toEqual({ outcome: 'unknown', detail: 'timed_out' })
    late()
    expect(twilio.requests).toHaveLength(1)
    await until(() => twilio.sockets.size === 0)
    twilio.answers(accepts())
    expect(await channel.send(MESSAGE)).toEqual(ACCEPTED)
    expectSilence(told)
  })

  it('ends also when an answer trickles in', async () => {
    await reopen(twilio.url, PATIENCE_MS)
    twilio.answers(response => {
      response.writeHead(201, { 'Content-Type': 'application/json' })
      response.write('{')
    })
    expect(await channel.send(MESSAGE)).toEqual({ outcome: 'unknown', detail: 'timed_out' })
    expect(twilio.requests).toHaveLength(1)
  })

  it('ends when the caller says so, with the request under way', async () => {
    const patience = new AbortController()
    twilio.answers(() => patience.abort())
    expect(await channel.send(MESSAGE, patience.signal)).toEqual({ outcome: 'unknown', detail: 'aborted' })
    expect(twilio.requests).toHaveLength(1)
    await until(() => twilio.sockets.size === 0)
  })

  it('that ended before brings no request at all', async () => {
    const told = await channel.send(MESSAGE, AbortSignal.abort())
    expect(told).toEqual({ outcome: 'refused', failure: { kind: 'retry', code: 'aborted' } })
    expect(await channel.send(MESSAGE)).toEqual(ACCEPTED)
    expect(twilio.requests).toHaveLength(1)
  })

  it('that ends in the queue for a connection proves that nothing was sent', async () => {
    const held: (() => void)[] = []
    twilio.answers((response, request) => void held.push(() => accepts()(response, request)))
    const busy = Array.from({ length: 128 }, () => channel.send(MESSAGE))
    await until(() => held.length === 128)
    const patience = new AbortController()
    const waiting = channel.send({ ...MESSAGE, row: 'late' }, patience.signal)
    patience.abort()
    expect(await waiting).toEqual({ outcome: 'refused', failure: { kind: 'retry', code: 'aborted' } })
    twilio.answers(accepts())
    for (const answer of held) answer()
    expect(await Promise.all(busy)).toEqual(Array(128).fill(ACCEPTED))
    expect(await channel.send(MESSAGE)).toEqual(ACCEPTED)
    expect(twilio.requests.filter(({ body }) => body.includes('late'))).toEqual([])
  })

  it('of one message is not that of another', async () => {
    const patience = new AbortController()
    let arrived = 0
    const held: (() => void)[] = []
    twilio.answers((response, request) => {
      held.push(() => accepts()(response, request))
      if (++arrived === 2) patience.abort()
    })
    const both = Promise.all([
      channel.send(MESSAGE, patience.signal),
      channel.send({ ...MESSAGE, row: 'other' }),
    ])
    await until(() => held.length === 2)
    for (const answer of held) answer()
    expect(await both).toEqual([{ outcome: 'unknown', detail: 'aborted' }, ACCEPTED])
  })
})

test('the environment cannot lead the credentials to another place', async () => {
  process.env.TWILIO_REGION = 'ie1'
  process.env.TWILIO_EDGE = 'dublin'
  try {
    await reopen(twilio.url)
    expect(await channel.send(MESSAGE)).toEqual(ACCEPTED)
  } finally {
    delete process.env.TWILIO_REGION
    delete process.env.TWILIO_EDGE
  }
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
