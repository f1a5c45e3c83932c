import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.wind(Date.parse('2026-11-24T12:00:00Z'))
})
afterAll(() => house.close())

const path = (name: string) => `/campaigns/${CAMPAIGN}/people/${house.idOf(name)}`
const set = (name: string, rsvp: string, seen = '') => house.post(path(name), { rsvp, seen })

test('whether they come, noted by one of us; who answered meanwhile is not overruled', async () => {
  expect(await set('Gloria', 'yes')).toBe(303)
  const first = await house.enrolment('Gloria')
  expect(first).toMatchObject({ rsvp: 'yes', rsvpBy: 'demo-coordinator' })
  expect(await house.page(path('Gloria'))).toContain('noted by Els')
  expect(await set('Gloria', 'yes')).toBe(303)
  expect(await house.enrolment('Gloria')).toEqual(first)
  expect(await set('Gloria', 'no')).toBe(409)
  expect(await house.enrolment('Gloria')).toMatchObject({ rsvp: 'yes' })
  expect(await set('Gloria', 'silent', String(first?.rsvpAt))).toBe(303)
  expect(await house.enrolment('Gloria')).not.toHaveProperty('rsvp')
})

test('who was there: what a colleague noted since is not overruled by a page from before', async () => {
  const mark = (attended: string, seen: string) =>
    house.visit(`/campaigns/${CAMPAIGN}/attendance`, { contact: house.idOf('Dawa'), attended, seen })
  for (const _ of [1, 2]) expect((await mark('yes', '')).to).toContain('#person-')
  const first = await house.enrolment('Dawa')
  expect(first).toMatchObject({ attended: true })
  const late = await mark('no', '')
  expect(late.to).toContain('done=attendance_late')
  expect((await house.visit(late.to)).html).toContain('A colleague noted something else')
  expect(await house.enrolment('Dawa')).toEqual(first)
  await mark('no', 'yes')
  expect(await house.enrolment('Dawa')).toMatchObject({ attended: false })
})

test('a step once more for those it did not reach: never to all, and once however often it is asked', async () => {
  const said = async (name: string) =>
    (await house.rows(name)).filter(({ step, say }) => step === 'invitation' && say !== undefined)
  const [row] = await said('Blessing')
  await house.documents
    .collection('outbox')
    .update({ _id: row?._id ?? '' }, { set: { state: 'failed', reason: 'retry_once', reached: 4 } })
  const others = house.phone('Amina').length
  const before = house.phone('Blessing').length
  expect(await house.page(`/campaigns/${CAMPAIGN}`)).toContain('Repeat to 1 person')
  for (const _ of [1, 2]) await house.post(`/campaigns/${CAMPAIGN}/repeat`, { step: 'invitation' })
  await house.wind(house.clock.now() + 60_000)
  expect(house.phone('Blessing')).toHaveLength(before + 1)
  expect(house.phone('Amina')).toHaveLength(others)
  expect(await house.page(`/campaigns/${CAMPAIGN}`)).not.toContain('Repeat to')
  expect(await house.page(path('Blessing'))).toContain('read Tue 24 Nov')
})

test('of another organisation nothing is seen and nothing is done', async () => {
  await house.documents
    .collection('campaigns')
    .update({ _id: CAMPAIGN }, { set: { organisation: 'elsewhere' } })
  expect(await set('Dawa', 'yes')).toBe(404)
  expect(await house.post(`/campaigns/${CAMPAIGN}/repeat`, { step: 'invitation' })).toBe(404)
  expect(await house.page(path('Dawa'))).not.toContain('Dawa')
})
