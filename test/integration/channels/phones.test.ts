import type { TwilioChannel } from '../../../src/channels/twilio/channel'
import type { Rendered } from '../../../src/domain/message'
import { fakeClock } from '../../support/fakeClock'
import { openTestEmbedded, type TestDocuments } from '../../support/openDocuments'
import { type EmulatorWorld, type Received, startEmulator } from '../../support/startEmulator'
import { openTwilioChannel } from '../../support/twilioChannel'

const AMINA = '+32470000001'
const FROM = { channel: 'whatsapp', address: '+32460000000' } as const
const TO = { channel: 'whatsapp', address: AMINA } as const
const choices = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `rsvp/${n}`, label: `Keuze ${n}` }))

let world: EmulatorWorld
let store: TestDocuments
let channel: TwilioChannel

beforeAll(async () => {
  store = await openTestEmbedded()
})
afterAll(() => store.dispose())
beforeEach(async () => {
  world = await startEmulator()
  channel = openTwilioChannel({
    apiUrl: world.base,
    documents: store.documents,
    clock: fakeClock(world.clock.now()),
    settings: { publicUrl: world.home },
  }).channel
})
afterEach(async () => {
  await channel.close()
  await world.close()
})

/** The webhook as our server hands it on. */
const requestOf = ({ target, params, signature }: Received) => ({
  target,
  body: new URLSearchParams(params).toString(),
  headers: { 'x-twilio-signature': signature },
})
const inbound = () => {
  const request = requestOf(world.received.filter(({ params }) => params.MessageStatus === undefined).at(-1)!)
  expect(channel.isAuthentic(request)).toBe(true)
  expect(channel.isAuthentic({ ...request, body: `${request.body}x` })).toBe(false)
  return channel.readInbound(request)
}
const acted = async (deed: object) => {
  expect(deed).not.toHaveProperty('problem')
  await world.wind(10_000)
  return inbound()
}
/** Sends what the person can then tap on. */
async function ask(content: Rendered): Promise<string> {
  await acted(world.emulator.acts.text(AMINA, 'dag'))
  const contentId = await channel.prepare(content)
  const outcome = await channel.send({
    from: FROM,
    to: TO,
    content,
    ...(contentId === null ? {} : { contentId }),
    row: 'row-1',
    attempt: 3,
  })
  await world.wind(10_000)
  return outcome.outcome === 'accepted' ? outcome.providerId : ''
}

describe('what a person does with a phone', () => {
  it.each([
    [
      'writes',
      () => world.emulator.acts.text(AMINA, ' Ja, graag  '),
      { text: ' Ja, graag  ', from: TO, to: FROM },
    ],
    [
      'writes an SMS',
      () => world.emulator.acts.text(AMINA, 'Ja', 'sms'),
      {
        text: 'Ja',
        from: { channel: 'sms', address: AMINA },
        to: { channel: 'sms', address: '+32460000001' },
      },
    ],
    ['says something', () => world.emulator.acts.voice(AMINA), { text: '', media: [{ type: 'audio/ogg' }] }],
    ['sends a picture', () => world.emulator.acts.image(AMINA), { text: '', media: [{ type: 'image/png' }] }],
    [
      'says where',
      () => world.emulator.acts.location(AMINA),
      { text: '', location: { latitude: 51.2254, longitude: 2.9194 } },
    ],
  ])('%s', async (_, deed, expected) => {
    expect(await acted(deed())).toMatchObject(expected)
  })

  it('says something that we missed: the list knows where it is', async () => {
    const said = await acted(world.emulator.acts.voice(AMINA))
    const listed = []
    for await (const one of channel.list({ to: FROM, since: 0, withDate: true })) listed.push(one)
    const [found] = listed.filter(({ media }) => media)
    expect(found).toMatchObject({ providerId: said?.providerId, media: [{ type: 'audio/ogg' }] })
    expect(await channel.fetchMedia(found!.media![0]!.url)).toMatchObject({ type: 'audio/ogg' })
  })

  it.each([
    ['a button', 3],
    ['a row of a list', 4],
  ])('taps %s, and our own id comes back', async (_, count) => {
    const content: Rendered = { text: 'Kom je?', language: 'nl', direction: 'ltr', choices: choices(count) }
    const sid = await ask(content)
    const shown = world.emulator.messages(AMINA).find(one => one.sid === sid)
    expect(shown?.choices).toEqual(choices(count).map(({ id, label }) => ({ id, title: label })))
    expect(await acted(world.emulator.acts.tap(AMINA, sid, 'rsvp/1'))).toMatchObject({
      text: 'Keuze 1',
      payload: 'rsvp/1',
    })
  })
})

it.each([
  ['plain words', {}],
  ['buttons', { choices: choices(2) }],
  ['a list', { choices: choices(5), listButton: 'Kies' }],
])('%s are listed with the very text, by which they are found again', async (_, more) => {
  const text = 'Dag Amina,\n\n  kom je?\tJa of nee\n\u2068عمر\u2069: {{1}}      einde'
  const sid = await ask({ text, language: 'nl', direction: 'ltr', ...more })
  const found: string[] = []
  for await (const one of channel.list({ to: TO, from: FROM, since: 0, withDate: true }))
    if (one.providerId === sid) found.push(one.body)
  expect(found).toEqual([text])
})

it('each status comes home to its row and attempt', async () => {
  const sid = await ask({ text: 'Kom je?', language: 'nl', direction: 'ltr' })
  const reports = world.received
    .filter(({ params }) => params.MessageStatus !== undefined)
    .map(requestOf)
    .map(request => {
      expect(channel.isAuthentic(request)).toBe(true)
      return channel.readStatus(request)
    })
  expect(reports.map(({ status }) => status)).toEqual(['sent', 'delivered', 'read'])
  for (const report of reports) expect(report).toMatchObject({ providerId: sid, row: 'row-1', attempt: 3 })
})

it('what a person sent is gone from the provider, words and voice', async () => {
  const { providerId, media } = await acted(world.emulator.acts.voice(AMINA))
  const fetchMedia = () => fetch(media![0]!.url, { headers: { authorization: world.authorization } })
  expect((await fetchMedia()).status).toBe(200)
  await channel.redact(providerId)
  expect((await fetchMedia()).status).toBe(404)
  const said = await acted(world.emulator.acts.text(AMINA, 'geheim'))
  await channel.redact(said.providerId)
  expect((await world.call('GET', `${world.messages}/${said.providerId}.json`)).json.body).toBe('')
})
