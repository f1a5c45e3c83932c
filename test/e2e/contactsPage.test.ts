import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { keepWork } from '../support/keepWork'
import { sideways, unfold, violations } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { type House, openHouse } from '../support/openHouse'

const LIST =
  'Naam;GSM;taal\nBekri Samira;471000001;Arabisch\nOmari Bilal;0471 00 00 02;Tigrnya\nLena;0470 00 00 12;nl\nNoor Haddad;;ar\n'
let browser: Browser
let house: House

beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse()
  await house.next()
  await house.wind(Date.parse('2026-11-24T12:00:00Z'))
  await house.taps('Amina', 'yes')
  await house.writes('Amina', '1')
  await keepWork(house.documents, 'demo', '2026-11-20', [[house.idOf('Amina'), ['employee']]])
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
  const [name = '', value = ''] = (await house.signIn()).split(/=(.*)/s)
  await context.addCookies([{ name, value, url: house.publicUrl }])
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${house.publicUrl}${path}`)
  return page
}

async function looksRight(page: Page): Promise<void> {
  await unfold(page)
  expect(await violations(page)).toEqual([])
  expect(await sideways(page)).toBe(0)
}

const READERS: [string, BrowserContextOptions][] = [
  ['English, wide', { locale: 'en-GB' }],
  ['Dutch, between', { locale: 'nl-BE', viewport: { width: 900, height: 800 } }],
  [
    'French, dark, 320 pixels',
    { locale: 'fr-BE', colorScheme: 'dark', viewport: { width: 320, height: 640 } },
  ],
]

describe.each(READERS)('%s', (_, options) => {
  test('nothing that axe finds wrong, and no scrolling sideways', async () => {
    const page = await open('/contacts', options)
    for (const path of [
      '/contacts',
      '/contacts?speaks=ar&consent=agreed',
      '/contacts/cases',
      '/contacts/cases?show=silent&mine=yes&weeks=0',
      '/contacts/new',
      `/contacts/${house.idOf('Amina')}`,
      `/contacts/${house.idOf('Amina')}/edit`,
      `/contacts/${house.idOf('Amina')}/trainings/new`,
      `/contacts/${house.idOf('Rachid')}/data`,
      `/contacts/${house.idOf('Rachid')}/forget`,
      `/contacts/${house.idOf('Amina')}/merge?with=${house.idOf('Dawa')}`,
      '/contacts/import',
    ]) {
      await page.goto(`${house.publicUrl}${path}`)
      await looksRight(page)
    }
  })

  test('a list on its way in', async () => {
    const page = await open('/contacts/import', options)
    await upload(page)
    await looksRight(page)
    await page.locator('[name=agrees][value=yes]').check()
    await looksRight(page)
    await page.locator('[name=agrees][value=no]').check()
    await page.locator('button.first').click()
    await page.waitForURL('**/check')
    await looksRight(page)
  })
})

async function upload(page: Page): Promise<void> {
  const buffer = Buffer.from(LIST)
  await page.locator('input[type=file]').setInputFiles({ name: 'lijst.csv', mimeType: 'text/csv', buffer })
  await page.locator('button.first').click()
  await page.waitForURL('**/columns')
}

test('the list of contacts, mirrored', async () => {
  const path = `/contacts/${house.idOf('Amina')}`
  const html = (await house.page(path)).replace('dir="ltr"', 'dir="rtl"')
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
  await page.route(`**${path}`, route => route.fulfill({ contentType: 'text/html', body: html }))
  await page.goto(`${house.publicUrl}${path}`)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await looksRight(page)
})

test('a list comes in, a row is put right, and it is taken back: without scripts', async () => {
  const page = await open('/contacts/import', { javaScriptEnabled: false })
  await upload(page)
  await page.getByLabel('Nog niet gevraagd: vraag het eerst').check()
  await page.getByRole('button', { name: 'Kijk de lijst na' }).click()
  await page.waitForURL('**/check')
  expect(await page.locator('h1').textContent()).toBe(
    '2 mensen klaar · 1 rij te verbeteren · 1 persoon verandert',
  )
  await page.getByText('1 van hen heeft geen nummer en krijgt alleen brieven.').waitFor()
  expect(await page.getByLabel('taal, Rij 3').inputValue()).toBe('Tigrinya')
  await page.getByRole('button', { name: 'Kijk opnieuw na' }).click()
  await page.waitForURL('**/check')
  await page.getByRole('button', { name: 'Importeer 4 mensen' }).click()
  await page.waitForURL('**/done')
  await page.getByRole('link', { name: 'Naar de contacten' }).click()
  await page.getByRole('link', { name: 'Bekri Samira' }).waitFor()
  await page.goBack()
  await page.getByRole('button', { name: 'Haal 3 mensen weer weg' }).click()
  await page.getByText('Iedereen van deze lijst is weer weg.').waitFor()
})

test('somebody new, found again, changed by two at once, with a tag and a consent; what is typed stays out of addresses', async () => {
  const page = await open('/contacts/new')
  await page.getByLabel('Naam').fill('Fatima Zahra')
  await page.getByLabel('Gsm').fill('0470 00 00 01')
  await page.locator('select[name=language]').selectOption('ar')
  await page.locator('button.first').click()
  await page.getByRole('link', { name: 'Amina' }).waitFor()
  expect(await page.getByLabel('Naam').inputValue()).toBe('Fatima Zahra')
  await page.getByLabel('Gsm').fill('0472 33 44 55')
  await page.locator('button.first').click()
  await page.getByText('Bewaard. Deze persoon staat nu in je contacten.').waitFor()
  const one = new URL(page.url()).pathname

  await page.goto(`${house.publicUrl}/contacts`)
  await page.getByLabel('Zoek op naam, nummer of label').fill('3344 55')
  await page.getByRole('button', { name: 'Zoek' }).click()
  await page.getByRole('heading', { name: /1 mens gevonden/ }).waitFor()
  expect(new URL(page.url()).search).toBe('')
  await page.getByLabel('Zoek op naam, nummer of label').fill('Fatuma')
  await page.getByRole('button', { name: 'Zoek' }).click()
  await page.getByText('Niemand heet').waitFor()
  await page.getByRole('link', { name: 'Fatima Zahra' }).click()

  await page.getByLabel('Nieuw label').fill('groep A')
  await page.getByRole('button', { name: 'Voeg label toe' }).click()
  await page.getByText('Label toegevoegd.').waitFor()
  await page.getByText('Noteer een toestemming of een nee').click()
  await page.getByLabel('Waarvoor?').selectOption('C7')
  await page.locator('[name=state][value=given]').check()
  await page.locator('[name=by][value=phone]').check()
  await page.getByRole('button', { name: 'Noteer', exact: true }).click()
  await page.getByText('Genoteerd.').waitFor()
  await page.getByText('aan de telefoon').first().waitFor()

  const other = await page.context().newPage()
  for (const tab of [page, other]) await tab.goto(`${house.publicUrl}${one}/edit`)
  await other.getByLabel('Naam').fill('Fatima Z.')
  await other.locator('button.first').click()
  await other.getByText('Bewaard.').waitFor()
  await page.getByLabel('Naam').fill('Fatima Zahrawi')
  await page.locator('button.first').click()
  await page.getByText('Intussen veranderde iemand anders deze gegevens.').waitFor()
  expect(await page.getByLabel('Naam').inputValue()).toBe('Fatima Zahrawi')
  expect(await page.locator('.facts-list').getByText('Fatima Z.', { exact: true }).isVisible()).toBe(true)
  await page.locator('button.first').click()
  await page.getByRole('heading', { name: 'Fatima Zahrawi' }).waitFor()
  expect(await page.title()).not.toContain('Fatima')

  await page.goto(`${house.publicUrl}/contacts`)
  await page.getByRole('button', { name: 'Zet in de campagne' }).click()
  await page.getByText('Vink eerst iemand aan').waitFor()
  await page.getByLabel('Kies Fatima Zahrawi').check()
  await page.getByRole('button', { name: 'Zet in de campagne' }).click()
  await page.getByRole('heading', { name: /Fatima Zahrawi/ }).waitFor()
  await page.getByRole('button', { name: /^Voeg 1 mens toe/ }).click()
  await page.waitForURL(/people\?added=1/)
  const fatima = { contact: one.split('/')[2]! }
  expect(await house.documents.collection('enrolments').count(fatima)).toBe(1)

  await page.goto(`${house.publicUrl}${one}/forget`)
  await page.getByRole('button', { name: /^Vergeet/ }).click()
  await page.getByText('Vergeten.').waitFor()
  expect((await page.goto(`${house.publicUrl}${one}`))?.status()).toBe(404)
})

test('how somebody’s work goes is noted in place, and said beside the field when something is missing', async () => {
  const page = await open(`/contacts/${house.idOf('Amina')}`, { javaScriptEnabled: false })
  await page.getByText('20 nov 2026: Werkt als werknemer').waitFor()
  await page.getByText('Noteer hoe het nu is').click()
  await page.locator('[name=workDay]').fill('2026-11-23')
  await page.locator('#note-work').getByLabel('Studeert?').selectOption('yes')
  await page.locator('#note-work button').click()
  await page.locator('#field-work').getByText('Kies hoe het is.').waitFor()
  expect(await page.locator('[name=workDay]').inputValue()).toBe('2026-11-23')
  await page.getByLabel('Werkt als werknemer en als zelfstandige').check()
  await page.locator('#note-work button').click()
  await page.getByText('23 nov 2026: Werkt als werknemer en als zelfstandige · studeert').waitFor()
  await page.goto(`${house.publicUrl}/contacts/${house.idOf('Rachid')}`)
  await page.getByText('Deze persoon zei nog geen ja op opvolging').first().waitFor()
})

test('what somebody learns is noted, changed later, and taken away where it was a mistake: without scripts', async () => {
  const page = await open(`/contacts/${house.idOf('Amina')}`, { javaScriptEnabled: false })
  await page.getByRole('link', { name: 'Noteer een opleiding' }).click()
  expect(await page.getByLabel('VDAB kent deze werkplek').isVisible()).toBe(false)
  await page.getByLabel('Werkplekleren').check()
  await page.getByLabel('VDAB kent deze werkplek').check()
  await page.getByLabel('Bezig').check()
  await page.getByRole('button', { name: 'Noteer' }).click()
  await page.locator('.field').getByText('Schrijf de dag zo').waitFor()
  await page.getByLabel('Sinds welke dag?').fill('2026-11-02')
  await page.getByRole('button', { name: 'Noteer' }).click()
  await page.getByText('sinds 2 nov 2026, bezig op 24 nov 2026, gekend bij VDAB').waitFor()
  await page.getByRole('link', { name: 'Werkplekleren' }).click()
  await page.getByLabel('Afgerond').check()
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('afgerond op 24 nov 2026').waitFor()
  await page.getByRole('link', { name: 'Werkplekleren' }).click()
  await page.getByRole('button', { name: 'Haal weg' }).click()
  await page.getByText('Weggehaald.').waitFor()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await page.getByText('afgerond op 24 nov 2026').waitFor()
})

test('who needs a person stands first in the list of whom we follow, and one choice shows them alone: without scripts', async () => {
  const page = await open('/contacts', { javaScriptEnabled: false })
  await page.getByRole('link', { name: 'Opvolging' }).click()
  await page.getByRole('heading', { level: 1, name: 'Er staat niets open' }).waitFor()
  await house.writes('Gloria', 'mens')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Bij 1 mens staat iets open' }).waitFor()
  expect(await page.locator('.cases h3').first().textContent()).toBe('Gloria')
  await page.getByRole('link', { name: /^Werk onbekend/ }).click()
  await page.getByText('Weken, dag en wiens mensen').click()
  await page.getByLabel('Werk zoals bekend op').fill('2026-11-10')
  await page.getByRole('button', { name: 'Toon' }).click()
  await page.getByText('Werk zoals we het op 10 nov 2026 wisten.').waitFor()
  await page.getByRole('link', { name: /^Iets open/ }).click()
  expect(await page.locator('.cases h3').allTextContents()).toEqual(['Gloria'])
  await page.getByRole('link', { name: 'Gloria' }).click()
  await page.getByRole('heading', { level: 1, name: 'Gloria' }).waitFor()
})

test('what was sent and heard stands in one conversation, in the language and direction of each', async () => {
  const page = await open(`/contacts/${house.idOf('Amina')}`)
  const bubbles = page.locator('.past .bubble')
  expect(await bubbles.count()).toBeGreaterThan(3)
  expect(await bubbles.first().getAttribute('dir')).toBe('rtl')
})

test('what was typed survives a session that is over: sign in, and go on', async () => {
  const page = await open(`/contacts/${house.idOf('Dawa')}/edit`, {
    viewport: { width: 320, height: 640 },
  })
  await page.getByLabel('Naam').fill('Dawa Tashi')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Wat je typte, is er nog').waitFor()
  await looksRight(page)
  await page.getByRole('button', { name: 'Coördinator' }).click()
  await page.getByRole('heading', { name: 'Je bent weer aangemeld' }).waitFor()
  await looksRight(page)
  expect((await house.contact('Dawa'))?.name).toBe('Dawa')
  await page.getByRole('button', { name: 'Ga verder met wat je typte' }).click()
  await page.getByRole('heading', { level: 1, name: 'Dawa Tashi' }).waitFor()
})
