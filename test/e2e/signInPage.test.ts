import type { Browser, Page } from 'playwright-core'
import { violations } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { EMAIL, openDoor, PASSWORD } from '../support/openDoor'

let browser: Browser
let door: Awaited<ReturnType<typeof openDoor>>

beforeAll(async () => {
  browser = await openBrowser()
  door = await openDoor({ practice: true })
})
afterAll(async () => {
  await browser?.close()
  await door?.close()
})
afterEach(() => Promise.all(browser.contexts().map(context => context.close())))

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'nl-BE',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(door.address + path)
  return page
}

const isNarrow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

test('without scripts: from the address to today with one press, and out again', async () => {
  const page = await open('/', { javaScriptEnabled: false })
  await page.getByRole('button', { name: 'Coördinator' }).click()
  await page.waitForURL('**/today')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBeTruthy()
  await page.getByRole('link', { name: 'Meer' }).click()
  await page.getByRole('button', { name: 'Meld je af' }).click()
  await page.waitForURL('**/sign-in?out=yes')
  await page.goto(`${door.address}/campaigns`)
  expect(page.url()).toContain('/sign-in')
})

test.each([
  ['nl', 'Organisator', 'Deze pagina is voor coördinatoren'],
  ['fr', 'Organisateur', 'Cette page est pour les coordinateurs'],
  ['en', 'Organiser', 'This page is for coordinators'],
])('%s: the organiser is told why, in their language', async (language, button, told) => {
  const page = await open(`/sign-in?to=/campaigns&language=${language}`)
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByText(told).waitFor()
  expect(await violations(page)).toEqual([])
  await page
    .getByRole('link')
    .filter({ hasText: /verslagen|rapports|reports/ })
    .click()
  expect(new URL(page.url()).pathname).toBe('/reports')
})

test('by keyboard: e-mail, password, Enter; a wrong one is said and keeps the e-mail', async () => {
  const page = await open('/sign-in')
  await page.getByLabel('E-mail').fill(EMAIL)
  await page.keyboard.press('Tab')
  await page.keyboard.type('helemaal verkeerd')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('E-mail of wachtwoord klopt niet').waitFor()
  expect(await page.getByLabel('E-mail').inputValue()).toBe(EMAIL)
  expect(await page.getByLabel('Wachtwoord').inputValue()).toBe('')
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Wachtwoord').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/today')
  expect(await violations(page)).toEqual([])
})

/** Each language in each light once, each width in each light at least once: what one changes does not depend on the others. */
const looks = [
  ['nl', 'light', 320],
  ['nl', 'dark', 1280],
  ['fr', 'dark', 320],
  ['fr', 'light', 1280],
  ['en', 'light', 320],
  ['en', 'dark', 1280],
] as const

test.each(looks)(
  '%s, %s, %d wide: every page of the door is in order',
  async (language, colorScheme, width) => {
    const options = { colorScheme, viewport: { width, height: 800 } }
    const secret = await door.invite()
    for (const path of ['/sign-in', '/sign-in?away=yes', `/invitation/${secret}`, '/invitation/over']) {
      const [way, query = ''] = path.split('?')
      const page = await open(`${way}?${query}&language=${language}`, options)
      expect([path, await violations(page)]).toEqual([path, []])
      expect([path, await isNarrow(page)]).toEqual([path, true])
      const folder = process.env.SCREENSHOTS
      if (folder)
        await page.screenshot({
          path: `${folder}/${language}-${colorScheme}-${width}-${path.replace(/\W/g, '').slice(0, 12)}.png`,
          fullPage: true,
        })
      await page.context().close()
    }
  },
)
