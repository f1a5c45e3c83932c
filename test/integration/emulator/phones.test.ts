import { validateRequest } from 'twilio/lib/webhooks/webhooks'
import { type EmulatorWorld, SMS, startEmulator, TOKEN, WHATSAPP } from '../../support/startEmulator'

const AMINA = '+32470000001'
const TESFAY = '+32470000003'
let world: EmulatorWorld

afterEach(() => world.close())

const heard = () => world.received.map(one => one.params)

test('a text, emoji and all, comes in signed, with its blanks', async () => {
  world = await startEmulator()
  world.emulator.acts.text(AMINA, ' Ja, graag én snel 🙂 ')
  await world.wind(1000)
  const [{ url, params, signature }] = world.received as [(typeof world.received)[0]]
  expect(validateRequest(TOKEN, signature, url, params)).toBe(true)
  expect(params).toMatchObject({
    Body: ' Ja, graag én snel 🙂 ',
    From: `whatsapp:${AMINA}`,
    To: WHATSAPP,
    ProfileName: 'Amina',
    WaId: '32470000001',
    SmsStatus: 'received',
    NumMedia: '0',
    ReferralNumMedia: '0',
  })
  expect(params.MessageStatus).toBeUndefined()
})

async function ask(types: object): Promise<string> {
  world.emulator.acts.text(AMINA, 'dag')
  const content = await world.call('POST', '/v1/Content', { language: 'nl', types })
  const sent = await world.send({ To: `whatsapp:${AMINA}`, ContentSid: String(content.json.sid) })
  await world.wind(60_000)
  world.received.length = 0
  return String(sent.json.sid)
}
const buttons = {
  'twilio/quick-reply': { body: 'Kom je?', actions: [{ type: 'QUICK_REPLY', title: 'Ja', id: 'yes' }] },
}
const list = {
  'twilio/list-picker': {
    body: 'Kies',
    button: 'Kies',
    items: [{ item: 'Nederlands', id: 'nl', description: 'taal' }],
  },
}

test('a tapped button brings our id and the message it stood under', async () => {
  world = await startEmulator()
  const sid = await ask(buttons)
  world.emulator.acts.tap(AMINA, sid, 'yes')
  await world.wind(1000)
  expect(heard()).toMatchObject([
    {
      Body: 'Ja',
      ButtonText: 'Ja',
      ButtonPayload: 'yes',
      OriginalRepliedMessageSid: sid,
      MessageType: 'interactive',
    },
  ])
})

test('after seven days a tap no longer says which message', async () => {
  world = await startEmulator()
  const sid = await ask(buttons)
  await world.wind(7 * 86_400_000)
  world.emulator.acts.tap(AMINA, sid, 'yes')
  await world.wind(1000)
  expect(heard()[0]).toMatchObject({ ButtonPayload: 'yes' })
  expect(heard()[0]).not.toHaveProperty('OriginalRepliedMessageSid')
})

test('a row of a list brings its id and title', async () => {
  world = await startEmulator()
  const sid = await ask(list)
  world.emulator.acts.tap(AMINA, sid, 'nl')
  await world.wind(1000)
  expect(heard()).toMatchObject([
    { Body: 'Nederlands', ListId: 'nl', ListTitle: 'Nederlands', ListDescription: 'taal' },
  ])
  expect(world.emulator.acts.tap(AMINA, sid, 'fr')).toEqual({ problem: 'no such choice' })
})

test('a voice note and a picture can be fetched with the account, without a redirect', async () => {
  world = await startEmulator()
  world.emulator.acts.voice(AMINA)
  world.emulator.acts.image(AMINA)
  await world.wind(1000)
  const [voice, image] = heard() as [Record<string, string>, Record<string, string>]
  expect(voice).toMatchObject({ NumMedia: '1', MediaContentType0: 'audio/ogg', Body: '' })
  expect(image).toMatchObject({ NumMedia: '1', MediaContentType0: 'image/png' })
  const { authorization } = world
  const answer = await fetch(String(voice.MediaUrl0), { headers: { authorization }, redirect: 'error' })
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.subarray(0, 4).toString()).toBe('OggS')
  expect((await fetch(String(voice.MediaUrl0))).status).toBe(401)
  await world.call('DELETE', `${new URL(String(voice.MediaUrl0)).pathname}.json`)
  expect((await fetch(String(voice.MediaUrl0), { headers: { authorization } })).status).toBe(404)
})

test('a place comes in as latitude and longitude', async () => {
  world = await startEmulator()
  world.emulator.acts.location(AMINA)
  await world.wind(1000)
  expect(heard()).toMatchObject([{ Latitude: '51.2254', Longitude: '2.9194', MessageType: 'location' }])
})

test('200 messages in a second all come in, once each', async () => {
  world = await startEmulator()
  const texts = Array.from({ length: 200 }, (_, at) => `bericht ${at}`)
  world.emulator.acts.burst(AMINA, texts)
  await world.wind(1000)
  expect(
    heard()
      .map(one => one.Body)
      .sort(),
  ).toEqual([...texts].sort())
  expect(new Set(heard().map(one => one.MessageSid)).size).toBe(200)
})

test('STOP by SMS: blocked, answered by the provider, and still told to us; START ends it', async () => {
  world = await startEmulator()
  world.emulator.acts.text(TESFAY, ' stop ')
  await world.wind(60_000)
  expect(heard()).toMatchObject([{ Body: ' stop ', From: TESFAY }])
  expect(world.emulator.messages(TESFAY).map(one => one.direction)).toEqual(['inbound', 'outbound-reply'])
  const refused = await world.send({ From: SMS, To: TESFAY, Body: 'dag' })
  expect(refused).toMatchObject({ status: 400, json: { code: 21610, status: 400 } })
  world.emulator.acts.text(TESFAY, 'START')
  await world.wind(60_000)
  expect((await world.send({ From: SMS, To: TESFAY, Body: 'dag' })).status).toBe(201)
  expect(world.emulator.messages(TESFAY).filter(one => one.direction === 'outbound-reply')).toHaveLength(2)
})

test('STOP on WhatsApp is an ordinary message', async () => {
  world = await startEmulator()
  world.emulator.acts.text(AMINA, 'STOP')
  await world.wind(60_000)
  expect(world.emulator.messages(AMINA)).toHaveLength(1)
  expect((await world.send({ To: `whatsapp:${AMINA}`, Body: 'dag' })).status).toBe(201)
})

test('the fallback is called when the first address fails', async () => {
  world = await startEmulator()
  const fallback = `${world.home}/twilio/fallback`
  Object.assign(world.options.webhooks, { fallback })
  world.answerWith((request, response) =>
    response.writeHead(request.url?.includes('fallback') ? 200 : 500).end(),
  )
  world.emulator.acts.text(AMINA, 'dag')
  await world.wind(1000)
  expect(world.received.map(one => one.target)).toEqual(['/twilio/inbound?ch=1', '/twilio/fallback'])
  expect(world.received.every(one => validateRequest(TOKEN, one.signature, one.url, one.params))).toBe(true)
})

test('a phone that is off writes nothing, and a wiped chat stays known to the provider', async () => {
  world = await startEmulator()
  world.emulator.acts.text(AMINA, 'dag')
  world.emulator.acts.change(AMINA, { on: false })
  expect(world.emulator.acts.text(AMINA, 'nog iets')).toEqual({ problem: 'phone is off' })
  world.emulator.acts.wipe(AMINA)
  const listed = await world.call('GET', `${world.messages}.json?From=whatsapp:%2B32470000001`)
  expect(listed.json.messages).toMatchObject([{ body: 'dag' }])
})

test('the same acts work over HTTP, for programs on other machines', async () => {
  world = await startEmulator()
  const act = (method: string, path: string, body?: object) => world.call(method, `/emulator${path}`, body)
  expect((await act('POST', `/phones/${AMINA}/text`, { body: 'dag' })).status).toBe(201)
  expect((await act('POST', `/phones/${AMINA}/burst`, { texts: ['a', 'b'] })).json.sids).toHaveLength(2)
  expect((await act('PUT', `/phones/${AMINA}`, { on: false })).status).toBe(201)
  expect((await act('POST', `/phones/${AMINA}/text`, { body: 'dag' })).status).toBe(409)
  expect((await act('POST', '/phones/+32499999999/text', { body: 'dag' })).status).toBe(404)
  const stranger = { name: 'Niemand', language: 'en', address: '+32499999999', channels: ['whatsapp'] }
  expect((await act('POST', '/phones', stranger)).status).toBe(201)
  expect((await act('POST', '/phones/+32499999999/text', { body: 'hello' })).status).toBe(201)
  await act('POST', '/run-due')
  await world.send({ To: 'whatsapp:+32499999999', Body: 'Hello', StatusCallback: `${world.home}/s?m=7&a=1` })
  await world.send({ To: 'whatsapp:+32499999999', Body: 'Hello', StatusCallback: `${world.home}/s?m=7&a=2` })
  const seen = await act('GET', '/messages?phone=%2B32499999999&direction=outbound')
  expect(seen.json).toMatchObject({ byBody: { Hello: 2 }, byKey: { 'm=7&a=1': 1, 'm=7&a=2': 1 } })
  expect((await act('POST', '/reset')).status).toBe(204)
  expect((await act('GET', '/messages')).json.messages).toEqual([])
  expect(world.emulator.nextDue()).toBeNull()
})
