import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { lists } from '../../src/lists/lists'
import { closeWindows, LOOKS, sideways, signedIn, violations, wrongWith } from '../support/lookAt'
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
afterEach(() => closeWindows(browser))

const KEY = 'timelines/networking-event:reminder'
const ARABIC = `/texts/${encodeURIComponent(KEY)}/ar`
const STEP = `/campaigns/${CAMPAIGN}/steps/reminder/nl`
const open = async (path: string, options: Parameters<typeof signedIn>[2] = {}) => {
  const page = await signedIn(browser, house, options)
  await page.goto(house.publicUrl + path)
  return page
}

test('while somebody writes, the phone shows it and what is missing is named; what is saved can be undone', async () => {
  const page = await open(STEP)
  const area = page.getByLabel('Tekst in het Nederlands')
  const standard = await area.inputValue()
  await area.fill(standard.replace('Breng mee: {meebrengen}.', 'Er is taart.'))
  await page.locator('.bubble').getByText('Er is taart.').waitFor()
  await page.getByText('Mensen moeten dit nog weten: meebrengen.').waitFor()
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByRole('alert').getByText('Mensen moeten dit nog weten').waitFor()
  expect(await area.inputValue()).toContain('Er is taart.')
  await area.fill(`${standard}\nEr is taart.`)
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Tekst bewaard.').waitFor()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await page.getByText('Ongedaan gemaakt.').waitFor()
  expect(await area.inputValue()).toBe(standard)
})

test('a value is put where one writes; without scripts it comes at the end, and the phone is a button away', async () => {
  const page = await open(STEP)
  const area = page.getByLabel('Tekst in het Nederlands')
  await area.fill('Dag . Tot straks.')
  await area.evaluate(element => (element as HTMLTextAreaElement).setSelectionRange(4, 4))
  await page.getByRole('button', { name: 'naam', exact: true }).click()
  expect(await area.inputValue()).toBe('Dag {naam}. Tot straks.')

  const plain = await open(STEP, { javaScriptEnabled: false })
  const typed = plain.getByLabel('Tekst in het Nederlands')
  await typed.fill('Dag')
  await plain.getByRole('button', { name: 'naam', exact: true }).click()
  expect(await typed.inputValue()).toBe('Dag {naam}')
  await plain.getByLabel('Met de gegevens van').selectOption({ label: 'Gloria' })
  await plain.getByRole('button', { name: 'Toon op de telefoon' }).click()
  expect(await plain.locator('.bubble').textContent()).toContain('Dag Gloria')
})

test('a spreadsheet goes out to a translator and comes back', async () => {
  const page = await open('/texts?in=ar')
  const [out] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download als rekenblad: Arabisch' }).click(),
  ])
  const list = await lists.read(readFileSync(await out.path()))
  if (!list.ok) throw new Error(list.problem)
  const rows = list.rows.map(([key = '', ...cells]) =>
    key === KEY ? [key, ...cells.slice(0, 2), cells[2]!.replace('مرحبًا', 'أهلًا')] : [key, ...cells],
  )
  const back = await lists.write([...rows, ['timelines/none:none', '', '', 'سلام']])
  await page.getByRole('link', { name: 'Rekenblad terugzetten' }).click()
  await page.getByLabel('Het rekenblad').setInputFiles({ name: 'ar.xlsx', mimeType: '', buffer: back })
  await page.getByRole('button', { name: 'Kijk wat er verandert' }).click()
  await page.getByText('Deze tekst kennen we niet').waitFor()
  expect(await page.locator('ins').getAttribute('dir')).toBe('rtl')
  expect([await violations(page), await sideways(page)]).toEqual([[], 0])
  await page.getByRole('button', { name: 'Bewaar 1 tekst' }).click()
  await page.getByText('1 tekst bewaard.').waitFor()
})

test('two who write at once: the second sees both versions and loses nothing', async () => {
  const first = await open(STEP)
  const second = await open(STEP)
  const words = async (page: typeof first, more: string) => {
    const area = page.getByLabel('Tekst in het Nederlands')
    await area.fill(`${await area.inputValue()}\n${more}`)
    await page.getByRole('button', { name: 'Bewaar' }).click()
  }
  await words(first, 'Er is soep.')
  await first.getByText('Tekst bewaard.').waitFor()
  await words(second, 'Er is koffie.')
  await second.getByRole('heading', { name: 'Jouw tekst' }).waitFor()
  expect(await second.locator('mark').allTextContents()).toEqual(['soep.', 'koffie.'])
  await second.getByRole('button', { name: 'Hou de mijne' }).click()
  await second.getByText('Tekst bewaard.').waitFor()
  expect(await second.getByLabel('Tekst in het Nederlands').inputValue()).toContain('Er is koffie.')
})

test('Arabic stands at the right on the phone, with the page in Dutch around it', async () => {
  const page = await open(ARABIC)
  const bubble = page.locator('.bubble')
  expect([await bubble.getAttribute('dir'), await bubble.getAttribute('lang')]).toEqual(['rtl', 'ar'])
  await page.getByLabel('Je naam').fill('Samira')
  await page.getByRole('button', { name: 'Ik las dit als moedertaalspreker' }).click()
  await page.getByText('Gelezen door Samira').waitFor()
  await page.goto(`${house.publicUrl}/texts?in=ar`)
  await page.getByText(/Arabisch: 1 van \d+ nagelezen/).waitFor()
})

/** A link for Arabic, as it stands on the page once. */
async function asked(): Promise<string> {
  const { html } = await house.visit('/texts/reviewers/ar', { key: house.newId() })
  return /http[^"]+\/review\/[\w-]+/.exec(html)?.[0] ?? ''
}

const stranger = async (link: string) => {
  const context = await browser.newContext({ locale: 'nl-BE', javaScriptEnabled: false })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(link)
  return page
}

test('somebody without an account reads a language along by a link, until it is taken back', async () => {
  const colleague = await open('/texts?in=ar', { javaScriptEnabled: false })
  await colleague.getByRole('link', { name: 'Vraag iemand om mee te lezen' }).click()
  await colleague.getByRole('button', { name: 'Maak een link' }).click()
  const link = await colleague.getByLabel('De link om mee te lezen').inputValue()
  const page = await stranger(link)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('link', { name: 'Er is nog geen naam.' }).waitFor()
  await page.getByLabel('Je naam').fill('Noor')
  await page.getByRole('button', { name: 'Begin' }).click()
  expect(await page.locator('.target').first().getAttribute('dir')).toBe('rtl')
  expect(await page.getByRole('navigation').count()).toBe(2)
  const read = (count: number) => new RegExp(`^${count} van \\d+ gelezen`)
  const before = Number(
    /(\d+) van/.exec((await page.getByText(/\d+ van \d+ gelezen/).textContent()) ?? '')?.[1],
  )
  await page.getByRole('button', { name: 'Ik las dit als moedertaalspreker' }).first().click()
  await page.getByText(read(before + 1)).waitFor()
  await page
    .getByRole('link', { name: /^Verander ?:/ })
    .first()
    .click()
  const area = page.getByLabel('Tekst in het Arabisch')
  const words = await area.inputValue()
  await area.fill(`${words}\n{onbekend}`)
  await page.getByRole('button', { name: 'Bewaar; ik las' }).click()
  await page.getByRole('alert').getByText('We kennen het gegeven “onbekend” niet.').waitFor()
  await area.fill(`شكرا. ${words}`)
  await page.getByRole('button', { name: 'Bewaar; ik las' }).click()
  await page.getByText('Bewaard:').waitFor()
  await page.getByText(read(before + 2)).waitFor()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await page.getByText('Wat er eerst stond, staat er weer.').waitFor()

  const late = await stranger(link)
  await late
    .getByRole('link', { name: /^Verander ?:/ })
    .first()
    .click()
  await late.getByLabel('Tekst in het Arabisch').fill('شكرا.')
  await colleague.goto(`${house.publicUrl}/texts/reviewers/ar`)
  await colleague
    .getByRole('listitem')
    .filter({ hasText: 'Noor' })
    .getByRole('button', { name: 'Neem terug' })
    .click()
  await colleague.getByText('De link is teruggenomen.').waitFor()
  await late.getByRole('button', { name: 'Bewaar,' }).click()
  await late.getByText('Deze link is voorbij sinds').waitFor()
  expect(await late.getByLabel('Wat je typte').inputValue()).toBe('شكرا.')
})

test('on a phone templates are listed one language at a time', async () => {
  const page = await open('/templates', { viewport: { width: 360, height: 700 }, javaScriptEnabled: false })
  expect(await page.getByRole('table').first().isVisible()).toBe(false)
  await page.getByRole('link', { name: 'Arabisch' }).click()
  const table = page.getByRole('table').first()
  expect(await table.getByRole('columnheader').allTextContents()).toEqual(['Wat we zeggen', 'Arabisch'])
  expect(
    await table.evaluate(({ scrollWidth, parentElement }) => scrollWidth - parentElement!.clientWidth),
  ).toBeLessThanOrEqual(0)
})

test('a saved reply is written, removed, and back again', async () => {
  const page = await open('/texts/saved-replies/new', { javaScriptEnabled: false })
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByRole('link', { name: 'Er is nog geen naam.' }).waitFor()
  await page.getByLabel('Naam').fill('Busticket')
  await page.getByLabel('Arabisch').fill('تحصل على تذكرة عند الباب.')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByRole('link', { name: 'Busticket' }).click()
  await page.getByRole('button', { name: 'Verwijder' }).click()
  await page.getByText('“Busticket” is weg.').waitFor()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await page.getByRole('link', { name: 'Busticket' }).waitFor()
})

test('somebody else’s organisation, and words that are the same for everybody, are not there', async () => {
  await house.documents
    .collection('campaigns')
    .update({ _id: CAMPAIGN }, { set: { organisation: 'another' } })
  const page = await open(STEP)
  await page.getByRole('heading', { name: 'Dat lukte niet' }).or(page.getByRole('alert')).first().waitFor()
  expect(await page.getByLabel('Tekst in het Nederlands').count()).toBe(0)
  await house.documents.collection('campaigns').update({ _id: CAMPAIGN }, { set: { organisation: 'demo' } })
  await page.goto(
    `${house.publicUrl}/texts/${encodeURIComponent('dialogs/welcome-and-consent:agree.ask')}/nl`,
  )
  expect(await page.locator('textarea').count()).toBe(0)
})

describe.each(LOOKS)('$name', look => {
  test.each([
    STEP,
    ARABIC,
    '/texts?in=ar&show=own',
    '/texts/sheet/in',
    '/texts/reviewers/ar',
    '/texts/saved-replies/new',
    '/templates?in=ar',
    '/templates',
  ])('nothing is wrong with %s', async path => {
    expect(await wrongWith(browser, house, path, look)).toEqual([])
  })
  test('nothing is wrong with the pages of a link', async () => {
    const link = await asked()
    const path = new URL(link).pathname
    const found = await wrongWith(browser, house, path, look)
    await house.visit(path, { do: 'name', name: 'Noor' })
    for (const more of ['?show=all', `/${encodeURIComponent(KEY)}`])
      found.push(...(await wrongWith(browser, house, path + more, look)))
    expect(found).toEqual([])
  })
})
