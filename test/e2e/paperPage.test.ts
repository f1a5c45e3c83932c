import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import { isolate } from '../../src/content/directions'
import { factsFor } from '../../src/content/facts'
import { loadContent } from '../../src/content/loadContent'
import { fillPlaces, openPlace } from '../../src/content/places'
import { chatLink } from '../../src/domain/letters/chatLink'
import { page as pageOf } from '../../src/web/page'
import type { Sheet } from '../../src/web/pages/letters/LetterSheet'
import { letterText, type Wording } from '../../src/web/pages/letters/letterText'
import { PrintPage, type PrintPageProps } from '../../src/web/pages/letters/PrintPage'
import { wordsFor } from '../../src/web/words'
import { openBrowser } from '../support/openBrowser'
import { foreignFaces, printPaper, showPaper, wordsOn } from '../support/paper'
import { anEvent } from '../support/timelineBuilders'

const ROOT = path.join(__dirname, '../..')
const SAMPLES = path.join(ROOT, 'test/fixtures/letters')
const { texts } = loadContent(ROOT).content
const CODE = 'K7M9P2'
const EVENT = anEvent({
  name: 'Jobcafé Oostende',
  start: '2026-12-10T14:00',
  end: '2026-12-10T17:00',
  place: 'De Grote Post',
  address: 'Hendrik Serruyslaan 18A, 8400 Oostende',
  contactPhone: '059 00 00 00',
  parking: '',
  who: '',
})
const ORGANISATION = {
  name: 'Huis van de Buurt',
  project: 'jobcafés',
  contactPerson: { name: 'Els', phone: '059 00 00 00' },
}
const SENDERS = {
  whatsapp: { channel: 'whatsapp', address: '+32460000000' },
  sms: { channel: 'sms', address: '8850' },
} as const

interface Sample {
  direction: 'ltr' | 'rtl'
  name: string
  facts: Record<string, string>
  texts: Record<string, string>
}

/** A language of the product speaks for itself; the others, which follow later, with a sample. */
function wordingOf(language: string): Wording {
  const facts = (name: string) =>
    factsFor({ contact: { name }, organisation: ORGANISATION, event: EVENT }, language)
  if (texts.languages.includes(language)) {
    const say: Wording['say'] = (key, values) => texts.say(`letter:${key}`, language, values)
    return { language, direction: texts.direction(language), say, facts: facts('Amina') }
  }
  const sample: Sample = JSON.parse(readFileSync(path.join(SAMPLES, `${language}.json`), 'utf8'))
  const { direction } = sample
  return {
    language,
    direction,
    say: (key, values) =>
      fillPlaces(
        (sample.texts[key] ?? '').replaceAll(/{{(\w+)}}/g, (_, name) => openPlace(name)),
        values,
        value => isolate(value, direction),
      ),
    facts: { ...facts(sample.name), ...sample.facts },
  }
}

function sheetOf(language: string, { codeOnly = false, twoSides = false } = {}): Sheet {
  const wording = wordingOf(language)
  return {
    contact: language,
    name: wording.facts.name ?? '',
    code: CODE,
    link: chatLink(SENDERS, codeOnly ? CODE : `${wording.say('first_word', {})} ${CODE}`),
    text: letterText(wording, CODE, '8850'),
    ...(twoSides ? { second: letterText(wordingOf('nl'), CODE, '8850') } : {}),
    organisation: ORGANISATION.name,
    tooLong: ['1 line too long', '2 lines too long'],
  }
}

const LANGUAGES = [...texts.languages, ...readdirSync(SAMPLES).map(name => path.parse(name).name)]
const paper = (over: Partial<PrintPageProps> = {}) => {
  const words = wordsFor(texts, 'nl', 'Europe/Brussels')
  const sheets = LANGUAGES.map(language => sheetOf(language))
  const props = { words, title: 'Brieven', back: '/', sheets, format: 'a4', type: 'large', from: 1 } as const
  return pageOf(PrintPage({ ...props, ...over }))
}
/** Every sign that is printed, whatever the order in which a PDF keeps it. */
const signs = (text: string) => [...new Set(text.normalize('NFKC').replaceAll(/[\s\p{Cf}]/gu, ''))].sort()

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
})
afterAll(() => browser?.close())

test('a page each, in every language and with every script: nothing is too long, missing or the wrong way round', async () => {
  await showPaper(page, paper())
  expect(await page.locator('#too-long li').allTextContents()).toEqual([])
  expect(await foreignFaces(page, '.front *')).toEqual([])
  const { pdf, pictures } = await printPaper(page)
  expect(pictures).toHaveLength(1 + LANGUAGES.length)
  const found = []
  for (const [index, language] of LANGUAGES.entries()) {
    const printed = new Set(signs(wordsOn(pdf, index + 2)))
    const letter = (await page.locator('.front').nth(index).textContent()) ?? ''
    const picture = pictures[index + 1]!
    let middle = 0
    const link = decodeQR(picture, { pointsOnDetect: ({ tl, br }) => (middle = (tl.x + br.x) / 2) })
    found.push({
      language,
      missing: signs(letter).filter(sign => !printed.has(sign)),
      sends: new URL(link).searchParams.get('text'),
      qrAt: middle < picture.width / 2 ? 'left' : 'right',
    })
  }
  expect(found).toEqual(
    LANGUAGES.map(language => ({
      language,
      missing: [],
      sends: `${wordingOf(language).say('first_word', {})} ${CODE}`,
      qrAt: ['ar', 'ps'].includes(language) ? 'right' : 'left',
    })),
  )
})

test('a sign for which no face travels with the house is found', async () => {
  await showPaper(page, paper().replaceAll('Amina', 'Amina ש'))
  expect((await foreignFaces(page, '.front h2')).length).toBeGreaterThan(0)
})

test('very large and on two sides, nobody begins on the back of somebody else', async () => {
  const sheets = LANGUAGES.map(language => sheetOf(language, { twoSides: true }))
  await showPaper(page, paper({ type: 'very_large', sheets }))
  const longer = await page.locator('#too-long li').count()
  expect(longer).toBeGreaterThan(0)
  const { pictures } = await printPaper(page)
  expect(pictures).toHaveLength(2 + 2 * LANGUAGES.length + 2 * longer)
})

test('labels hold what is on them, and the list for the envelopes is no label', async () => {
  const sheets = LANGUAGES.map(language => sheetOf(language, { codeOnly: true }))
  await showPaper(page, paper({ format: 'labels', sheets, from: 8 }))
  const over = await page
    .locator('.label')
    .evaluateAll(
      labels => labels.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight).length,
    )
  expect(over).toBe(0)
  expect(await page.locator('.label:has(.qr)').count()).toBe(LANGUAGES.length)
  expect((await printPaper(page)).pictures).toHaveLength(2)
})
