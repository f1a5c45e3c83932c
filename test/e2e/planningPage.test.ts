import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { DEMO_PEOPLE } from '../../src/practice/people'
import { sideways, unfold, violations } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { CAMPAIGN, type House, openHouse } from '../support/openHouse'

let browser: Browser
let house: House
/** A draft with all that it needs, and everybody in it. */
let draft = ''

beforeAll(async () => {
  browser = await openBrowser()
  // Who agreed, who was not asked yet, who stopped, and a partner: all that a plan says about people.
  const names = ['Amina', 'Gloria', 'Mireille', 'Rachid', 'Lena']
  house = await openHouse({ people: DEMO_PEOPLE.filter(({ name }) => names.includes(name)) })
  draft = await planAnother()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(() => Promise.all(browser.contexts().map(context => context.close())))

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'nl-BE',
    ...options,
  })
  const [name = '', value = ''] = (await house.signIn()).split(/=(.*)/s)
  await context.addCookies([{ name, value, url: house.publicUrl }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${house.publicUrl}${path}`)
  return page
}

/** From an earlier event, as most are: only the name and the day are new. Gives the draft's id. */
async function planAnother(): Promise<string> {
  const page = await open(`/campaigns/new?after=${CAMPAIGN}`, { javaScriptEnabled: false })
  await page.locator('#field-name').fill('Jobcafé Gent')
  await page.locator('#field-date').fill('2026-12-10')
  await page.getByRole('button', { name: 'Kies mensen' }).click()
  await page.getByRole('button', { name: /^Voeg alle \d+ toe$/ }).click()
  await page.getByText('mensen toegevoegd').waitFor()
  const id = new URL(page.url()).pathname.split('/')[2] ?? ''
  await page.context().close()
  return id
}

const PAGES = ['/edit', '/people', '/steps', '/dry-run', '/test', '/start']
const RUNNING = ['/edit', '/pause', '/people']
const READERS: [string, BrowserContextOptions, 'rtl'?][] = [
  ['Dutch, wide', {}],
  [
    'French, dark, 320 pixels',
    { locale: 'fr-BE', colorScheme: 'dark', viewport: { width: 320, height: 640 } },
  ],
  ['English, between', { locale: 'en-GB', viewport: { width: 900, height: 800 } }],
  ['mirrored, 320 pixels', { viewport: { width: 320, height: 640 } }, 'rtl'],
]

describe.each(READERS)('%s', (_, options, direction) => {
  test('nothing that axe finds wrong, and no scrolling sideways', async () => {
    const page = await open('/campaigns/new', options)
    const run = `/campaigns/${CAMPAIGN}`
    const paths = [
      '/campaigns',
      '/campaigns/new',
      ...PAGES.map(path => `/campaigns/${draft}${path}`),
      ...RUNNING.map(path => run + path),
      `/campaigns/${draft}/dry-run/demo-1`,
    ]
    const found: Record<string, unknown> = {}
    for (const path of paths) {
      await page.goto(`${house.publicUrl}${path}`)
      if (direction) await page.evaluate(dir => document.documentElement.setAttribute('dir', dir), direction)
      await unfold(page)
      const wrong = await violations(page)
      const tooWide = await sideways(page)
      if (wrong.length > 0 || tooWide !== 0) found[path] = { wrong, tooWide }
    }
    expect(found).toEqual({})
  })
})

test('an empty form that is sent says at the field what is missing, and keeps what was typed', async () => {
  const page = await open('/campaigns/new')
  await page.locator('#field-place').fill('De Krook')
  await page.getByRole('button', { name: 'Bewaar als ontwerp' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Schrijf een naam die mensen herkennen.' }).click()
  expect(await page.locator('#field-place').inputValue()).toBe('De Krook')
  expect(await page.title()).toMatch(/^Fout: /)
})

test('where scripts run, what is typed is saved by itself and the plan grows beside it', async () => {
  const page = await open('/campaigns/new')
  await page.locator('#field-name').fill('Jobcafé Brugge')
  await page.locator('#field-date').fill('2026-12-17')
  await page.locator('#field-place').fill('Bib')
  await page.locator('#so-far time').first().waitFor()
  await page.locator('#so-far [name=version][value="1"]').waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'Bewaar als ontwerp' }).click()
  await page.getByText('Bewaard. Er vertrekt niets voor je start.').waitFor()
  expect(await house.documents.collection('campaigns').count({ 'event.name': 'Jobcafé Brugge' })).toBe(1)
})

test('a test reaches one’s own phone, marked, and nothing of it is kept', async () => {
  const page = await open(`/campaigns/${draft}/test`)
  const number = house.numberOf('Gloria')
  await page.getByLabel('Je nummer').fill(number)
  await page.getByRole('button', { name: 'Verstuur de proef' }).click()
  await page.getByText('Van deze proef wordt niets bewaard.').waitFor()
  expect(house.last('Gloria').body).toMatch(/TEST\n.*Els.*Jobcafé Gent/s)
  await house.settle()
  for (const name of ['outbox', 'providerMessages', 'statuses'] as const)
    expect(JSON.stringify(await house.documents.collection(name).list({}))).not.toContain('TEST')
  const [line] = await house.documents.collection('auditLog').list({ what: 'test_sent' })
  expect(line).toMatchObject({ about: draft, organisation: 'demo' })
  expect(JSON.stringify(line)).not.toContain(number.slice(-8))
})
