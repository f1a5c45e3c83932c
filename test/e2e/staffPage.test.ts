import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { sideways, unfold, violations } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { CAMPAIGN, type House, openHouse } from '../support/openHouse'

const PATH = `/campaigns/${CAMPAIGN}`
let browser: Browser
let house: House

/** The middle of the timeline: answers, a task, somebody who stopped, a phone that is gone. */
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse()
  await house.next()
  await house.wind(Date.parse('2026-11-24T12:00:00Z'))
  await house.taps('Amina', 'yes')
  await house.writes('Amina', '1')
  await house.writes('Amina', '٢')
  await house.writes('Amina', '1')
  await house.taps('Gloria', 'maybe')
  await house.writes('Gloria', 'mens')
  await house.writes('Karim', 'قف')
  await house.taps('Ousmane', 'no')
  const [row] = await house.rows('Blessing')
  await house.documents
    .collection('outbox')
    .update({ _id: row?._id ?? '' }, { set: { state: 'failed', reason: 'unreachable', reached: 4 } })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(() => Promise.all(browser.contexts().map(context => context.close())))

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'nl-BE',
    ...options,
  })
  await context.addCookies([await session()])
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const refused: string[] = []
  page.on('console', message => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  await page.goto(`${house.publicUrl}${path}`)
  expect(refused).toEqual([])
  return page
}

/** Els is signed in. */
async function session() {
  const [name = '', value = ''] = (await house.signIn()).split(/=(.*)/s)
  return { name, value, url: house.publicUrl }
}

const PAGES: [string, string][] = [
  ['the campaigns', '/campaigns'],
  ['a campaign', PATH],
  ['a campaign, those who are silent', `${PATH}?people=silent&done=attendance`],
  ['moving it', `${PATH}/move?date=2026-12-15&from=14:00&to=17:00`],
  ['moving it to a day that is past', `${PATH}/move?date=2026-11-01&from=14:00&to=17:00`],
  ['cancelling it', `${PATH}/cancel`],
  ['nothing', '/campaigns/none'],
]
const NARROW: BrowserContextOptions = {
  locale: 'fr-BE',
  colorScheme: 'dark',
  viewport: { width: 320, height: 640 },
}
const READERS: [string, BrowserContextOptions, string[]?][] = [
  ['Dutch, wide', {}],
  ['French, on a phone', { locale: 'fr-BE', viewport: { width: 390, height: 844 } }],
  ['English, dark', { locale: 'en-GB', colorScheme: 'dark' }],
  ['French, dark, 320 pixels', NARROW, [PATH, `${PATH}/cancel`]],
  ['Dutch, between', { viewport: { width: 900, height: 800 } }, [PATH]],
]

describe.each(READERS)('%s', (_, options, only) => {
  test.each(PAGES.filter(([, path]) => !only || only.includes(path)))(
    'nothing that axe finds wrong, and no scrolling sideways: %s',
    async (_name, path) => {
      const page = await open(path, options)
      await unfold(page)
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
    },
  )
})

describe('right to left', () => {
  /** No staff reads from right to left yet; the pages are ready for who does: mirrored, and longer words. */
  async function mirrored(options: BrowserContextOptions = {}): Promise<Page> {
    const html = (await house.page(PATH))
      .replace('dir="ltr"', 'dir="rtl"')
      .replace(
        />([^<>]*\p{Letter}{4,}[^<>]*)</gu,
        (_, text: string) => `>${text} ${text.slice(0, text.length * 0.4)}<`,
      )
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    const page = await context.newPage()
    await page.route(`**${PATH}`, route => route.fulfill({ contentType: 'text/html', body: html }))
    await page.goto(`${house.publicUrl}${PATH}`)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    return page
  }

  test.each<[string, BrowserContextOptions]>([
    ['wide', {}],
    ['320 pixels', { viewport: { width: 320, height: 640 } }],
  ])('%s', async (_, options) => {
    const page = await mirrored(options)
    await unfold(page)
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
  })

  test('the rail and the beginning of the bridge are at the right', async () => {
    const page = await mirrored()
    const left = async (selector: string) => (await page.locator(selector).first().boundingBox())?.x ?? 0
    expect(await left('.rail')).toBeGreaterThan(await left('main'))
    expect(await left('.bridge li:first-child')).toBeGreaterThan(await left('.bridge li:last-child'))
  })
})

test('the bridge lies across where there is room, and stands upright on a phone', async () => {
  const shape = async (page: Page) => {
    const piers = page.locator('.bridge li')
    const first = await piers.first().boundingBox()
    const last = await piers.last().boundingBox()
    return { across: (last?.x ?? 0) - (first?.x ?? 0), down: (last?.y ?? 0) - (first?.y ?? 0) }
  }
  const wide = await shape(await open(PATH))
  const narrow = await shape(await open(PATH, { viewport: { width: 390, height: 844 } }))
  expect([wide.across > 800, wide.down]).toEqual([true, 0])
  expect([narrow.across, narrow.down > 400]).toEqual([0, true])
})

test('everything can be done as plain forms and links, without scripts', async () => {
  const page = await open(PATH, { javaScriptEnabled: false })
  await page
    .getByRole('navigation', { name: 'Delen van deze pagina' })
    .getByRole('link', { name: /^Mensen/ })
    .click()
  await page.getByRole('link', { name: 'Misschien 1' }).click()
  expect(await page.locator('.person h3').allTextContents()).toEqual(['Gloria'])
  await page.getByRole('link', { name: /^Antwoord\s*: Gloria/ }).waitFor()
  await page.getByRole('link', { name: 'Verplaats' }).click()
  await page.getByLabel('Nieuwe datum').fill('2026-12-15')
  await page.getByRole('button', { name: 'Toon wat er verandert' }).click()
  await page.getByRole('button', { name: /^Verplaats en laat het \d+ mensen weten$/ }).waitFor()
  await page.getByRole('link', { name: 'Terug, verander niets' }).click()
  await page.getByText('dinsdag 8 december 2026').waitFor()
  await page.getByRole('link', { name: 'Français' }).click()
  await page.getByRole('heading', { name: 'Étape par étape' }).waitFor()
  expect((await house.campaign()).event.start).toContain('2026-12-08')
})

test('by keyboard alone: the way to the content comes first, and what is reached is seen', async () => {
  const page = await open(PATH)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Ga naar de inhoud')
  expect((await page.locator('.skip').boundingBox())?.y).toBeGreaterThan(0)
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('content')
  await page.keyboard.press('Tab')
  const ring = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')
  expect(ring).toBe('solid')
})

test('where one stands is said and not only coloured', async () => {
  const page = await open(PATH)
  const here = page.locator('.bridge [aria-current="step"]')
  expect(await here.count()).toBe(1)
  expect(await here.textContent()).toContain('Wacht op jou.')
  const tags = await page.locator('.tag').all()
  expect(tags.length).toBeGreaterThan(10)
  for (const tag of tags) {
    expect(await tag.locator('svg').count()).toBe(1)
    expect((await tag.textContent())?.trim()).not.toBe('')
  }
})

test('every target is large enough for a thumb', async () => {
  const page = await open(PATH, { viewport: { width: 390, height: 844 }, hasTouch: true })
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, .button, summary, .chip, .tab, .rail a')]
      .filter(one => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 44)
      .map(one => one.outerHTML.slice(0, 100)),
  )
  expect(small).toEqual([])
})

test('on paper there is no navigation and no button, and nothing is cut', async () => {
  const page = await open(PATH)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 680, height: 1000 })
  for (const selector of ['.rail', '.tabs', 'form'])
    for (const one of await page.locator(selector).all()) expect(await one.isVisible()).toBe(false)
  expect(await page.getByRole('heading', { name: 'Stap per stap' }).isVisible()).toBe(true)
  expect(await sideways(page)).toBe(0)
})
