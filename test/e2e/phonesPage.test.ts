import type { Browser, Page } from 'playwright-core'
import { violations } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { type EmulatorWorld, SMS, startEmulator } from '../support/startEmulator'

const AMINA = '+32470000001'
const TESFAY = '+32470000003'
let browser: Browser
let world: EmulatorWorld

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  world = await startEmulator({
    nextStep: async () => ({ at: Date.parse('2026-11-27T09:00:00Z'), label: 'uitnodiging' }),
    wind: async to => world.wind(to - world.clock.now()),
  })
})
afterEach(async () => {
  await Promise.all(browser.contexts().map(context => context.close()))
  await world.close()
})

async function open(query = '', options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'nl-BE',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(5000)
  await page.goto(`${world.base}/phones${query}`)
  return page
}

/** A little of everything: buttons, a list, media, SMS, right to left, waiting, failed. */
async function fillPhones(): Promise<void> {
  const content = async (language: string, types: object, name?: string) => {
    const { json } = await world.call('POST', '/v1/Content', { language, types })
    if (name) {
      const approval = { name, category: 'UTILITY' }
      await world.call('POST', `/v1/Content/${json.sid}/ApprovalRequests/whatsapp`, approval)
      await world.wind(2000)
    }
    return String(json.sid)
  }
  const action = (title: string, at: number) => ({ type: 'QUICK_REPLY', title, id: String(at + 1) })
  const body = '*متى:* الخميس 10/12/2026، هل يمكنك الحضور؟'
  const buttons = await content(
    'ar',
    { 'twilio/quick-reply': { body, actions: ['نعم', 'لا', 'لا أعرف بعد'].map(action) } },
    'invitation',
  )
  const items = ['Nederlands', 'Français'].map(item => ({ item, id: item, description: 'In deze taal' }))
  const list = await content('nl', { 'twilio/list-picker': { body: 'Welke taal?', button: 'Kies', items } })
  await world.send({ To: `whatsapp:${AMINA}`, ContentSid: buttons })
  await world.wind(60_000)
  world.emulator.acts.text(AMINA, 'أهلاً')
  world.emulator.acts.voice(AMINA)
  world.emulator.acts.image(AMINA)
  world.emulator.acts.location(AMINA)
  world.emulator.acts.text('+32470000002', 'dag')
  await world.wind(1000)
  await world.send({ To: 'whatsapp:+32470000002', ContentSid: list })
  await world.send({ From: SMS, To: TESFAY, Body: 'ሰላም 1 እወ' })
  await world.wind(60_000)
  await world.wind(2 * 86_400_000)
  await world.send({ To: `whatsapp:${AMINA}`, Body: 'te laat' })
  await world.wind(60_000)
  world.emulator.acts.change('+32470000002', { on: false })
  await world.send({ To: 'whatsapp:+32470000002', ContentSid: buttons })
  await world.wind(60_000)
}

test.each<[string, string, Parameters<Browser['newContext']>[0]]>([
  ['Dutch, wide', '?language=nl', {}],
  ['English, dark', '?language=en', { colorScheme: 'dark' }],
  ['French, on a phone', '?language=fr', { viewport: { width: 390, height: 844 } }],
  ['Arabic, right to left', '?language=ar', {}],
  ['320 pixels', '?language=nl&open=0', { viewport: { width: 320, height: 640 } }],
])('has nothing that axe finds wrong, and does not scroll sideways: %s', async (_, query, options) => {
  await fillPhones()
  const page = await open(query, options)
  expect(await violations(page)).toEqual([])
  for (const list of await page.locator('details.list summary').all()) await list.click()
  await page.locator('details.saw summary').first().click()
  expect(await violations(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
})

test('an empty page says what to do, and the button does it', async () => {
  const page = await open('?language=nl')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Naar de volgende stap: vr 27 nov 10:00, uitnodiging' }).click()
  await page.getByText('vrijdag 27 november 2026, 10:00').waitFor()
})

test('everything works as plain forms, without scripts', async () => {
  await fillPhones()
  world.received.length = 0
  const page = await open('?language=nl&open=0.1', { javaScriptEnabled: false })
  const amina = page.getByRole('region', { name: 'Telefoon van Amina' })
  await amina.getByRole('button', { name: 'نعم', exact: true }).click()
  await amina.getByRole('textbox').fill('Ik kom met 2 kinderen')
  await amina.getByRole('textbox').press('Enter')
  await amina.getByRole('button', { name: 'Stuur een spraakbericht' }).click()
  const gloria = page.getByRole('region', { name: 'Telefoon van Gloria' })
  await gloria.getByRole('switch', { name: 'toestel uit' }).click()
  await gloria.locator('.list summary').click()
  await gloria.getByRole('radio', { name: 'Français' }).check()
  await gloria.locator('.sheet').getByRole('button', { name: 'Verstuur' }).click()
  await page.getByRole('switch', { name: 'dubbel' }).click()
  await page.getByRole('button', { name: '+ 1 uur' }).click()
  const heard = world.received.map(one => one.params)
  const said = heard.filter(params => !params.MessageStatus)
  expect(said.map(one => one.ButtonPayload ?? one.ListId ?? one.MediaContentType0 ?? one.Body)).toEqual(
    expect.arrayContaining(['1', 'Ik kom met 2 kinderen', 'audio/ogg', 'Français']),
  )
  expect(world.emulator.faults.now().twice).toBe(true)
  expect(page.url()).toContain('open=0.1&language=nl')
})

test('with scripts a message appears by itself, the typed text and the place in the log stay', async () => {
  for (let n = 0; n < 30; n++) world.emulator.acts.text(AMINA, `bericht ${n}`)
  await world.wind(1000)
  const page = await open('?language=nl&open=0')
  const text = page.getByRole('textbox')
  await text.fill('nog niet klaar')
  const log = page.getByRole('log')
  await log.evaluate(element => element.scrollTo(0, -400))
  const place = await page.getByText('bericht 20', { exact: true }).boundingBox()
  await world.send({ To: `whatsapp:${AMINA}`, Body: 'Hier ben ik' })
  await world.wind(60_000)
  await page.getByText('Hier ben ik').waitFor({ state: 'attached' })
  expect(await text.inputValue()).toBe('nog niet klaar')
  const now = await page.getByText('bericht 20', { exact: true }).boundingBox()
  expect(Math.abs((now?.y ?? 0) - (place?.y ?? 0))).toBeLessThan(2)
  await text.press('Enter')
  await page.getByText('nog niet klaar', { exact: true }).waitFor()
  expect(await text.inputValue()).toBe('')
  expect(page.url()).toMatch(/open=0$|open=0&language=nl$|language=nl&open=0$/)
})

test('a message in another language says so, and right to left where it is', async () => {
  await fillPhones()
  const page = await open('?language=nl&open=0.2')
  const bubble = page.locator('.bubble', { hasText: 'هل يمكنك' })
  expect([await bubble.getAttribute('lang'), await bubble.getAttribute('dir')]).toEqual(['ar', 'rtl'])
  expect(await page.locator('#phone-0 .inner').getAttribute('dir')).toBe('rtl')
  expect(await page.locator('html').getAttribute('lang')).toBe('nl')
  await page.locator('#phone-2').getByText('1 sms-deel').waitFor()
})

test('the clock does not go back, and a date in the past says so', async () => {
  const page = await open('?language=nl', { javaScriptEnabled: false })
  await page.getByText('datum…').click()
  await page.getByLabel('Naar deze datum en dit uur').evaluate(field => field.removeAttribute('min'))
  await page.getByLabel('Naar deze datum en dit uur').fill('2020-01-01T10:00')
  await page.getByRole('button', { name: 'Zet de klok' }).click()
  await page.getByText('De klok gaat alleen vooruit. Kies een later').waitFor()
})

test('the language follows the browser, a fifth phone takes the place of the oldest', async () => {
  const page = await open('?open=0.1.2', { locale: 'fr-BE' })
  expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  expect(await page.locator('.phone').count()).toBe(3)
  await page.getByRole('link', { name: /Gloria/ }).click()
  expect(await page.locator('.phone').count()).toBe(2)
})

test('another website cannot press the buttons', async () => {
  const headers = { 'sec-fetch-site': 'cross-site' }
  const answer = await fetch(`${world.base}/phones/0/text`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ body: 'x' }),
  })
  expect(answer.status).toBe(403)
  expect(world.emulator.messages()).toEqual([])
})
