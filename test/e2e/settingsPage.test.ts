import type { Browser } from 'playwright-core'
import { SUBJECTS } from '../../src/web/pages/settings/Subject'
import { LOOKS, signedIn, wrongWith } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { CAMPAIGN, type House, openHouse } from '../support/openHouse'

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

test('an admin sets what a message costs and in which languages events are worded, and planning follows', async () => {
  const page = await signedIn(browser, house, { javaScriptEnabled: false }, 'admin')
  const colleague = await signedIn(browser, house, { javaScriptEnabled: false }, 'admin')
  for (const one of [page, colleague]) await one.goto(`${house.publicUrl}/settings/senders`)
  await page.getByLabel('Eén sms-deel').fill('elf cent')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByRole('link', { name: 'Dit is geen prijs in euro.' }).click()
  await page.getByLabel('Eén sms-deel').fill('1')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Bewaard.').waitFor()
  await colleague.getByLabel('Eén sms-deel').fill('2')
  await colleague.getByRole('button', { name: 'Bewaar' }).click()
  expect(await colleague.getByLabel('Eén sms-deel').inputValue()).toBe('2')
  expect(await house.documents.collection('organisations').get('demo')).toMatchObject({
    prices: { sms: 100, whatsapp: 5 },
  })
  await page.goto(`${house.publicUrl}/campaigns/${CAMPAIGN}/dry-run`)
  await page.getByText('sms · 5 delen · Arabisch · ongeveer € 5,00').first().waitFor()

  await page.goto(`${house.publicUrl}/settings/languages`)
  await page.getByLabel('Arabisch').uncheck()
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Bewaard.').waitFor()
  await page.goto(`${house.publicUrl}/campaigns/new`)
  expect(await page.getByRole('group', { name: 'In andere talen' }).getByText('Arabisch').count()).toBe(0)
  const log = await house.documents.collection('auditLog').list({ what: 'settings_changed' })
  expect(log.map(({ about, fields }) => [about, fields])).toEqual(
    expect.arrayContaining([
      ['senders', ['prices']],
      ['languages', ['languages']],
    ]),
  )
})

describe.each(LOOKS)('$name', look => {
  test.each(PATHS)('nothing is wrong with %s', async path => {
    expect(await wrongWith(browser, house, path, look, 'admin')).toEqual([])
  })
})
