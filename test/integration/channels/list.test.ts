import type { TwilioChannel } from '../../../src/channels/twilio/channel'
import type { ListedMessage } from '../../../src/ports/channel'
import { createOpenapiCheck } from '../../contracts/twilioOpenapi/openapiCheck'
import { fakeClock } from '../../support/fakeClock'
import {
  ACCOUNT,
  type Answer,
  answers,
  aRefusal,
  aTwilioMessage,
  type FakeTwilio,
  fakeTwilio,
  refuses,
  SID,
} from '../../support/fakeTwilio'
import { openTestEmbedded, type TestDocuments } from '../../support/openDocuments'
import { openTwilioChannel, TOKEN } from '../../support/twilioChannel'

const check = createOpenapiCheck()
const ROOT = `/2010-04-01/Accounts/${ACCOUNT}/Messages`
const MEDIA_1 = `ME${'1'.repeat(32)}`
const MEDIA_2 = `ME${'2'.repeat(32)}`
const SINCE = Date.parse('2026-11-24T11:00:00Z')
const PERSON = { channel: 'whatsapp', address: '+32470000001' } as const
const OURS = { channel: 'whatsapp', address: '+32460000000' } as const

let store: TestDocuments
let twilio: FakeTwilio
let channel: TwilioChannel

beforeAll(async () => {
  store = await openTestEmbedded()
})
afterAll(() => store.dispose())
beforeEach(async () => {
  twilio = await fakeTwilio()
  const clock = fakeClock('2026-11-24T12:00:00Z')
  channel = openTwilioChannel({ apiUrl: twilio.url, documents: store.documents, clock }).channel
})
afterEach(async () => {
  await channel.close()
  await twilio.close()
})

const sid = (n: number) => `SM${String(n).padStart(32, '0')}`
const page = (messages: object[], next: string | null = null) => ({
  messages,
  page: 0,
  page_size: 100,
  start: 0,
  end: Math.max(0, messages.length - 1),
  uri: `${ROOT}.json?PageSize=100`,
  first_page_uri: `${ROOT}.json?PageSize=100`,
  previous_page_uri: null,
  next_page_uri: next,
})
const listed = async (query: Partial<Parameters<TwilioChannel['list']>[0]> = {}) => {
  const found: ListedMessage[] = []
  for await (const one of channel.list({ to: PERSON, since: SINCE, withDate: false, ...query }))
    found.push(one)
  return found
}

describe('the list', () => {
  it.each([
    ['a person', { to: PERSON }, { To: 'whatsapp:+32470000001' }],
    [
      'a person and a sender',
      { to: PERSON, from: OURS },
      { To: 'whatsapp:+32470000001', From: 'whatsapp:+32460000000' },
    ],
    ['an SMS', { to: { channel: 'sms', address: '+32470000001' } as const }, { To: '+32470000001' }],
    [
      'a person, from a moment on',
      { to: PERSON, withDate: true },
      { To: 'whatsapp:+32470000001', 'DateSent>': '2026-11-24T11:00:00Z' },
    ],
  ])('is asked for %s, as the documents say', async (_, query, expected) => {
    twilio.answers(answers(200, page([])))
    expect(await listed(query)).toEqual([])
    expect(twilio.requests).toHaveLength(1)
    const { method, target } = twilio.requests[0]!
    expect(Object.fromEntries(new URL(target, twilio.url).searchParams)).toEqual({
      ...expected,
      PageSize: '100',
    })
    expect(check({ method, target, status: 200, responseBody: page([]) })).toEqual([])
  })

  it('is read to its last page, each page once', async () => {
    const next = (n: number) =>
      `${ROOT}.json?To=whatsapp%3A%2B32470000001&PageSize=100&Page=${n}&PageToken=PA${n}`
    const pages = [
      page([{ ...aTwilioMessage(), sid: sid(3) }], next(1)),
      page([], next(2)),
      page([{ ...aTwilioMessage(), sid: sid(1) }]),
    ]
    twilio.answers((response, request) =>
      answers(200, pages[Number(new URL(request.target, twilio.url).searchParams.get('Page') ?? 0)]!)(
        response,
        request,
      ),
    )
    expect((await listed()).map(({ providerId }) => providerId)).toEqual([sid(3), sid(1)])
    expect(twilio.requests.map(({ target }) => target)).toEqual([expect.any(String), next(1), next(2)])
  })

  it('takes no page that nobody asks for', async () => {
    twilio.answers(answers(200, page([aTwilioMessage()], `${ROOT}.json?Page=1`)))
    for await (const one of channel.list({ to: PERSON, since: SINCE, withDate: false })) {
      expect(one.providerId).toBe(SID)
      break
    }
    expect(twilio.requests).toHaveLength(1)
  })

  it.each([
    [
      'one of ours',
      {},
      { direction: 'out', channel: 'whatsapp', from: '+32460000000', to: '+32470000001', status: 'queued' },
    ],
    [
      'one of theirs',
      { direction: 'inbound', from: 'whatsapp:BE.1A2B', to: 'whatsapp:+32460000000', status: 'received' },
      { direction: 'in', channel: 'whatsapp', from: 'BE.1A2B', to: '+32460000000' },
    ],
    ['an answer of the provider itself', { direction: 'outbound-reply' }, { direction: 'out' }],
    [
      'one whose sender is not chosen yet',
      { from: null, status: 'accepted' },
      { from: '', to: '+32470000001' },
    ],
    ['an SMS', { from: '+32460000001', to: '+32470000001' }, { channel: 'sms', from: '+32460000001' }],
    ['one without words', { body: null }, { body: '' }],
    ['one without a date', { date_created: null }, { createdAt: 0 }],
    ['one with a status nobody knows', { status: 'thinking' }, { status: 'accepted' }],
  ])('holds %s', async (_, fields, expected) => {
    twilio.answers(answers(200, page([aTwilioMessage(fields)])))
    expect(await listed()).toEqual([
      {
        providerId: SID,
        direction: 'out',
        channel: 'whatsapp',
        from: '+32460000000',
        to: '+32470000001',
        body: 'Kom je donderdag?',
        createdAt: Date.parse('2026-11-24T12:00:00Z'),
        ...expected,
        status: (expected as { status?: string }).status ?? expect.any(String),
      },
    ])
  })

  it.each([
    ['to an address we cannot write to', { to: 'messenger:1' }],
    ['from somebody we cannot answer', { direction: 'inbound', from: 'messenger:1' }],
  ])('leaves out a message %s', async (_, fields) => {
    twilio.answers(answers(200, page([aTwilioMessage(fields), aTwilioMessage({ sid: sid(2) })])))
    expect((await listed()).map(({ providerId }) => providerId)).toEqual([sid(2)])
  })

  it.each<[string, Answer]>([
    ['refused', refuses(401, 20003)],
    ['away', answers(503, '<html>')],
    ['no list', answers(200, 'hello')],
    ['a list without messages', answers(200, {})],
    ['on another address', answers(302, '', { Location: '/' })],
    ['a broken line', response => response.socket!.destroy()],
  ])('throws when it is %s, after one request', async (_, answer) => {
    twilio.answers(answer)
    await expect(listed()).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    expect(twilio.requests).toHaveLength(1)
  })

  it('throws when the second page is away: half a list proves nothing', async () => {
    const next = `${ROOT}.json?Page=1`
    twilio.answers((response, request) =>
      (request.target === next ? refuses(500, 20500) : answers(200, page([aTwilioMessage()], next)))(
        response,
        request,
      ),
    )
    await expect(listed()).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
  })
})

describe('a status that is asked for', () => {
  it.each([
    ['as it is', aTwilioMessage({ status: 'delivered' }), { status: 'delivered' }],
    [
      'with its reason',
      aTwilioMessage({ status: 'failed', error_code: 63016 }),
      { status: 'failed', errorCode: 63016, failure: { kind: 'needs_template', code: '63016' } },
    ],
    ['also when nobody knows the word', aTwilioMessage({ status: 'thinking' }), { status: 'accepted' }],
  ])('is told %s', async (_, body, expected) => {
    twilio.answers(answers(200, body))
    expect(await channel.fetchStatus(SID)).toEqual(expected)
    const { method, target } = twilio.requests[0]!
    expect(target).toBe(`${ROOT}/${SID}.json`)
    expect(check({ method, target, status: 200, responseBody: aTwilioMessage() })).toEqual([])
  })

  it('is null when the provider has no such message, and an error when it cannot tell', async () => {
    twilio.answers(refuses(404, 20404))
    expect(await channel.fetchStatus(SID)).toBeNull()
    await expect(channel.fetchStatus('a/b')).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    for (const answer of [refuses(500, 20500), refuses(401, 20003), answers(200, 'x')]) {
      twilio.answers(answer)
      await expect(channel.fetchStatus(SID)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    }
    expect(twilio.requests).toHaveLength(4)
  })

  it('tells nobody who it was about', async () => {
    twilio.answers(refuses(400, 21211))
    const error = await channel.fetchStatus(SID).catch((thrown: unknown) => thrown)
    const told = `${error} ${JSON.stringify(error)} ${(error as Error).stack} ${(error as Error).cause}`
    expect(told).toContain('21211')
    expect(told).not.toMatch(new RegExp(`${TOKEN}|32470000001`))
  })
})

describe('to redact', () => {
  const media = [MEDIA_1, MEDIA_2].map(name => ({
    sid: name,
    account_sid: ACCOUNT,
    parent_sid: SID,
    content_type: 'audio/ogg',
    date_created: 'Tue, 24 Nov 2026 12:00:00 +0000',
    date_updated: 'Tue, 24 Nov 2026 12:00:00 +0000',
    uri: `${ROOT}/${SID}/Media/${name}.json`,
  }))
  const serves =
    (gone: string[] = []): Answer =>
    (response, request) => {
      const { method, target } = request
      if (gone.some(one => target.includes(one))) return refuses(404, 20404)(response, request)
      if (method === 'DELETE') return answers(204, '')(response, request)
      const list = { ...page([], null), messages: undefined, media_list: media }
      return answers(200, target.includes('/Media') ? list : aTwilioMessage({ body: '' }))(response, request)
    }
  const acts = () =>
    twilio.requests.map(({ method, target }) => `${method} ${target.split('?')[0]!.slice(ROOT.length)}`)

  it('empties the words and takes away all media', async () => {
    twilio.answers(serves())
    await channel.redact(SID)
    expect(twilio.requests[0]!.body).toBe('Body=')
    expect(acts()).toEqual([
      `POST /${SID}.json`,
      `GET /${SID}/Media.json`,
      `DELETE /${SID}/Media/${MEDIA_1}.json`,
      `DELETE /${SID}/Media/${MEDIA_2}.json`,
    ])
  })

  it.each([
    ['the message', [`${SID}.json`], 1],
    ['the media', ['Media.json'], 2],
    ['one of the media', [MEDIA_1], 4],
  ])('is done when %s is gone already', async (_, gone, requests) => {
    twilio.answers(serves(gone))
    await channel.redact(SID)
    expect(twilio.requests).toHaveLength(requests)
  })

  it('throws when the provider does not do it, so that it is tried again', async () => {
    twilio.answers(answers(409, aRefusal(409, 20409)))
    await expect(channel.redact(SID)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    twilio.answers((response, request) =>
      (request.method === 'DELETE' ? refuses(500, 20500) : serves())(response, request),
    )
    await expect(channel.redact(SID)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
  })
})
