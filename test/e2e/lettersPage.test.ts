import type { Browser } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import type { DemoPerson } from '../../src/practice/people'
import { LOOKS, signedIn, wrongWith } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { CAMPAIGN, type House, openHouse } from '../support/openHouse'
import { printPaper } from '../support/paper'

const PATH = `/campaigns/${CAMPAIGN}/letters`
const LANGUAGES = ['ar', 'en', 'fr', 'nl'] as const
const NAMES = ['Amina', 'Blessing', 'Fatou', 'Gloria']
let browser: Browser
let house: House

beforeAll(async () => {
  browser = await openBrowser()
  const people = NAMES.map(
    (name, index): DemoPerson => ({
      name,
      language: LANGUAGES[index] ?? 'nl',
      channels: ['whatsapp', 'sms'],
      audience: 'participant',
      standing: 'agreed',
    }),
  )
  house = await openHouse({ people })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

test('printing letters: from the list to paper, front and back for each, and the post', async () => {
  const page = await signedIn(browser, house, { locale: 'nl-BE' })
  await page.goto(house.publicUrl + PATH)
  const map = await page.screenshot({ clip: { x: 0, y: 0, width: 600, height: 400 } })
  await page
    .getByLabel('Kies een kaart of een foto')
    .setInputFiles({ name: 'map.png', mimeType: 'image/png', buffer: map })
  await page.getByRole('button', { name: 'Zet op de brief' }).click()
  await page.getByText('De kaart staat op de brieven.').waitFor()
  // Whoever only looks gives nobody a code.
  await page.getByLabel('Heel groot').check()
  await page.getByRole('button', { name: 'Bekijk eerst' }).click()
  await page.locator('.examples .very_large .page:lang(ar)').getByText('··· ···').waitFor()
  expect(await house.documents.collection('paperLetters').count({})).toBe(0)
  await page.getByLabel('Groot', { exact: true }).check()
  await page.getByRole('button', { name: 'Maak 4 brieven' }).click()
  await page.waitForURL('**/print?**')
  await page.evaluate(() => document.fonts.ready)
  expect(await page.locator('#too-long li').allTextContents()).toEqual([])
  const maps = page.locator('.front img')
  expect(
    await maps.evaluateAll(all => all.map(one => one instanceof HTMLImageElement && one.naturalWidth)),
  ).toEqual(NAMES.map(() => 600))
  const { pictures } = await printPaper(page)
  // The list and its empty back, then two sides for each person.
  expect(pictures).toHaveLength(2 + 2 * NAMES.length)
  const letters = await house.documents.collection('paperLetters').list({ campaign: CAMPAIGN })
  const words = { ar: 'ابدأ', en: 'START', fr: 'START', nl: 'START' }
  for (const [index, language] of LANGUAGES.entries()) {
    const letter = letters.find(one => one.language === language)
    const read = decodeQR(pictures[2 + 2 * index]!)
    expect(decodeURIComponent(read)).toBe(`https://wa.me/32460000000?text=${words[language]} ${letter?.code}`)
  }
  await page.getByRole('link', { name: 'Terug naar de brieven' }).click()
  await page.getByRole('button', { name: '4 brieven zijn gepost' }).click()
  await page.getByText('Genoteerd: 4 brieven gepost.').waitFor()
  await page.getByText(/^4 brieven gepost door Els/).waitFor()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await page.getByText('Ongedaan gemaakt voor 4 brieven.').waitFor()
  const after = await house.documents.collection('paperLetters').list({ campaign: CAMPAIGN })
  expect(after.map(({ code, posted }) => [code, posted])).toEqual(
    letters.map(({ code }) => [code, undefined]),
  )
})

test.each(LOOKS)('the pages about letters are in order: $name', async look => {
  for (const path of ['/letters', PATH])
    expect([path, await wrongWith(browser, house, path, look)]).toEqual([path, []])
})
