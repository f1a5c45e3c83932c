import { type House, openHouse } from '../../support/openHouse'
import { keepPastEvent, MARCH } from '../../support/pastEvent'

/** Who comes, what they need, who was there: none of it where people went nowhere. */
const COMING = ['Who comes', 'What is needed', 'No answer yet', 'Was there']

let house: House
beforeAll(async () => {
  house = await openHouse({ people: [] })
  const { documents, content } = house
  await keepPastEvent(documents, content, MARCH)
  await keepPastEvent(documents, content, { ...MARCH, campaign: 'june' })
  for (const enrolment of await documents.collection('enrolments').list({ campaign: 'june' }))
    await documents.collection('enrolments').update({ _id: enrolment._id }, { unset: ['rsvp', 'attended'] })
  await documents
    .collection('campaigns')
    .update({ _id: 'june' }, { set: { timeline: { id: 'stress-training', version: 1 } } })
})
afterAll(() => house.close())

test('the page of a campaign that only asks says nothing about coming', async () => {
  const words = async (id: string) => (await house.visit(`/campaigns/${id}`)).words
  const event = await words('march')
  const asked = await words('june')
  expect(asked).toContain('What people thought')
  expect(COMING.filter(text => asked.includes(text))).toEqual([])
  expect(COMING.filter(text => event.includes(text))).toEqual(COMING)
})

test('nor does its line in the list of campaigns', async () => {
  const { words } = await house.visit('/campaigns')
  expect(words.match(/\d+ were there\./g)).toHaveLength(1)
  expect(words).toMatch(/Over\s+40 people\./)
})
