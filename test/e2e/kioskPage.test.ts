import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { sideways, violations } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { CAMPAIGN, type House, openHouse } from '../support/openHouse'

const PATH = `/campaigns/${CAMPAIGN}/day/kiosk`
const KIOSK = `${CAMPAIGN}:E-01:kiosk`
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
afterEach(() => Promise.all(browser.contexts().map(context => context.close())))

async function pageFor(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  return page
}

async function staffPage(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await pageFor({ locale: 'nl-BE', ...options })
  const [name = '', value = ''] = (await house.signIn()).split(/=(.*)/s)
  await page.context().addCookies([{ name, value, url: house.publicUrl }])
  await page.goto(`${house.publicUrl}${PATH}`)
  return page
}

/** A coordinator makes a link; what stands on the page is what the tablet opens. */
async function newLink(): Promise<string> {
  const page = await staffPage()
  await page.locator('main form button').first().click()
  return page.locator('#link').inputValue()
}

/** At a tablet whose time only passes when it is told to. */
async function tablet(link: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await pageFor(options)
  await page.clock.install()
  await page.goto(link)
  return page
}

const face = (page: Page, value: number) => page.locator('form:not([hidden]) .faces label').nth(value - 1)
const heading = (page: Page) => page.locator('h1:visible').textContent()

/** One person: both questions, and away. */
async function person(page: Page, first: number, second: number): Promise<void> {
  await face(page, first).click()
  await page.clock.runFor(1300)
  await face(page, second).click()
  await page.clock.runFor(6000)
}
const people = async () =>
  (await house.documents.collection('letterbox').list({ evaluation: KIOSK })).reduce(
    (sum, letter) => sum + (letter.people ?? 0),
    0,
  )

describe.each<[string, BrowserContextOptions, string]>([
  ['Dutch, lying', {}, 'nl'],
  ['Arabic, standing', { viewport: { width: 768, height: 1024 } }, 'ar'],
  ['French, 320 pixels', { viewport: { width: 320, height: 640 } }, 'fr'],
])('%s', (_, options, language) => {
  test('nothing that axe finds wrong on its three screens, and no scrolling sideways', async () => {
    const link = await newLink()
    const page = await pageFor({ ...options, reducedMotion: 'reduce' })
    for (const screen of ['', '/second', '/thanks']) {
      await page.goto(`${link}${screen}?language=${language}`)
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
    }
  })
})

test.each(['nl-BE', 'fr-BE', 'en-GB'])('the page that makes links, in %s', async locale => {
  const page = await staffPage({ locale, colorScheme: locale === 'fr-BE' ? 'dark' : 'light' })
  await page.locator('main form button').first().click()
  await page.locator('svg.qr').waitFor({ state: 'visible' })
  expect(await violations(page)).toEqual([])
  expect(await sideways(page)).toBe(0)
})

test('a form that is sent twice makes one link', async () => {
  const kiosks = () => house.documents.collection('kiosks').count({})
  const before = await kiosks()
  const key = house.newId()
  const both = await Promise.all([house.visit(PATH, { key }), house.visit(PATH, { key })])
  const links = both.map(({ html }) => /\/kiosk\/[\w-]{43}/.exec(html)?.[0])
  expect(links[0]).toBeDefined()
  expect(links[1]).toBe(links[0])
  expect(await kiosks()).toBe(before + 1)
})

test('the poster: nothing that axe finds wrong, narrow too, and one page of paper', async () => {
  const page = await staffPage({ viewport: { width: 320, height: 640 } })
  await page.goto(`${house.publicUrl}/campaigns/${CAMPAIGN}/day/poster`)
  expect(await violations(page)).toEqual([])
  expect(await sideways(page)).toBe(0)
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

test('five faces in the order of reading; mirrored in Arabic, with the same value behind', async () => {
  const page = await tablet(await newLink())
  const left = async (value: number) => (await face(page, value).boundingBox())?.x ?? 0
  expect(await left(1)).toBeLessThan(await left(5))
  await page.locator('[data-language=ar]').click()
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await left(1)).toBeGreaterThan(await left(5))
  const box = await face(page, 3).locator('svg').boundingBox()
  expect(box!.width).toBeGreaterThanOrEqual(132)
})

test('without a network nothing is lost, and with it again each tap counts once; no cookie is left', async () => {
  const before = await people()
  const page = await tablet(await newLink())
  await page.context().setOffline(true)
  for (const [first, second] of [
    [1, 2],
    [4, 5],
    [5, 5],
  ] as const)
    await person(page, first, second)
  await page.clock.runFor(10_000)
  await page.locator('.waits').waitFor({ state: 'visible' })
  expect(await page.locator('.waits [data-count]').textContent()).toBe('6')
  expect(await people()).toBe(before)
  // Somebody reloads the page before anything is sent; the answer to the first try is lost on the way, and the second is
  // answered by a Wi-Fi that wants somebody to sign in.
  let tries = 0
  await page.route('**/taps', async route => {
    tries++
    if (tries === 2) return route.fulfill({ status: 200, body: 'Sign in' })
    const response = await route.fetch()
    await (tries === 1 ? route.abort() : route.fulfill({ response }))
  })
  await page.context().setOffline(false)
  await page.reload()
  for (let looks = 0; looks < 20 && tries < 3; looks++) {
    await page.clock.runFor(10_000)
    await page.waitForTimeout(100)
  }
  expect(tries).toBe(3)
  expect(await people()).toBe(before + 3)
  expect(await page.context().cookies()).toEqual([])
  await page.locator('.waits').waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('by keyboard alone: arrows choose, Enter answers, another choice takes it back', async () => {
  const page = await tablet(await newLink())
  await page.keyboard.press('Tab')
  await page.locator('form:not([hidden]) input[type=radio]').first().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('form:not([hidden]) input:checked').getAttribute('value')).toBe('3')
  const first = await heading(page)
  await page.keyboard.press('Enter')
  await page.clock.runFor(1300)
  expect(await heading(page)).not.toBe(first)
  await page.locator('[data-deed=other]').click()
  expect(await heading(page)).toBe(first)
})

test('the words change by themselves until somebody is there, also somebody who touches nothing', async () => {
  const page = await tablet(await newLink())
  const language = () => page.locator('html').getAttribute('lang')
  const first = await language()
  await page.clock.runFor(6100)
  const second = await language()
  expect(second).not.toBe(first)
  // As a screen reader or a switch does: no key and no touch reaches the page.
  await page.locator('form:not([hidden]) input[type=radio]').first().focus()
  await page.clock.runFor(13_000)
  expect(await language()).toBe(second)
})

test('who walks away after the first question has given it; the tablet begins again by itself', async () => {
  const page = await tablet(await newLink())
  const start = await heading(page)
  await face(page, 4).click()
  await page.clock.runFor(1300)
  await page.clock.runFor(20_000)
  const kept = await page.evaluate(() => Object.values(localStorage).map(value => JSON.parse(value).open))
  expect(kept).toEqual([{ overall: [0, 0, 0, 1, 0] }])
  expect(await page.locator('form:not([hidden])').getAttribute('data-screen')).toBe('first')
  await page.locator('[data-language=nl]').click()
  expect(await heading(page)).toBe(start)
})

test('without scripts each question is a form, and the thank-you leads back', async () => {
  const before = await people()
  const page = await pageFor({ javaScriptEnabled: false })
  await page.goto(`${await newLink()}?language=en`)
  for (const value of [4, 5]) {
    await face(page, value).click()
    await page.locator('form:not([hidden]) .next').click()
  }
  expect(page.url()).toContain('/thanks?language=en')
  expect(await people()).toBe(before + 1)
  await page.goBack()
  await page.locator('form:not([hidden]) .next').click()
  expect(await people()).toBe(before + 1)
  expect(await page.content()).toMatch(/http-equiv="refresh" content="\d+;url=\/kiosk\//)
  expect(await page.context().cookies()).toEqual([])
})

test('a link that was ended opens nothing, and takes nothing', async () => {
  const link = await newLink()
  const staff = await staffPage()
  while ((await staff.locator('.tablets li').count()) > 0)
    await staff.locator('.tablets button').first().click()
  const page = await pageFor()
  expect((await page.goto(link))?.status()).toBe(410)
  const taps = new URLSearchParams({ batch: 'a'.repeat(22), overall: '0,0,0,0,1' })
  const headers = { 'sec-fetch-site': 'same-origin' }
  expect((await fetch(`${link}/taps`, { method: 'POST', body: taps, headers })).status).toBe(410)
  expect((await fetch(`${house.publicUrl}/kiosk/never-made`)).status).toBe(410)
})

test('a tablet that is loaded again without a network still asks, and its taps count; once ended nothing of it stays', async () => {
  const before = await people()
  const link = await newLink()
  const page = await tablet(link)
  await page.waitForFunction(async () => (await (await caches.open('kiosk')).keys()).length > 3)
  await page.context().setOffline(true)
  await page.reload()
  await person(page, 4, 5)
  expect(await violations(page)).toEqual([])
  await page.context().setOffline(false)
  for (let looks = 0; looks < 20 && (await people()) === before; looks++) {
    await page.clock.runFor(130_000)
    await page.waitForTimeout(100)
  }
  expect(await people()).toBe(before + 1)
  const staff = await staffPage()
  while ((await staff.locator('.tablets li').count()) > 0)
    await staff.locator('.tablets button').first().click()
  expect((await page.goto(link))?.status()).toBe(410)
  await page.waitForFunction(async () => (await caches.keys()).length === 0)
})

test('a tablet that had no network when its question closed hands in all its taps, and asks nobody any more', async () => {
  const before = await people()
  const page = await tablet(await newLink())
  await page.context().setOffline(true)
  for (const second of [2, 4, 5, 3]) await person(page, 4, second)
  const evaluations = house.documents.collection('evaluations')
  await evaluations.update({ _id: KIOSK }, { set: { state: 'closed' } })
  await page.context().setOffline(false)
  await page.clock.runFor(10_000)
  await page.locator('main[data-path]').waitFor({ state: 'detached' })
  expect(await people()).toBe(before + 4)
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})
