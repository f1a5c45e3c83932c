import type { Browser, Page } from 'playwright-core'
import { DEMO_PEOPLE } from '../../src/practice/people'
import { signedIn } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { CAMPAIGN, type House, openHouse } from '../support/openHouse'

let browser: Browser
let house: House
beforeAll(async () => {
  browser = await openBrowser()
  // Arabic, Dutch, and Dutch by SMS alone.
  house = await openHouse({ people: DEMO_PEOPLE.slice(0, 3) })
  await house.wind(Date.parse('2026-11-24T12:00:00Z'))
  await house.taps('Amina', 'yes')
  await house.wind(Date.parse('2026-12-04T12:00:00Z'))
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** The page that says what another day changes. */
async function moveTo(day: string, role: 'coordinator' | 'admin'): Promise<Page> {
  const page = await signedIn(browser, house, { viewport: { width: 390, height: 844 } }, role)
  await page.goto(`${house.publicUrl}/campaigns/${CAMPAIGN}`)
  await page.getByRole('link', { name: 'Verplaats' }).click()
  await page.getByLabel('Nieuwe datum').fill(day)
  await page.getByRole('button', { name: 'Toon wat er verandert' }).click()
  await page.getByText('Wat al op een telefoon staat').waitFor()
  return page
}

test('an event is moved a week, a day before its reminder: who had the old date is told once, and what waits moves along', async () => {
  const moved = house.clock.now()
  const colleague = await moveTo('2026-12-17', 'admin')
  const page = await moveTo('2026-12-15', 'coordinator')
  await page.getByText(/stappen krijgen een andere datum/).click()
  expect(await page.locator('.history').textContent()).toMatch(/Herinnering.*za 5 dec.*za 12 dec/s)

  const button = /^Verplaats en laat het 3 mensen weten$/
  await page.getByRole('button', { name: button }).dblclick()
  await page.getByText('De activiteit is verplaatst.').waitFor()
  await colleague.getByRole('button', { name: button }).click()
  await colleague.getByRole('alert').waitFor()
  expect(await colleague.getByLabel('Nieuwe datum').inputValue()).toBe('2026-12-17')
  expect((await house.campaign()).event.start).toBe('2026-12-15T14:00')

  await house.wind(Date.parse('2026-12-07T12:00:00Z'))
  expect(await house.got('Amina', moved)).toEqual(['whatsapp ar networking-event:event_moved'])
  expect(await house.got('Gloria', moved)).toEqual(['whatsapp nl networking-event:event_moved'])
  expect(await house.got('Dawa', moved)).toEqual(['sms nl networking-event:event_moved'])
  expect(house.last('Amina').body).toContain('15 ديسمبر')

  await house.wind(Date.parse('2026-12-14T12:00:00Z'))
  const reminders = (await house.got('Amina', moved)).filter(text => text.includes('reminder'))
  expect(reminders).toHaveLength(1)
})
