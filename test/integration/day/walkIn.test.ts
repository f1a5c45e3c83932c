import { CAMPAIGN, type House, openHouse, somebody } from '../../support/openHouse'

const PATH = `/campaigns/${CAMPAIGN}/day`
const FORM = { key: 'k'.repeat(22), name: 'Rosa', language: 'fr', phone: '0470 99 00 01', mayWrite: 'yes' }
let house: House

beforeAll(async () => {
  house = await openHouse({ people: [somebody('Amina', { language: 'ar' })] })
  await house.wind(Date.parse('2026-12-08T13:50:00+01:00'))
})
afterAll(() => house.close())
/** Every test begins with nobody but Amina. */
beforeEach(async () => {
  await house.documents.collection('contacts').remove({ name: 'Rosa' })
})

const walkIn = (more: Partial<typeof FORM> = {}) => house.post(`${PATH}/walk-in`, { ...FORM, ...more })
const everybody = () => house.documents.collection('contacts').list({ organisation: 'demo' })
const rosa = async () => (await everybody()).find(({ name }) => name === 'Rosa')

test('kept, on the list and here, with the proof of what they said; sent twice it is one person', async () => {
  expect(await walkIn()).toBe(303)
  expect(await walkIn()).toBe(303)
  expect(await everybody()).toHaveLength(2)
  const kept = await rosa()
  expect(kept).toMatchObject({
    language: 'fr',
    languageChosen: true,
    addresses: [{ address: '+32470990001' }, {}],
  })
  expect(kept?.consents).toEqual([
    {
      key: `door:${CAMPAIGN}:${FORM.key}`,
      purpose: 'C1',
      state: 'given',
      version: 'welcome-and-consent.1',
      language: 'fr',
      at: house.clock.now(),
      by: 'talk',
      about: CAMPAIGN,
      notedBy: 'demo-coordinator',
    },
  ])
  const enrolment = await house.documents.collection('enrolments').get(`${CAMPAIGN}:${kept?._id}`)
  expect(enrolment).toMatchObject({ attended: true, walkIn: true, marked: { by: 'demo-coordinator' } })
})

test('afterwards they are thanked like everybody who was there, and asked; nothing from before the event comes', async () => {
  await walkIn()
  const { _id = '' } = (await rosa()) ?? {}
  const rows = await house.documents.collection('outbox').list({ contact: _id, campaign: CAMPAIGN })
  expect(rows.filter(({ state }) => state === 'planned').map(({ step }) => step)).toEqual(
    expect.arrayContaining(['thank_you', 'evaluation']),
  )
  expect(rows.map(({ step }) => step)).not.toContain('invitation')
  expect(rows.map(({ step }) => step)).not.toContain('reminder')
})

test('no is a no, and whoever has no phone is welcome as well', async () => {
  await walkIn({ mayWrite: 'no', phone: '' })
  expect(await rosa()).toMatchObject({ addresses: [], consents: [{ state: 'withdrawn' }] })
})

test('a number that we know is the person we know', async () => {
  await walkIn({ phone: house.numberOf('Amina'), name: 'Amina B.' })
  expect(await everybody()).toHaveLength(1)
  expect(await house.contact('Amina')).toMatchObject({ name: 'Amina', language: 'ar' })
  expect((await house.enrolment('Amina'))?.attended).toBe(true)
})

test.each([
  ['name', { name: ' ' }, 'There is no name yet'],
  ['language', { language: 'xx' }, 'No language is chosen'],
  ['phone', { phone: '0470 12 34 5' }, 'This number is 1 digit short'],
  ['phone', { phone: '' }, 'Without a number we cannot write'],
  ['mayWrite', { mayWrite: '' }, 'Nothing is chosen yet'],
])('what is wrong with %s stands beside it, and the rest stays filled in', async (_, more, told) => {
  const { status, html } = await house.visit(`${PATH}/walk-in`, { ...FORM, ...more })
  expect([status, html.includes(told)]).toEqual([422, true])
  expect(html).toContain(`value="${FORM.key}"`)
  expect(await rosa()).toBeUndefined()
})
