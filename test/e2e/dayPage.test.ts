import type { Browser } from 'playwright-core'
import type { DemoPerson } from '../../src/practice/people'
import { closeWindows, LOOKS, signedIn, violations, wrongWith } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { CAMPAIGN, type House, openHouse } from '../support/openHouse'

const NAMES =
  `Amina Bilal Chinedu Dawa Esther Fatou Gloria Hamid Ibrahim Joy Karim Lobsang Maryam Nadia Ousmane Parwana
  Qasim Rosa Samuel Tsering Ugo Viktor Wahida Xenia Yousef Zainab Ahmad Blessing Cécile Diana Élodie Farid`.split(
    /\s+/,
  )
const PEOPLE = NAMES.map(
  (name, index): DemoPerson => ({
    name,
    language: (['nl', 'fr', 'en', 'ar'] as const)[index % 4] ?? 'nl',
    channels: index % 3 === 0 ? ['sms'] : ['whatsapp', 'sms'],
    audience: 'participant',
    standing: 'agreed',
  }),
)
const PATH = `/campaigns/${CAMPAIGN}/day`
let browser: Browser
let house: House

beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ people: PEOPLE })
  house.clock.turnTo(Date.parse('2026-12-08T13:40:00+01:00'))
  for (const [index, name] of NAMES.entries())
    await house.documents.collection('enrolments').update(
      { _id: `${CAMPAIGN}:${house.idOf(name)}` },
      {
        set: {
          ...(index < 30 ? { rsvp: index % 7 === 3 ? 'maybe' : 'yes' } : index === 30 ? { rsvp: 'no' } : {}),
          children: index % 5 === 0 ? 2 : 0,
          companions: index % 6 === 0 ? 1 : 0,
          needs: index % 8 === 0 ? ['interpreter'] : [],
        },
      },
    )
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(() => closeWindows(browser))

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true }
const enrolment = async (name: string) =>
  (await house.enrolment(name)) ?? { attended: undefined, marked: undefined }

test('check-in of thirty people: two phones at the door, one with a bad network, one without scripts', async () => {
  const els = await signedIn(browser, house, phone)
  const karim = await signedIn(browser, house, phone)
  const plain = await signedIn(browser, house, { ...phone, javaScriptEnabled: false })
  for (const page of [els, karim, plain]) await page.goto(house.publicUrl + PATH)
  const row = (page: typeof els, name: string) =>
    page.locator('.guest').filter({ has: page.getByRole('heading', { name, exact: true }) })
  const tap = (page: typeof els, name: string) =>
    page.getByRole('button', { name: new RegExp(`^Is er ?: ${name}$`) }).click()
  const count = (page: typeof els, here: number) =>
    page.getByRole('heading', { level: 1, name: new RegExp(`^${here} van \\d+ `) }).waitFor()

  await tap(els, 'Amina')
  await els.getByRole('status').getByText('Amina is er. Met 1 volwassene en 2 kinderen.').waitFor()
  await els.locator('#said').getByRole('button', { name: 'Ongedaan maken' }).click()
  await els.getByText('Ongedaan gemaakt: Amina is er nog niet.').waitFor()
  await tap(els, 'Amina')
  await count(els, 1)

  // A colleague sees it without doing anything; on the same person their tap changes nothing and says who was first.
  await count(karim, 1)
  await tap(plain, 'Amina').then(() =>
    plain.getByText(/Amina was er al om 1[34]:\d\d, genoteerd door Els/).waitFor(),
  )

  await karim.context().setOffline(true)
  for (const name of NAMES.slice(1, 11)) await tap(karim, name)
  await karim.getByText('10 tikken wachten op netwerk. Je kan verder doen.').waitFor()
  await row(karim, 'Bilal').getByText('wacht op netwerk').waitFor()
  expect((await enrolment('Bilal')).attended).toBeUndefined()
  await karim.getByLabel('Naam, einde van het nummer').fill('lobs')
  await row(karim, 'Bilal').waitFor({ state: 'hidden' })
  await karim.getByLabel('Naam, einde van het nummer').fill('')
  // Els is faster with two of them.
  await tap(els, 'Bilal')
  await tap(els, 'Chinedu')
  await count(els, 3)
  await karim.context().setOffline(false)
  await count(karim, 11)
  await karim.locator('.network', { hasText: /^$/ }).waitFor({ state: 'attached' })

  for (const name of NAMES.slice(11, 20)) await tap(els, name)
  await count(els, 20)
  for (const name of NAMES.slice(20, 30)) {
    await plain.getByLabel('Naam, einde van het nummer').fill(name.slice(0, 4).toLowerCase().normalize('NFD'))
    await plain.getByRole('button', { name: 'Zoek' }).click()
    expect(new URL(plain.url()).search).toBe('')
    await tap(plain, name)
    await plain.getByText(`${name} is er.`).waitFor()
  }
  await count(karim, 30)
  await els.getByText('Iedereen die verwacht werd, is er.').waitFor()
  const noted = await house.documents.collection('enrolments').list({ campaign: CAMPAIGN, attended: true })
  expect(noted.map(({ contact }) => contact).sort()).toEqual(NAMES.slice(0, 30).map(house.idOf).sort())
  expect(noted.every(({ marked }) => marked?.by === 'demo-coordinator')).toBe(true)
})

test('with a keyboard alone: after each tap one stands where the tap was, and what is unfolded stays so', async () => {
  const page = await signedIn(browser, house, phone)
  await page.goto(`${house.publicUrl}${PATH}?show=all`)
  const [name] = NAMES.slice(-1)
  const row = page.getByRole('listitem').filter({ hasText: name! })
  const standsOn = (button: string) =>
    row.locator('button:focus', { hasText: button }).waitFor({ state: 'attached' })
  const summary = row.locator('summary')
  await row.getByRole('button', { name: /^Is er/ }).focus()
  await page.keyboard.press('Enter')
  await standsOn('Ongedaan maken')
  await summary.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await row.getByText('Met 1 ').first().waitFor()
  await standsOn('+')
  await row.locator('button', { hasText: 'Ongedaan maken' }).focus()
  await page.keyboard.press('Enter')
  await standsOn('Is er')
})

test('whoever comes without invitation is in within one form, and on the list', async () => {
  const page = await signedIn(browser, house, { ...phone, javaScriptEnabled: false })
  await page.goto(house.publicUrl + PATH)
  await page.getByRole('link', { name: 'Iemand zonder inschrijving' }).click()
  await page.getByRole('button', { name: 'Is er' }).click()
  await page.getByRole('alert').getByText('Nog 3 dingen te verbeteren').waitFor()
  await page.getByLabel('Naam').fill('Solange')
  await page.getByLabel('Français').check()
  await page.getByLabel('Telefoon').fill('0470 99 88 77')
  await page.getByLabel('Ja, dat mag').check()
  await page.getByRole('button', { name: 'Is er' }).click()
  await page.getByText('Solange is er.').waitFor()
})

/** A browser whose camera sees the QR code of a letter, as a phone's browser does. */
function seesLetter() {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  setInterval(() => pen?.fillRect(0, 0, 1, 1), 50)
  Object.assign(navigator.mediaDevices, { getUserMedia: async () => canvas.captureStream() })
  Object.assign(globalThis, {
    BarcodeDetector: class {
      static async getSupportedFormats() {
        return ['qr_code']
      }
      async detect() {
        return [{ rawValue: 'https://wa.me/32460000000?text=START%20K7M9P2' }]
      }
    },
  })
}

test('the code on a letter is scanned or typed: here, and here already', async () => {
  const contact = house.idOf('Viktor')
  await house.documents.collection('paperLetters').insert({
    _id: `${CAMPAIGN}:${contact}`,
    organisation: 'demo',
    campaign: CAMPAIGN,
    contact,
    code: 'K7M9P2',
    language: 'nl',
    version: 'letter.1',
    madeAt: 0,
  })
  await house.documents
    .collection('enrolments')
    .update({ _id: `${CAMPAIGN}:${contact}` }, { unset: ['attended', 'marked'] })
  const typed = await signedIn(browser, house, phone)
  await typed.goto(house.publicUrl + PATH)
  expect(await typed.getByRole('button', { name: 'Scan een brief' }).isVisible()).toBe(false)
  await typed.getByLabel('code van de brief').fill('k7m 9p2')
  await typed.locator('.guest', { hasText: 'Viktor' }).waitFor()
  expect(await typed.locator('.guest:visible').count()).toBe(1)
  expect(await violations(typed)).toEqual([])
  expect(new URL(typed.url()).search).toBe('')

  const scans = await signedIn(browser, house, phone)
  await scans.addInitScript(seesLetter)
  await scans.goto(house.publicUrl + PATH)
  await scans.getByRole('button', { name: 'Scan een brief' }).click()
  await scans.getByRole('status').getByRole('heading', { name: 'Viktor' }).waitFor()
  expect((await enrolment('Viktor')).attended).toBe(true)
  // Who is searching sees it too, without doing anything.
  await typed.locator('.guest:visible', { hasText: 'Er sinds' }).waitFor()
  await scans.getByRole('button', { name: 'Scan de volgende brief' }).click()
  await scans.getByText(/^Was er al om 1[34]:\d\d, genoteerd door Els/).waitFor()
})

const pages = [`/c/none?day=${CAMPAIGN}`, PATH, `${PATH}?show=here`, `${PATH}/walk-in`]
test.each(LOOKS)('every page of the door is in order: $name', async look => {
  for (const path of pages) expect([path, await wrongWith(browser, house, path, look)]).toEqual([path, []])
  // For whom no list at the door is: the page that opens the chat.
  expect(await wrongWith(browser, house, '/c/K7M9P2', look, 'organiser')).toEqual([])
})

test('after the end: who did not come', async () => {
  await house.documents
    .collection('enrolments')
    .updateMany(
      { campaign: CAMPAIGN, contact: { $in: NAMES.slice(0, 4).map(house.idOf) } },
      { unset: ['attended', 'marked'] },
    )
  house.clock.turnTo(Date.parse('2026-12-08T18:10:00+01:00'))
  const page = await signedIn(browser, house, phone)
  await page.goto(house.publicUrl + PATH)
  const [look] = LOOKS.slice(1)
  expect(await wrongWith(browser, house, PATH, look!)).toEqual([])
  await page.getByRole('button', { name: 'Noteer: 4 waren er niet' }).click()
  await page.getByText('Genoteerd: 4 mensen waren er niet.').waitFor()
  await page.getByRole('button', { name: 'Ongedaan maken' }).first().click()
  await page.getByText('Ongedaan gemaakt voor 4 mensen.').waitFor()
})
