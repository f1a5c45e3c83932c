import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { Role } from '../../src/domain/staff'
import type { House } from './openHouse'

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

interface Found {
  violations: { id: string; nodes: { html: string }[] }[]
}

/** What axe finds wrong on a page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: found } = globalThis as unknown as { axe: { run(): Promise<Found> } }
    return (await found.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    )
  })
}

/** Opens everything that is folded. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })

/** Keys that stand on a page where words should: `contacts:audience.team`. */
const wordless = async (page: Page): Promise<string[]> =>
  ((await page.locator('body').textContent()) ?? '').match(/\b[a-z-]+:[a-z_]+(?:\.\w+)+|\{\{\w+/g) ?? []

/** How far a page can be scrolled sideways, in pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

/** A window in which somebody of the staff is signed in. */
export async function signedIn(
  browser: Browser,
  house: House,
  options: BrowserContextOptions = {},
  role: Role = 'coordinator',
): Promise<Page> {
  return enter(await openWindow(browser, options), house, role)
}

const openWindow = (browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nl-BE', ...options })

async function enter(window: BrowserContext, house: House, role: Role): Promise<Page> {
  const [name = '', value = ''] = (await house.signIn(role)).split(/=(.*)/s)
  await window.addCookies([{ name, value, url: house.publicUrl }])
  const page = await window.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

/** One window for each look: what every page loads is loaded once. */
const windows = new Map<string, BrowserContext>()

async function windowOf(browser: Browser, { name, options }: Look): Promise<BrowserContext> {
  const window = windows.get(name) ?? (await openWindow(browser, options))
  windows.set(name, window)
  return window
}

/** Closes what a test opened; the windows of the looks stay. */
export const closeWindows = (browser: Browser): Promise<unknown> => {
  const stay = [...windows.values()]
  return Promise.all(browser.contexts().map(window => (stay.includes(window) ? undefined : window.close())))
}

export interface Look {
  /** `fr-narrow-dark` */
  name: string
  options: BrowserContextOptions
  mirrored?: true
}

/** Every staff page is looked at like this: three languages, narrow and wide, light and dark, and mirrored. */
export const LOOKS: readonly Look[] = [
  { name: 'nl-wide', options: { locale: 'nl-BE' } },
  {
    name: 'fr-narrow-dark',
    options: { locale: 'fr-BE', colorScheme: 'dark', viewport: { width: 320, height: 700 } },
  },
  { name: 'en-between', options: { locale: 'en-GB', viewport: { width: 900, height: 800 } } },
  { name: 'mirrored-narrow', options: { viewport: { width: 320, height: 700 } }, mirrored: true },
]

/** What is wrong with a page in one look; the picture is kept where SCREENSHOTS says. */
export async function wrongWith(
  browser: Browser,
  house: House,
  path: string,
  look: Look,
  role: Role = 'coordinator',
): Promise<string[]> {
  const { name, mirrored } = look
  const page = await enter(await windowOf(browser, look), house, role)
  const refused: string[] = []
  page.on('console', message => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  await page.goto(house.publicUrl + path)
  if (mirrored) await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  await unfold(page)
  const found = [...refused, ...(await violations(page)), ...(await wordless(page))]
  const wide = await sideways(page)
  const folder = process.env.SCREENSHOTS
  const file = `${path.replace(/\W+/g, '-').slice(1, 60)}-${name}.png`
  if (folder) await page.screenshot({ path: `${folder}/${file}`, fullPage: true })
  await page.close()
  return wide > 0 ? [...found, `${wide} pixels too wide`] : found
}
