import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Role } from '../../src/domain/staff'
import { DEMO_PEOPLE } from '../../src/practice/people'
import { closeWindows, LOOKS, sideways, signedIn, unfold, violations, wrongWith } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { CAMPAIGN, type House, openHouse } from '../support/openHouse'

const HELP = 'غواړم له یو چا سره خبرې وکړم'
const ANSWER = 'سلام زرمینه. زه ایلس یم.'
let browser: Browser
let house: House

/** Zarmina speaks Pashto, which has no texts yet; others are on the call list. */
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({
    people: [
      ...DEMO_PEOPLE,
      {
        name: 'Zarmina',
        language: 'ps',
        channels: ['whatsapp', 'sms'],
        audience: 'participant',
        standing: 'agreed',
      },
    ],
  })
  await house.wind(Date.parse('2026-12-01T14:00:00Z'))
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(() => closeWindows(browser))

async function open(path: string, options: BrowserContextOptions = {}, role: Role = 'coordinator') {
  const page = await signedIn(browser, house, options, role)
  await page.goto(`${house.publicUrl}${path}`)
  return page
}

test('somebody asks for help in Pashto and is answered, by one of us and in their own language', async () => {
  await house.writes('Zarmina', HELP)
  const els = await open('/')
  const row = els.getByRole('listitem').filter({ hasText: 'Zarmina' }).first()
  const said = row.locator('blockquote')
  expect(await said.textContent()).toBe(HELP)
  expect(await said.getAttribute('dir')).toBe('rtl')
  expect(await said.getAttribute('lang')).toBe('ps')
  await row.getByRole('link', { name: /^Antwoord\s*: Zarmina/ }).click()

  const joris = await open(`/inbox/${house.idOf('Zarmina')}`, {}, 'admin')
  await els.getByLabel('Antwoord', { exact: true }).last().fill(ANSWER)
  await els.getByRole('button', { name: 'Verstuur', exact: true }).click()
  await els.getByRole('button', { name: 'Geef terug aan de bot' }).waitFor()
  await house.wind(house.clock.now() + 60_000)
  expect(house.last('Zarmina').body).toBe(ANSWER)

  await joris.getByLabel('Antwoord', { exact: true }).last().fill('Dag Zarmina, met Joris.')
  await joris.getByRole('button', { name: 'Verstuur', exact: true }).click()
  await joris.getByText('Els antwoordt sinds').first().waitFor()
  expect(await joris.getByLabel('Jouw tekst').inputValue()).toBe('Dag Zarmina, met Joris.')
  expect(house.last('Zarmina').body).toBe(ANSWER)

  await els.getByText('Notitie voor collega’s').click()
  await els.getByLabel('Notitie', { exact: true }).fill('Haar zus spreekt Nederlands.')
  await els.getByRole('button', { name: 'Bewaar als notitie' }).click()
  await els.locator('.internal').getByText('Haar zus spreekt Nederlands.').waitFor()
  await els.getByRole('button', { name: 'Geef terug aan de bot' }).click()
  await els.getByText('Teruggegeven.').waitFor()
  await house.wind(house.clock.now() + 60_000)
  expect(house.phone('Zarmina').map(({ body }) => body)).not.toContain('Haar zus spreekt Nederlands.')
  expect(house.last('Zarmina').body).not.toBe(ANSWER)
})

test('a call and what came of it: two taps, and the way back, without scripts', async () => {
  const page = await open('/today', { javaScriptEnabled: false })
  const row = page.getByRole('listitem').filter({ hasText: 'Gloria' }).first()
  expect(await row.getByRole('link', { name: /Bel/ }).getAttribute('href')).toMatch(/^tel:\+32/)
  await row.getByText('Noteer').click()
  await row.getByRole('button', { name: 'Komt', exact: true }).click()
  await page.getByText('Genoteerd: Gloria komt.').waitFor()
  expect((await house.enrolment('Gloria'))?.rsvp).toBe('yes')
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await page.getByText('Gloria staat er weer zoals voordien.').waitFor()
  expect((await house.enrolment('Gloria'))?.rsvp).toBeUndefined()
})

async function wrongOn(page: Page) {
  await unfold(page)
  return { axe: await violations(page), sideways: await sideways(page) }
}
const NOTHING = { axe: [], sideways: 0 }

describe.each<[string, BrowserContextOptions]>([
  ['Dutch, wide', {}],
  [
    'French, dark, 320 pixels',
    { locale: 'fr-BE', colorScheme: 'dark', viewport: { width: 320, height: 640 } },
  ],
  ['English, between', { locale: 'en-GB', viewport: { width: 900, height: 800 } }],
])('%s', (_, options) => {
  test('nothing that axe finds wrong, and no scrolling sideways', async () => {
    await house.voice('Gloria')
    await house.writes('Amina', 'إنسان')
    const page = await open('/today', options)
    expect(await wrongOn(page)).toEqual(NOTHING)
    for (const path of [
      '/inbox',
      '/inbox?tab=bot',
      `/inbox/${house.idOf('Gloria')}`,
      `/inbox/${house.idOf('Amina')}`,
    ]) {
      await page.goto(`${house.publicUrl}${path}`)
      expect(await wrongOn(page)).toEqual(NOTHING)
    }
  })
})

describe('an answer about somebody whose name nobody has', () => {
  const TASK = 'meant:lena'
  const path = `/campaigns/${CAMPAIGN}/meant/${TASK}`
  beforeAll(async () => {
    const common = { organisation: 'demo', contact: house.idOf('Lena'), campaign: CAMPAIGN }
    await house.documents.collection('namedReplies').insert({
      ...common,
      _id: 'lena',
      dialog: 'partner-follow-up',
      version: house.content.dialog('partner-follow-up')!.version,
      answers: { who: 'Aminah uit Gent', feedback: 'Zij komt vaak te laat' },
      skipped: [],
      complete: true,
      at: house.clock.now(),
      turn: 1,
    })
    await house.documents.collection('tasks').insert({
      ...common,
      _id: TASK,
      kind: 'look',
      reason: 'nobody_meant',
      reply: 'lena',
      dueAt: house.clock.now(),
      state: 'open',
    })
  })

  test.each(LOOKS)('nothing is wrong with the page: $name', async look => {
    expect(await wrongWith(browser, house, path, look)).toEqual([])
  })

  test('finds its person through a coordinator, who reads the name and not the answer, and can take it back', async () => {
    const page = await open('/today', { javaScriptEnabled: false })
    await page.getByRole('link', { name: /^Kies wie\s*: Lena/ }).click()
    expect(await page.locator('main').textContent()).toMatch(/Aminah uit Gent/)
    expect(await page.locator('main').textContent()).not.toMatch(/te laat/)
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByRole('link', { name: 'Kies een mens, of ‘Niemand van hen’.' }).click()
    await page.getByLabel('Amina', { exact: true }).check()
    await page.getByRole('button', { name: 'Bewaar' }).click()
    const about = async () => (await house.documents.collection('namedReplies').get('lena'))?.about
    expect(await about()).toBe(house.idOf('Amina'))
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    expect(await about()).toBeUndefined()
    await page.getByRole('link', { name: /^Kies wie\s*: Lena/ }).waitFor()
  })
})

test.each(['/today', '/inbox'])('mirrored, with longer words: %s', async path => {
  const html = (await house.page(path))
    .replace('dir="ltr"', 'dir="rtl"')
    .replace(
      />([^<>]*\p{Letter}{4,}[^<>]*)</gu,
      (_, text: string) => `>${text} ${text.slice(0, text.length * 0.4)}<`,
    )
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  await page.route(`**${path}`, route => route.fulfill({ contentType: 'text/html', body: html }))
  await page.goto(`${house.publicUrl}${path}`)
  expect(await wrongOn(page)).toEqual(NOTHING)
})
