import type { Address } from '../../../src/domain/message'
import { receiveMessage } from '../../../src/use-cases/receiveMessage'
import { OURS, type TurnProcess, type TurnWorld, turnWorld } from '../../support/turnWorld'

let world: TurnWorld
let a: TurnProcess
let b: TurnProcess
beforeEach(async () => {
  world = await turnWorld()
  a = world.process('A')
  b = world.process('B')
})
afterEach(() => world.dispose())

const NEW = '+32471555555'
const whatsapp: Address = { channel: 'whatsapp', address: NEW }
const sms: Address = { channel: 'sms', address: NEW }
const account: Address = { channel: 'whatsapp', address: 'BE.1A2B' }

const strangers = () => world.documents.collection('contacts').list({ _id: { $ne: 'amal' } })
const lanes = async () =>
  new Set((await world.documents.collection('inbound').list({})).map(one => one.contact))

test.each([
  ['the same address', [whatsapp, whatsapp]],
  ['one number on two channels', [whatsapp, sms]],
  ['one number on two channels, many times', [whatsapp, sms, whatsapp, sms, sms, whatsapp]],
])('who writes for the first time, from %s at once, becomes one contact', async (_what, addresses) => {
  await Promise.all(
    addresses.map((from, n) =>
      (n % 2 ? a : b).receive({
        providerId: `SM${n}`,
        from,
        to: OURS[from.channel],
        text: 'hello',
        profileName: 'Sara',
      }),
    ),
  )
  const [one, ...others] = await strangers()
  expect(others).toEqual([])
  expect(one).toMatchObject({ name: 'Sara', consents: [], language: 'nl', languageChosen: false })
  expect(await world.documents.collection('inbound').count({ contact: one!._id })).toBe(addresses.length)
  const distinct = [...new Set(addresses.map(({ channel }) => channel))]
  expect(one?.addresses.map(({ channel }) => channel).sort()).toEqual([...distinct].sort())
})

test('an account id that comes beside a number is the same person when it comes alone', async () => {
  await a.receive({ providerId: 'SM1', from: whatsapp, accountId: account, text: 'one' })
  await a.receive({ providerId: 'SM2', from: account, text: 'two' })
  expect(await lanes()).toEqual(new Set([(await strangers())[0]?._id]))
  expect((await strangers())[0]?.addresses).toEqual([whatsapp, account])
})

test('somebody we know keeps one lane when WhatsApp gives an account id later, and when they write by SMS', async () => {
  const known = await world.contact({
    _id: 'sara',
    addresses: [whatsapp],
    addressKeys: [`house|whatsapp|${NEW}`],
  })
  for (let twice = 0; twice < 2; twice++) {
    await a.receive({ providerId: 'SM1', from: whatsapp, accountId: account, text: 'one' })
    await a.receive({ providerId: 'SM2', from: sms, to: OURS.sms, text: 'two' })
    await a.receive({ providerId: 'SM3', from: account, text: 'three' })
  }
  expect(await lanes()).toEqual(new Set(['sara']))
  const { addresses } = (await strangers())[0]!
  expect(addresses).toEqual([...known.addresses, account, sms])
  await a.work('sara')
  expect(world.heard()).toEqual(['one', 'two', 'three'])
})

test('an account id that is somebody else stays theirs', async () => {
  await a.receive({ providerId: 'SM1', from: account, text: 'one' })
  const [owner] = await strangers()
  await a.receive({ providerId: 'SM2', text: 'two', accountId: account })
  expect((await strangers())[0]?.addresses).toEqual(owner?.addresses)
  expect((await world.documents.collection('contacts').get('amal'))?.addresses).toEqual(world.amal.addresses)
  expect((await world.stored('SM2')).contact).toBe('amal')
})

test('a person of another organisation with the same number is another contact', async () => {
  const elsewhere = { ...a.receiving, organisationOf: () => ({ _id: 'other', language: 'fr' }) }
  await receiveMessage(elsewhere, {
    providerId: 'SM1',
    from: world.amal.addresses[0]!,
    to: OURS.sms,
    text: 'x',
  })
  const [other] = await strangers()
  expect(other).toMatchObject({ organisation: 'other', language: 'fr' })
})

test('a message to a number that is nobody of ours is not kept', async () => {
  const to: Address = { channel: 'sms', address: '+3220000000' }
  expect(await a.receive({ providerId: 'SM1', to, text: 'x' })).toBeNull()
  expect(await world.documents.collection('inbound').count({})).toBe(0)
})
