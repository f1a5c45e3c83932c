import { demoStaffId } from '../../../src/practice/people'
import { type House, openHouse } from '../../support/openHouse'

const DAY = 24 * 3_600_000
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** What stands in its section. */
const intake = async (name: string) => {
  const { html } = await house.visit(`/contacts/${house.idOf(name)}`)
  return /aria-labelledby="intake">.*?<\/section>/s.exec(html)?.[0] ?? ''
}
const ask = (name: string) => house.post(`/contacts/${house.idOf(name)}/intake`, {})
const starts = (name: string) =>
  house.documents.collection('outbox').count({ contact: house.idOf(name), step: 'intake', kind: 'start' })

test('asked twice with one click it is asked once, in their language, and only a yes opens it', async () => {
  await house.documents
    .collection('contacts')
    .update({ _id: house.idOf('Amina') }, { set: { supervisor: demoStaffId('coordinator') } })
  expect(await intake('Amina')).toMatch(/19 short questions in Arabic/)
  expect(await Promise.all([ask('Amina'), ask('Amina')])).toEqual([303, 303])
  await house.wind(house.clock.now() + 60_000)
  expect(house.last('Amina').body).toContain('نريد')
  expect(await ask('Amina')).toBe(303)
  expect(await starts('Amina')).toBe(1)
  expect(await intake('Amina')).toMatch(/Asked on .+After a week you can ask again/s)
  await house.writes('Amina', 'نعم')
  await house.writes('Amina', 'Amina')
  expect(await house.contact('Amina')).toMatchObject({
    consents: expect.arrayContaining([expect.objectContaining({ purpose: 'C2', state: 'given' })]),
  })
})

test('who stops in the middle keeps what was answered; their supervisor reads it, and it may be asked again', async () => {
  await house.wind(house.clock.now() + 8 * DAY)
  expect(await intake('Amina')).toMatch(/Begun on .+: 1 answer\..+Ask the intake/s)
  const talk = await house.page(`/talks/${house.idOf('Amina')}`)
  expect(talk).toContain('Amina')
  expect(talk).toMatch(/<h2[^>]*>Intake<\/h2>/)
  expect(await ask('Amina')).toBe(303)
  expect(await starts('Amina')).toBe(2)
})

test('who wants no messages, or said no to it, is not asked; the page says why', async () => {
  await house.writes('Dawa', 'STOP')
  expect(await intake('Dawa')).toContain('Wants no messages.')
  await ask('Dawa')
  await ask('Karim')
  await house.wind(house.clock.now() + 2 * DAY)
  await house.writes('Karim', 'لا')
  await house.wind(house.clock.now() + 8 * DAY)
  expect(await intake('Karim')).toContain('a no to questions about themselves')
  await ask('Karim')
  expect([await starts('Dawa'), await starts('Karim')]).toEqual([0, 1])
  expect(await intake('Lena')).toBe('')
})

test('asked of many at once: first who gets it and who does not, then the number on the button, twice', async () => {
  const chosen = ['Yousef', 'Fatou', 'Dawa', 'Lena'].map((name): [string, string] => [
    'contact',
    house.idOf(name),
  ])
  const { words } = await house.visit('/contacts', [...chosen, ['do', 'intake']])
  expect(words).toMatch(
    /2 people get the intake.+Yousef.+Fatou.+Wants no messages.+Dawa.+for participants.+Lena/,
  )
  expect(words).toContain('Ask 2 people for the intake')
  const form: [string, string][] = [...chosen, ['do', 'ask_intake']]
  expect((await house.visit('/contacts', form)).to).toBe('/contacts?intakes=2')
  expect((await house.visit('/contacts?intakes=2')).words).toContain('Intake asked of 2 people.')
  expect((await house.visit('/contacts', form)).to).toBe('/contacts?intakes=0')
  expect(await Promise.all(['Yousef', 'Fatou', 'Dawa', 'Lena'].map(starts))).toEqual([1, 1, 0, 0])
  expect((await house.visit('/contacts', { do: 'intake' })).status).toBe(422)
})
