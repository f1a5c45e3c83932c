import { setTimeout as pause } from 'node:timers/promises'
import { signature } from '../../emulator/signature'
import { addressKey } from '../../src/domain/contact'
import type { DemoPerson } from '../../src/practice/people'
import { openMongodb } from '../../src/store/mongodb'
import { brokenPromises } from '../support/brokenPromises'
import { CAMPAIGN, type House, openHouse } from '../support/openHouse'
import { restartableServer, startScript } from '../support/restartableServer'
import { aStoredContact } from '../support/storedExamples'

const at = (day: string, hour = '12:00') => Date.parse(`2026-${day}T${hour}:00+01:00`)
const PEOPLE = ['Amina', 'Gloria', 'Dawa', 'Blessing'].map(
  (name, index): DemoPerson => ({
    name,
    language: 'nl',
    channels: index === 2 ? ['sms'] : ['whatsapp', 'sms'],
    audience: 'participant',
    standing: 'agreed',
  }),
)
const NAMES = PEOPLE.map(({ name }) => name)
const errorsIn = (lines: readonly string[]) => lines.filter(line => JSON.parse(line).level >= 50)

describe('one house, and people who do what people do', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ people: PEOPLE })
    await house.wind(at('11-24'))
  })
  afterAll(() => house?.close())

  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${house.publicUrl}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers })

  test('a webhook with a wrong signature, or without one, changes nothing', async () => {
    const before = await house.documents.collection('inbound').count({})
    const fields = {
      MessageSid: `SM${'0'.repeat(32)}`,
      From: house.numberOf('Dawa'),
      To: '+32460000001',
      Body: 'stop',
    }
    expect((await post('/twilio/inbound', fields)).status).toBe(403)
    expect((await post('/twilio/inbound', fields, { 'x-twilio-signature': 'c2Vjb25k' })).status).toBe(403)
    expect((await post('/twilio/status?m=x&a=1', fields, { 'x-twilio-signature': '' })).status).toBe(403)
    expect(await house.documents.collection('inbound').count({})).toBe(before)
    expect((await house.contact('Dawa'))?.stopped).toBeUndefined()
  })

  test('a status of a message that nobody knows is put away, and every look after it goes on', async () => {
    const target = '/twilio/status?m=nobody&a=1'
    const fields = { MessageSid: `SM${'1'.repeat(32)}`, MessageStatus: 'delivered' }
    const sign = signature(house.account.authToken, `${house.publicUrl}${target}`, fields)
    for (const _ of ['once', 'twice'])
      expect((await post(target, fields, { 'x-twilio-signature': sign })).status).toBe(204)
    await house.wind(house.clock.now() + 2 * 3_600_000)
    expect(await house.documents.collection('statuses').count({ applied: false })).toBe(0)
    expect(await brokenPromises({ ...house, now: house.clock.now() })).toEqual([])
  })

  test('a reply of 10,000 characters is asked again, and kept in whole', async () => {
    const long = 'Ik weet het nog niet zeker. '.repeat(360)
    expect(long.length).toBeGreaterThan(10_000)
    await house.writes('Gloria', long)
    expect((await house.got('Gloria')).at(-1)).toBe('whatsapp nl rsvp:coming.ask')
    const stored = await house.documents.collection('inbound').list({ contact: house.idOf('Gloria') })
    const said = stored.map(({ event }) => ('locked' in event ? house.seal.unlock(String(event.locked)) : ''))
    expect(said.some(one => one.includes(long))).toBe(true)
    await house.writes('Gloria', 'ja')
    expect(await house.enrolment('Gloria')).toMatchObject({ rsvp: 'yes' })
  })

  test.each([
    ['a voice note', () => house.voice('Gloria')],
    ['only a face', () => house.writes('Gloria', '🤷')],
    ['nothing but spaces and invisible marks', () => house.writes('Gloria', ' \u200f\u2068 ')],
  ])('%s where a number is asked is asked again or offered help, never guessed', async (_, does) => {
    const before = (await house.got('Gloria')).length
    await does()
    expect((await house.got('Gloria')).length).toBe(before + 1)
    expect((await house.enrolment('Gloria'))?.companions).toBeUndefined()
  })

  test('and a number is still an answer afterwards', async () => {
    await house.writes('Gloria', '2')
    expect(await house.enrolment('Gloria')).toMatchObject({ companions: 2 })
  })

  test('200 messages in one second are kept, and answered in a few words', async () => {
    const before = (await house.got('Blessing')).length
    const texts = Array.from({ length: 200 }, (_, index) => `bericht ${index}`)
    house.emulator.acts.burst(house.numberOf('Blessing'), texts)
    await house.wind(house.clock.now() + 60_000)
    const inbound = house.documents.collection('inbound')
    const theirs = await inbound.list({ contact: house.idOf('Blessing') })
    const kept = theirs.filter(({ event }) => event.kind === 'message')
    expect(kept).toHaveLength(200)
    expect(kept.filter(({ handled }) => handled !== 'done')).toEqual([])
    const answers = (await house.got('Blessing')).slice(before)
    expect(answers.filter(said => said.endsWith('too_many'))).toHaveLength(1)
    expect(answers.length).toBeLessThanOrEqual(13)
  })

  test('STOP is heard in the middle of a flood', async () => {
    const texts = Array.from({ length: 40 }, (_, index) => `nog ${index}`)
    house.emulator.acts.burst(house.numberOf('Blessing'), [...texts.slice(0, 20), 'STOP', ...texts.slice(20)])
    await house.wind(house.clock.now() + 60_000)
    expect((await house.contact('Blessing'))?.stopped).toBeDefined()
    expect((await house.got('Blessing')).filter(said => said.endsWith(' stopped'))).toHaveLength(1)
  })

  test('a stranger who writes five times at once becomes one contact, who is asked and told nothing', async () => {
    house.emulator.acts.add({
      name: 'Onbekend',
      language: 'nl',
      address: '+32470999999',
      channels: ['whatsapp'],
    })
    house.emulator.acts.burst('+32470999999', ['dag', 'hallo', 'wie is dit', 'dag', 'ja?'])
    await house.wind(house.clock.now() + 60_000)
    const key = addressKey('demo', { channel: 'whatsapp', address: '+32470999999' })
    const contacts = await house.documents.collection('contacts').list({ addressKeys: key })
    expect(contacts).toHaveLength(1)
    const got = house.emulator
      .messages('+32470999999')
      .filter(({ direction }) => direction === 'outbound-api')
    expect(got.length).toBeGreaterThan(0)
    for (const { body } of got) expect(body).not.toMatch(/Jobcafé|Els|8 december/)
  })

  test('the same person twice is refused by the store', async () => {
    const twin = { channel: 'sms' as const, address: house.numberOf('Dawa') }
    const contact = aStoredContact({
      _id: 'twin',
      organisation: 'demo',
      addresses: [twin],
      addressKeys: [addressKey('demo', twin)],
    })
    expect(await house.documents.collection('contacts').insert(contact)).toBe(false)
  })

  test('a number that is none fails for that person only, and says why', async () => {
    const address = { channel: 'sms' as const, address: '+15005550001' }
    const contact = aStoredContact({
      _id: 'nowhere',
      organisation: 'demo',
      addresses: [address],
      addressKeys: [addressKey('demo', address)],
    })
    await house.documents.collection('contacts').insert(contact)
    expect(await house.post(`/campaigns/${CAMPAIGN}/ask-consent`, { contact: 'nowhere' })).toBe(303)
    await house.wind(house.clock.now() + 120_000)
    const rows = await house.documents.collection('outbox').list({ contact: 'nowhere', kind: 'message' })
    expect(rows).toMatchObject([{ state: 'failed' }])
    expect(rows[0]?.reason).toBeTruthy()
  })

  test('an event in the past is refused on the page, with words', async () => {
    const { version } = await house.campaign()
    const past = { version: String(version), start: '2026-01-05T14:00', end: '2026-01-05T17:00' }
    const status = await house.post(`/campaigns/${CAMPAIGN}/move`, past)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect((await house.campaign()).version).toBe(version)
  })

  test('after all that nothing waits, nothing is double, and the log knows only the refused webhooks', async () => {
    expect(await brokenPromises({ ...house, now: house.clock.now() })).toEqual([])
    expect(errorsIn(house.lines).filter(line => JSON.parse(line).msg !== 'webhook')).toEqual([])
  })
})

test('two processes that look at the same moment send everything once and answer once', async () => {
  const house = await openHouse({ people: PEOPLE, processes: 2 })
  try {
    await house.wind(at('11-07'))
    for (const name of NAMES) await house.writes(name, '1')
    for (const name of NAMES) await house.writes(name, '4')
    await house.wind(at('12-06'))
    expect(await brokenPromises({ ...house, now: house.clock.now() })).toEqual([])
    for (const name of NAMES) {
      expect(await house.enrolment(name)).toMatchObject({ rsvp: 'yes', needs: [] })
      const said = (await house.got(name)).map(one => one.split(' ')[2])
      expect(new Set(said).size).toBe(said.length)
    }
  } finally {
    await house.close()
  }
})

const script = startScript()
if (script)
  test('the store goes away for a minute: nothing is lost, nothing leaves twice', async () => {
    const server = await restartableServer(script)
    const documents = await openMongodb(server.uri, { database: 'minute', patience: 300 })
    const store = {
      documents,
      engine: documents.engine,
      reopen: async () => documents,
      dispose: () => documents.close(),
      freesKeys: async () => true,
    }
    const house = await openHouse({ people: PEOPLE, store })
    try {
      await house.wind(at('11-07'))
      await server.stop()
      // The provider is told 503, so it keeps what it could not hand over in its list.
      for (const name of NAMES) house.emulator.acts.text(house.numberOf(name), '1')
      await house.emulator.runDue()
      await house.app.tick().catch(() => {})
      await server.start()
      house.clock.turnTo(house.clock.now() + 60_000)
      for (let tries = 0; tries < 20; tries++) {
        if (
          await house.app.tick().then(
            () => true,
            () => false,
          )
        )
          break
        await pause(100)
      }
      await house.app.catchUp()
      await house.wind(at('11-09'))
      expect(await brokenPromises({ ...house, now: house.clock.now() })).toEqual([])
      for (const name of NAMES) expect(await house.enrolment(name)).toMatchObject({ rsvp: 'yes' })
    } finally {
      await house.close()
      await documents.close()
      await server.dispose()
    }
  })
