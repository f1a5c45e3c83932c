import type { Browser } from 'playwright-core'
import { LOOKS, signedIn, wrongWith } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { type House, openHouse } from '../support/openHouse'

let browser: Browser
let house: House
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const SUBJECTS = ['organisation', 'hours', 'senders', 'staff', 'retention', 'api', 'log']
const PATHS = [
  '/settings',
  ...SUBJECTS.map(subject => `/settings/${subject}`),
  '/settings/retention?messages=3&replies=24&activity=24',
  '/account',
  '/more',
]

test('an admin closes the house for a day, and the coming days say so', async () => {
  const page = await signedIn(browser, house, {}, 'admin')
  await page.goto(`${house.publicUrl}/settings/hours`)
  await page.getByLabel('Sluitingsdagen').fill('4/11/2026')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Bewaard.').waitFor()
  expect(await page.getByText('Gesloten: niets').count()).toBe(1)
})

test('an address that cannot be used is told beside its field, and what was typed stays', async () => {
  const page = await signedIn(browser, house, { locale: 'fr-BE', javaScriptEnabled: false }, 'admin')
  await page.goto(`${house.publicUrl}/settings/api`)
  await page.getByLabel('Adresse').fill('ftp://ville.example')
  await page.getByRole('button', { name: 'Ajouter l’adresse' }).click()
  await page.getByRole('link', { name: 'Nous ne pouvons pas utiliser cette adresse.' }).click()
  expect(await page.getByLabel('Adresse').inputValue()).toBe('ftp://ville.example')
})

describe.each(LOOKS)('$name', look => {
  test.each(PATHS)('nothing is wrong with %s', async path => {
    expect(await wrongWith(browser, house, path, look, 'admin')).toEqual([])
  })
})
