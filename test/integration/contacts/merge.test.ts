import type { Contact } from '../../../src/domain/contact'
import { createLanes } from '../../../src/store/lanes'
import { mergeContacts, previewMerge } from '../../../src/use-cases/mergeContacts'
import { everythingStored } from '../../support/everythingStored'
import { type House, openHouse } from '../../support/openHouse'

let house: House
const ALL = { name: 'kept', language: 'kept', audience: 'kept', number: 'kept' } as const
const pair = async (a: string, b: string) =>
  (await Promise.all([house.contact(a), house.contact(b)])) as [Contact, Contact]
const deps = () => ({
  documents: house.documents,
  lanes: createLanes(house.documents),
  clock: house.clock,
  seal: house.seal,
  newId: () => `id-${house.clock.now()}-${Math.floor(performance.now() * 1000)}`,
})
const merge = async (a: string, b: string, chosen: Parameters<typeof mergeContacts>[2] = ALL) =>
  mergeContacts(deps(), await pair(a, b), chosen, 'els')

/** After the save-the-date: Gloria and Dawa turn out to be one person. */
beforeEach(async () => {
  house = await openHouse()
  await house.next()
})
afterEach(() => house.close())

test('two become one: numbers, history and campaign; nobody else, nothing twice, and nothing left of the other', async () => {
  await house.documents.collection('workNotes').insert({
    _id: 'work:of-dawa',
    organisation: 'demo',
    contact: house.idOf('Dawa'),
    day: '2026-10-01',
    studying: true,
    by: 'els',
    at: 1,
  })
  const preview = await previewMerge(house.documents, await pair('Gloria', 'Dawa'))
  expect(preview).toMatchObject({
    kept: { name: 'Gloria' },
    both: 1,
    campaigns: 1,
    closes: true,
    problem: null,
  })
  expect(preview.takenBack).toBeGreaterThan(0)
  expect(await merge('Gloria', 'Dawa', { ...ALL, name: 'gone' })).toBe(house.idOf('Gloria'))

  const one = (await house.contact('Gloria'))!
  expect(one.name).toBe('Dawa')
  expect(new Set(one.addresses.map(({ address }) => address))).toEqual(
    new Set([house.numberOf('Gloria'), house.numberOf('Dawa')]),
  )
  const gone = house.idOf('Dawa')
  const stored = await everythingStored(house.documents)
  const naming = stored.filter(
    ({ place, value }) =>
      value.contact === gone ||
      (/^(contacts|enrolments|conversations)\//.test(place) && place.endsWith(gone)),
  )
  expect(naming.map(({ place }) => place)).toEqual([])
  expect(await house.documents.collection('workNotes').list({ contact: house.idOf('Gloria') })).toMatchObject(
    [{ day: '2026-10-01', studying: true }],
  )

  const before = house.phone('Gloria').length + house.phone('Dawa').length
  await house.next()
  await house.next()
  const rows = await house.rows('Gloria')
  // The row that only opens the dialog is no message.
  const sent = rows.filter(({ leftAt, kind }) => leftAt !== undefined && kind === 'message')
  const after = house.phone('Gloria').length + house.phone('Dawa').length
  expect(after - before).toBeGreaterThan(0)
  expect(sent.filter(({ step }) => step === 'invitation')).toHaveLength(1)
})

test('who writes from the other number is the same person', async () => {
  await merge('Gloria', 'Dawa')
  await house.writes('Dawa', 'hallo')
  const inbound = await house.documents.collection('inbound').list({ contact: house.idOf('Gloria') })
  expect(inbound.some(({ event }) => event.kind === 'message')).toBe(true)
  expect(await house.contact('Dawa')).toBeNull()
})

test('who talks with us keeps their place, whoever was asked for', async () => {
  await house.documents
    .collection('conversations')
    .update({ _id: house.idOf('Gloria') }, { set: { 'state.withPerson': { since: 1 } } })
  expect(await merge('Dawa', 'Gloria')).toBe(house.idOf('Gloria'))
  expect((await house.contact('Gloria'))?.addresses).toHaveLength(3)
})

test('not while a message leaves, and nothing has happened', async () => {
  const [row] = await house.rows('Dawa')
  await house.documents.collection('outbox').update({ _id: row!._id }, { set: { state: 'unknown' } })
  await expect(merge('Gloria', 'Dawa')).rejects.toMatchObject({
    code: 'CONTACT_BUSY',
    facts: { problem: 'leaving' },
  })
  expect((await house.contact('Dawa'))?.name).toBe('Dawa')
})

test('not over what somebody changed meanwhile; two at once, one of them does it', async () => {
  const seen = await pair('Gloria', 'Dawa')
  await house.documents.collection('contacts').update({ _id: seen[1]._id }, { inc: { rev: 1 } })
  await expect(mergeContacts(deps(), seen, ALL, 'els')).rejects.toMatchObject({ code: 'CONTACT_CHANGED' })
  const results = await Promise.allSettled([merge('Gloria', 'Dawa'), merge('Gloria', 'Dawa')])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
