import type { Browser, Page } from 'playwright-core'
import { DEMO_PEOPLE } from '../../src/practice/people'
import { signedIn } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { type House, openHouse } from '../support/openHouse'
import { TYPED_EVENT } from '../support/typedEvent'

/** As Excel in Belgium saves it: semicolons, Latin-1, the zero before the number lost, a row without a digit. */
const LIST = Buffer.from(
  `Naam;GSM;Taal;Toestemming;Datum toestemming;Hoe toestemming
Amina;470000001;Arabisch;ja;01/10/2026;formulier
Gloria;470000002;Nederlands;ja;01/10/2026;formulier
Zoë Ñuñez;47000000;Frans;ja;01/10/2026;formulier
`.replaceAll('\n', '\r\n'),
  'latin1',
)

let browser: Browser
let house: House
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ people: DEMO_PEOPLE.slice(0, 4), empty: true })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

test('from an empty organisation and a list out of Excel to the first message on the phones', async () => {
  // A phone-sized screen: what can be done there can be done anywhere.
  const page = await signedIn(browser, house, { viewport: { width: 390, height: 844 } })
  await page.goto(`${house.publicUrl}/`)
  expect(await page.locator('h1').textContent()).toBe('Welkom, Els. Plan je eerste activiteit.')
  await page.getByRole('link', { name: 'Plan je eerste activiteit' }).click()
  await describeEvent(page)
  await page.getByRole('button', { name: 'Kies mensen' }).click()
  await page.getByRole('link', { name: 'Importeer een lijst' }).first().click()
  await bringList(page)
  await page.getByRole('link', { name: 'Kies mensen voor ⁨Jobcafé Gent⁩' }).click()
  await page.getByRole('button', { name: 'Voeg alle 3 toe' }).click()
  await page.getByRole('link', { name: 'Toon het plan' }).click()
  await page.getByRole('link', { name: 'Proef per persoon' }).click()
  await page.getByRole('link', { name: 'Amina' }).click()
  await page.locator('[lang=ar]').first().waitFor()
  await page.getByRole('link', { name: 'Naar de start' }).click()
  await page.getByRole('button', { name: 'Start: 3 mensen, eerste bericht di 10 nov, 10:00' }).click()
  await page.getByText('Gestart.').waitFor()

  await house.wind(Date.parse('2026-11-10T10:00:00Z'))
  expect(house.last('Amina').body).toContain('هل يمكنك إبقاء هذا اليوم حرًا؟')
  expect(house.last('Gloria').body).toContain('Hou je deze dag vrij?')
  expect(house.last('Ousmane').body).toContain('Zoë Ñuñez')
  // A week later one signs in again.
  const later = await signedIn(browser, house, { viewport: { width: 390, height: 844 } })
  await later.goto(`${house.publicUrl}/campaigns`)
  await later.getByRole('link', { name: 'Jobcafé Gent' }).click()
  await later.getByText('3 aangekomen').first().waitFor()
})

async function describeEvent(page: Page): Promise<void> {
  for (const [field, text] of Object.entries(TYPED_EVENT)) await page.locator(`#field-${field}`).fill(text)
  for (const choice of ['Er is geen parking', 'Nederlands oefenen', 'Cv', 'Er is opvang'])
    await page.getByLabel(choice, { exact: true }).check()
}

async function bringList(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'lijst.csv', mimeType: 'text/csv', buffer: LIST })
  await page.getByRole('button', { name: 'Lees' }).click()
  await page.getByRole('button', { name: 'Kijk de lijst na' }).click()
  await page.waitForURL('**/check')
  expect(await page.locator('h1').textContent()).toBe('2 mensen klaar · 1 rij te verbeteren')
  await page.getByText('Zoë Ñuñez').first().waitFor()
  await page.getByLabel('GSM, Rij 4').fill('0470 00 00 04')
  await page.getByRole('button', { name: 'Kijk opnieuw na' }).click()
  await page.getByRole('button', { name: 'Importeer 3 mensen' }).click()
}
