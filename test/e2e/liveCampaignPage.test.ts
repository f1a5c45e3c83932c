import type { Browser } from 'playwright-core'
import { signedIn } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { CAMPAIGN, type House, openHouse } from '../support/openHouse'

const PATH = `/campaigns/${CAMPAIGN}`
let browser: Browser
let house: House
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse()
  await house.wind(Date.parse('2026-11-24T12:00:00Z'))
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

test('one look brings what has moved, and leaves open what is unfolded and the focus where it is', async () => {
  const page = await signedIn(browser, house)
  await page.clock.install()
  await page.goto(house.publicUrl + PATH)
  const amina = page.locator(`#person-${house.idOf('Amina')}`)
  await amina.locator('summary').click()
  const link = amina.getByRole('link', { name: 'Amina' })
  await link.focus()
  const y = await page.evaluate(() => scrollY)
  expect(y).toBeGreaterThan(0)
  let looks = 0
  page.on('request', request => {
    if (request.url().endsWith(PATH)) looks++
  })

  await house.taps('Amina', 'yes')
  await page.clock.fastForward(31_000)
  await amina.locator('.tag', { hasText: 'Ja' }).waitFor()
  await page.locator('.figures dd', { hasText: '1' }).first().waitFor()

  expect(looks).toBe(1)
  expect(await amina.locator('details').getAttribute('open')).not.toBeNull()
  expect(await link.evaluate(one => one === document.activeElement)).toBe(true)
  expect(await page.evaluate(() => scrollY)).toBe(y)
})

test('what is over does not look again', async () => {
  const { version } = await house.campaign()
  await house.documents.collection('campaigns').update({ _id: CAMPAIGN, version }, { set: { state: 'done' } })
  expect(await house.page(PATH)).not.toContain('hx-trigger')
})
