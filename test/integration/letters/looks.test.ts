import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'

const PATH = `/campaigns/${CAMPAIGN}/letters`
let house: House

beforeAll(async () => {
  house = await openHouse({
    people: [
      {
        name: 'Amina',
        language: 'nl',
        channels: ['whatsapp'],
        audience: 'participant',
        standing: 'agreed',
      },
    ],
  })
})
afterAll(() => house.close())

const letters = () => house.documents.collection('paperLetters').list({ campaign: CAMPAIGN })
const chosen = { for: 'everyone', language: '', format: 'a4', second: 'no', type: 'large', from: '1' }

test('who looks gives nobody a code; who makes a letter again keeps its code, in the language of today', async () => {
  expect(await house.page(PATH)).toMatch(/···\s···/)
  expect(await letters()).toEqual([])
  await house.post(PATH, chosen)
  const [made] = await letters()
  await house.documents
    .collection('contacts')
    .update({ _id: house.idOf('Amina') }, { set: { language: 'fr' } })
  // What was on the paper stays what is printed, until it is made again; looking shows how that would be.
  expect(await house.page(`${PATH}/print?${new URLSearchParams(chosen)}`)).toContain('Welkom op')
  expect(await house.page(PATH)).toContain('Bienvenue à')
  await house.post(PATH, chosen)
  expect(await letters()).toEqual([{ ...made, language: 'fr' }])
  expect(await house.page(`${PATH}/print?${new URLSearchParams(chosen)}`)).toContain('Bienvenue à')
})

test('after the event nobody is offered a letter, nor makes one from a page that stood open', async () => {
  await house.documents.collection('paperLetters').remove({ campaign: CAMPAIGN })
  await house.documents
    .collection('campaigns')
    .update(
      { _id: CAMPAIGN },
      { set: { 'event.start': '2026-11-02T14:00', 'event.end': '2026-11-02T17:00' } },
    )
  const page = await house.page(PATH)
  expect(page).toContain('No letters are needed any more')
  expect(page).not.toContain('name="format"')
  expect(await house.post(PATH, chosen)).toBe(303)
  expect(await letters()).toEqual([])
})
