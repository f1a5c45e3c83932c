import type { Address } from '../../../src/domain/message'
import { CAMPAIGN, type House, openHouse, somebody } from '../../support/openHouse'
import { aStoredContact } from '../../support/storedExamples'

/** Dawa and Rosa are on the list without a number; their phones lie in their pockets. */
const PEOPLE = [
  somebody('Amina', { language: 'ar', standing: 'not_asked' }),
  somebody('Bilal'),
  somebody('Dawa', { standing: 'not_asked' }),
  somebody('Rosa', { standing: 'not_asked' }),
]
let house: House

beforeAll(async () => {
  house = await openHouse({ people: PEOPLE })
  for (const name of ['Dawa', 'Rosa']) {
    const { addresses: _, addressKeys: __, ...rest } = (await house.contact(name))!
    await house.documents.collection('contacts').remove({ _id: rest._id })
    await house.documents
      .collection('contacts')
      .insert(aStoredContact({ ...rest, language: 'fr', languageChosen: false }))
  }
  await writeTo('Amina', 'K7M9P2', 'ar')
  await writeTo('Bilal', 'B2B2B2', 'nl')
  await writeTo('Dawa', 'D3D3D3', 'fr')
  await writeTo('Rosa', 'R4R4R4', 'fr')
})
afterAll(() => house.close())

const writeTo = (name: string, code: string, language: string) =>
  house.documents.collection('paperLetters').insert({
    _id: `${CAMPAIGN}:${house.idOf(name)}`,
    organisation: 'demo',
    campaign: CAMPAIGN,
    contact: house.idOf(name),
    code,
    language,
    version: 'letter.1',
    madeAt: house.clock.now(),
  })
const at = (address: Address) =>
  house.documents.collection('contacts').list({ addressKeys: `demo|${address.channel}|${address.address}` })
const looks = async (contact: string) =>
  (await house.documents.collection('tasks').list({ contact })).filter(
    ({ reason }) => reason === 'letter_of_another',
  )

test('the code is the proof of consent, in the language of the letter, and the paper’s question comes at once', async () => {
  await house.writes('Amina', 'ابدأ k٧m 9p2')
  const amina = await house.contact('Amina')
  expect(amina?.consents).toEqual([
    expect.objectContaining({
      purpose: 'C1',
      state: 'given',
      by: 'paper',
      version: 'letter.1',
      about: 'K7M9P2',
      language: 'ar',
    }),
  ])
  expect((await house.got('Amina')).slice(-2)).toEqual([
    'whatsapp ar letter_received',
    'whatsapp ar rsvp:coming.ask',
  ])
  await house.taps('Amina', 'yes')
  expect((await house.enrolment('Amina'))?.rsvp).toBe('yes')
})

test('whoever answered by letter is not asked the same again when the invitation is due', async () => {
  const before = house.clock.now()
  await house.writes('Amina', '0')
  await house.writes('Amina', '0')
  await house.writes('Amina', '5')
  await house.wind(Date.parse('2026-11-25T12:00:00+01:00'))
  expect((await house.got('Amina', before)).filter(text => text.includes('rsvp:coming'))).toEqual([])
  const invitation = (await house.rows('Amina')).find(
    ({ step, kind }) => step === 'invitation' && kind === 'start',
  )
  expect(invitation).toMatchObject({ state: 'cancelled', reason: 'not_wanted' })
})

test('somebody without a number is who the letter was written to; the number is theirs from then on', async () => {
  await house.writes('Dawa', 'Start D3D 3D3')
  const dawa = await house.contact('Dawa')
  const [address] = dawa?.addresses ?? []
  expect([address?.address, dawa?.language, dawa?.languageChosen]).toEqual([
    house.numberOf('Dawa'),
    'fr',
    true,
  ])
  await house.writes('Dawa', 'start D3D3D3')
  expect(await at({ channel: 'whatsapp', address: house.numberOf('Dawa') })).toHaveLength(1)
  expect((await house.got('Dawa'))[0]).toBe('whatsapp fr letter_received')
  expect(await looks(house.idOf('Dawa'))).toEqual([])
})

test('a letter to somebody else moves no number: each stays who they are, and a person looks', async () => {
  await house.writes('Bilal', 'start R4R4R4')
  const rosa = await house.contact('Rosa')
  expect(rosa?.addresses).toEqual([])
  expect(await looks(house.idOf('Bilal'))).toHaveLength(1)
  expect(await house.contact('Bilal')).toMatchObject({ language: 'nl' })
  // Rosa herself is not shut out by it.
  await house.writes('Rosa', 'R4R4R4')
  expect((await house.contact('Rosa'))?.addresses[0]?.address).toBe(house.numberOf('Rosa'))
})

test('a second phone with a letter that was used is a stranger of its own, whom a person looks at', async () => {
  await house.writes('Dawa', 'D3D3D3')
  await house.documents
    .collection('paperLetters')
    .update({ code: 'D3D3D3' }, { set: { usedBy: '+32470999999' } })
  await house.documents
    .collection('contacts')
    .update({ _id: house.idOf('Dawa') }, { set: { addresses: [], addressKeys: [] } })
  await house.writes('Dawa', 'D3D3D3')
  const [stranger] = await at({ channel: 'whatsapp', address: house.numberOf('Dawa') })
  expect(stranger?._id).not.toBe(house.idOf('Dawa'))
  expect(stranger?.consents.at(-1)).toMatchObject({ state: 'given', about: 'D3D3D3' })
  expect(await looks(stranger?._id ?? '')).toHaveLength(1)
})

test('stop with a code is no yes, and a code of nobody is a message like others', async () => {
  const consents = async () => (await house.contact('Bilal'))?.consents.length
  const before = await consents()
  await house.writes('Bilal', 'stop B2B2B2')
  await house.writes('Bilal', 'start Z9Z9Z9')
  expect(await consents()).toBe(before)
})
