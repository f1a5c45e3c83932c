import { type House, openHouse, somebody } from '../../support/openHouse'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const NUMBERLESS = 'Rosa'
let house: House
beforeAll(async () => {
  house = await openHouse({
    people: [
      somebody('Amina', { language: 'ar' }),
      somebody('Bilal'),
      somebody('Chen', { standing: 'not_asked' }),
      somebody(NUMBERLESS),
    ],
  })
  await house.documents
    .collection('contacts')
    .update({ _id: house.idOf(NUMBERLESS) }, { set: { addresses: [], addressKeys: [] } })
})
afterAll(() => house.close())

const work = async (name: string) => {
  const { html } = await house.visit(`/contacts/${house.idOf(name)}`)
  return /aria-labelledby="work">.*?<\/section>/s.exec(html)?.[0] ?? ''
}
const ask = (name: string) => house.post(`/contacts/${house.idOf(name)}/follow`, {})
const asked = (name: string) =>
  house.documents
    .collection('outbox')
    .count({ contact: house.idOf(name), step: 'outcome_consent', kind: 'start' })
const said = async (name: string) =>
  (await house.contact(name))?.consents.filter(({ purpose }) => purpose === 'C8').map(({ state }) => state)

test('asked twice at once it is asked once, in their language; after their yes work may be noted', async () => {
  expect(await work('Amina')).toMatch(/in Arabic whether you may call.+Ask in a message/s)
  expect(await Promise.all([ask('Amina'), ask('Amina')])).toEqual([303, 303])
  await house.wind(house.clock.now() + MINUTE)
  expect(house.last('Amina').body).toContain('4 مرات')
  expect(await work('Amina')).toMatch(/Asked on .+After a week you can ask again/s)
  await ask('Amina')
  expect(await asked('Amina')).toBe(1)
  await house.writes('Amina', 'نعم')
  expect(await said('Amina')).toEqual(['asked', 'given'])
  expect(await work('Amina')).not.toContain('Ask in a message')
  await ask('Amina')
  expect(await asked('Amina')).toBe(1)
})

test('who is silent may be asked again after a week; who says no is not', async () => {
  await ask('Bilal')
  await house.wind(house.clock.now() + 8 * DAY)
  await ask('Bilal')
  expect(await asked('Bilal')).toBe(2)
  await house.wind(house.clock.now() + DAY)
  await house.writes('Bilal', 'nee')
  expect((await said('Bilal'))?.at(-1)).toBe('withdrawn')
  await house.wind(house.clock.now() + 8 * DAY)
  expect(await work('Bilal')).toContain('This person said no.')
  await ask('Bilal')
  expect(await asked('Bilal')).toBe(2)
})

test.each(['Chen', NUMBERLESS])('%s gets no message, and the page says what else to do', async name => {
  expect(await work(name)).toContain('A message is not possible here. Ask it in a talk.')
  await ask(name)
  expect(await asked(name)).toBe(0)
})
