import { DEMO_PEOPLE } from '../../../src/practice/people'
import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'

const PATH = `/campaigns/${CAMPAIGN}`
const at = (day: string) => Date.parse(`2026-${day}T12:00:00+01:00`)

let house: House
beforeAll(async () => {
  // Amina reads Arabic, Gloria Dutch.
  house = await openHouse({ people: DEMO_PEOPLE.slice(0, 2) })
  await house.wind(at('11-24'))
})
afterAll(() => house.close())

const version = async () => String((await house.campaign()).version)
/** What a form on a page would send as it stands. */
const typedIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input\b[^>]*>/g)]
      .map(([input]) => input)
      .filter(input => !/type="(radio|checkbox)"/.test(input) || input.includes(' checked'))
      .map(input => [
        /name="([^"]*)"/.exec(input)?.[1] ?? '',
        (/value="([^"]*)"/.exec(input)?.[1] ?? '').replaceAll('&amp;', '&'),
      ]),
  )
/** Messages that still wait, by step, for somebody. */
const waiting = async (name: string) =>
  (await house.rows(name)).filter(({ state }) => state === 'planned').map(({ step }) => step)

test('paused: the button says how many wait, nothing leaves; resumed: the plan goes on; each can be sent twice', async () => {
  const { html } = await house.visit(`${PATH}/pause`)
  const wait = (await waiting('Amina')).length + (await waiting('Gloria')).length
  expect(html).toContain(`Pause: ${wait} messages wait`)
  const seen = { version: await version() }
  for (let twice = 0; twice < 2; twice++)
    expect(await house.visit(`${PATH}/pause`, seen)).toMatchObject({ status: 303, to: `${PATH}?done=pause` })
  const before = house.clock.now()
  await house.wind(at('11-29'))
  expect(await house.got('Amina', before)).toEqual([])

  expect((await house.visit(`${PATH}/resume`)).html).toMatch(/Resume: \d+ messages? leaves? within the hour/)
  expect((await house.visit(`${PATH}/resume`, seen)).status).toBe(409)
  const now = { version: await version() }
  for (let twice = 0; twice < 2; twice++)
    expect(await house.visit(`${PATH}/resume`, now)).toMatchObject({ status: 303, to: `${PATH}?done=resume` })
  await house.wind(at('12-01'))
  expect(await house.got('Amina', before)).toEqual(['sms ar networking-event:invitation_repeat'])
})

test('another place: first what it does to how many, then the same form saves it, and each hears it once', async () => {
  const typed = { ...typedIn((await house.visit(`${PATH}/edit`)).html), place: 'Bib De Krook' }
  const blind = await house.visit(`${PATH}/edit`, { ...typed, next: 'save' })
  expect(blind.html).toContain('Save and tell 2 people')
  expect((await house.campaign()).event.place).not.toBe('Bib De Krook')

  const seen = typedIn(blind.html)
  const other = await house.visit(`${PATH}/edit`, { ...seen, place: 'Elsewhere', next: 'save' })
  expect(other.html).toContain('Save and tell 2 people')
  const before = house.clock.now()
  for (let twice = 0; twice < 2; twice++)
    expect(await house.visit(`${PATH}/edit`, { ...seen, next: 'save' })).toMatchObject({
      status: 303,
      to: `${PATH}?done=edited`,
    })
  await house.wind(before + 3_600_000)
  expect(await house.got('Gloria', before)).toEqual(['whatsapp nl networking-event:event_moved'])
  expect(house.last('Gloria').body).toContain('Bib De Krook')

  const late = await house.visit(`${PATH}/edit`, { ...typedIn(other.html), next: 'save' })
  expect(late.status).toBe(409)
  expect(late.html).toContain('value="Elsewhere"')
  expect((await house.campaign()).event.place).toBe('Bib De Krook')
})

test('a page from before a colleague changed the event says so before it shows what would change', async () => {
  const stale = typedIn((await house.visit(`${PATH}/edit`)).html)
  const theirs = typedIn(
    (await house.visit(`${PATH}/edit`, { ...stale, 'ar.goal': 'لقاء', next: 'show' })).html,
  )
  expect((await house.visit(`${PATH}/edit`, { ...theirs, next: 'save' })).status).toBe(303)

  const late = await house.visit(`${PATH}/edit`, { ...stale, transport: 'Tram 0', next: 'show' })
  expect(late.status).toBe(409)
  expect(late.html).toContain('Somebody else changed this event while you were typing')
  expect(late.html).toMatch(/Saved now: .?لقاء/)
  expect(late.html).not.toContain('value="save"')
  const again = await house.visit(`${PATH}/edit`, { ...typedIn(late.html), next: 'show' })
  expect(again).toMatchObject({ status: 200 })
  expect((await house.visit(`${PATH}/edit`, { ...typedIn(again.html), next: 'save' })).status).toBe(303)
  expect((await house.campaign()).event.transport).toBe('Tram 0')
})

test('a step on another day, and left out: its messages move along, and whoever was faster is not overwritten', async () => {
  const due = async () => (await house.rows('Amina')).find(({ step }) => step === 'thank_you')?.dueAt
  const meant = await due()
  const seen = { version: await version(), step: 'thank_you' }
  const { html } = await house.visit(`${PATH}/steps`)
  const days = /id="step-thank_you".*?name="days">(.*?)<\/select>/s.exec(html)?.[1] ?? ''
  const [last = ''] = [...days.matchAll(/value="(\d+)"/g)].map(([, day = '']) => day).slice(-1)
  expect(await house.visit(`${PATH}/steps`, { ...seen, days: last })).toMatchObject({ status: 303 })
  expect(await due()).toBeGreaterThan(meant ?? 0)
  expect((await house.visit(`${PATH}/steps`, { ...seen, off: 'yes' })).status).toBe(409)
  expect(
    (await house.visit(`${PATH}/steps`, { ...seen, version: await version(), days: '300' })).status,
  ).toBe(422)
  await house.visit(`${PATH}/steps`, { ...seen, version: await version(), off: 'yes' })
  expect(await waiting('Amina')).not.toContain('thank_you')
  await house.visit(`${PATH}/steps`, { ...seen, version: await version() })
  expect(await due()).toBe(meant)
})

test('somebody joins late: first what they would get, then the button that says when, and twice is once', async () => {
  const person = {
    name: 'Rosa',
    language: 'fr',
    channels: ['sms' as const],
    audience: 'participant' as const,
  }
  const contact = await house.newcomer({ ...person, standing: 'agreed' })
  const offer = await house.visit(`${PATH}/people/add`, { contact, do: 'add' })
  expect(offer.html).toMatch(/Add 1 person: Invitation leaves/)
  expect(await house.enrolment('Rosa')).toBeNull()
  const before = house.clock.now()
  const joins = [
    await house.visit(`${PATH}/people/add`, typedIn(offer.html)),
    await house.visit(`${PATH}/people/add`, typedIn(offer.html)),
  ]
  expect(joins.map(({ to }) => /added=(\d+)/.exec(to ?? '')?.[1])).toEqual(['1', '0'])
  await house.wind(before + 24 * 3_600_000)
  expect(await house.got('Rosa', before)).toEqual(['sms fr networking-event:invitation'])
})

test('who must be written down first comes back to the campaign, ticked', async () => {
  const form = '/contacts/new?campaign=jobcafe'
  expect((await house.visit(`${PATH}/people`)).html).toContain(`href="${form}"`)
  const typed = { ...typedIn((await house.visit(form)).html), name: 'Aster', phone: '0470 99 00 07' }
  const written = { ...typed, reach: 'both', language: 'nl', audience: 'participant', reads: 'simple' }
  expect((await house.visit('/contacts/new', { ...written, phone: '12' })).html).toContain(
    'name="campaign" value="jobcafe"',
  )
  const { to } = await house.visit('/contacts/new', written)
  expect(to).toMatch(/^\/campaigns\/jobcafe\/people\?new=/)
  const contact = to.split('=')[1] ?? ''
  const { html, words } = await house.visit(to)
  expect(words).toContain('Now choose “')
  expect(html).toMatch(new RegExp(`name="contact" value="${contact}" checked`))
  expect((await house.visit(`${PATH}/people/add`, { contact, do: 'add' })).words).toContain('Aster')
})
