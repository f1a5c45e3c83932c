import type { Browser, Page } from 'playwright-core'
import { demoStaffId } from '../../src/practice/people'
import { keepTrainings } from '../support/keepTrainings'
import { keepWork } from '../support/keepWork'
import { closeWindows, LOOKS, signedIn, wrongWith } from '../support/lookAt'
import { openBrowser } from '../support/openBrowser'
import { type House, openHouse } from '../support/openHouse'
import { keepPastEvent, MARCH } from '../support/pastEvent'
import { aStoredReply, aStoredRow } from '../support/storedExamples'

let browser: Browser
let house: House

/** Two events of one series that are over, one to come, a remark that waits, one that is proposed, one that is shown, a voice, and one that is deleted; a talk with a supervisor. */
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ people: [] })
  const march = { ...MARCH, name: 'Jobcafé Oostende' }
  await keepPastEvent(house.documents, house.content, march)
  const june = { ...march, campaign: 'june', start: '2026-06-11T14:00', faces: [0, 1, 1, 8, 10] } as const
  await keepPastEvent(house.documents, house.content, june)
  await keepWork(
    house.documents,
    'demo',
    '2026-06-12',
    Array.from({ length: 40 }, (_, index) => [`march-${index}`, index % 3 > 0 ? [] : ['employee']]),
  )
  await keepTrainings(
    house.documents,
    'demo',
    '2026-06-12',
    Array.from({ length: 40 }, (_, index) => [
      `march-${index}`,
      { kind: index % 3 > 0 ? 'general_dutch' : 'workplace', status: 'completed' },
    ]),
  )
  const text = {
    organisation: 'demo',
    campaign: 'march',
    series: 'jobcafe',
    evaluation: 'march:E-02',
    dialog: 'participant-survey',
    dialogVersion: 1,
    block: 'march-block',
    question: 'remark',
    tags: ['drukte'] as string[],
    rev: 0,
  }
  const texts = house.documents.collection('texts')
  await texts.insert({
    ...text,
    _id: 'a',
    text: 'المكان صاخب',
    shown: 'المكان صاخب',
    language: 'ar',
    state: 'shown',
  })
  await texts.insert({ ...text, _id: 'b', text: 'Dank aan Els voor juni', language: 'nl', state: 'waiting' })
  await texts.insert({ ...text, _id: 'c', text: 'ጽቡቕ', shown: 'Goed', translatedBy: 'x', state: 'proposed' })
  await texts.insert({ ...text, _id: 'd', text: '', recording: 'locked', state: 'waiting' })
  await texts.insert({ ...text, _id: 'f', text: '', recording: 'locked', language: 'nl', state: 'waiting' })
  await texts.insert({ ...text, _id: 'e', text: '', state: 'refused' })
  const open = { set: { state: 'open', closesOn: '2027-01-15' } } as const
  await house.documents.collection('evaluations').update({ _id: 'june:E-02' }, open)
  await house.documents
    .collection('contacts')
    .update({ _id: 'march-0' }, { set: { supervisor: demoStaffId('coordinator') } })
  await house.documents.collection('namedReplies').insert(
    aStoredReply({
      _id: 'reflection',
      organisation: 'demo',
      contact: 'march-0',
      campaign: 'march',
      dialog: 'reflection',
      answers: { went_well: 'كان اللقاء جيدا' },
    }),
  )
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(() => closeWindows(browser))

const PAGES = [
  '/reports',
  '/reports/events/march?language=ps',
  '/reports/compare?events=march,june',
  '/reports/print',
  '/reports/summary?target=60-80',
  '/reports/events/march/texts',
  '/reports/events/march/questions',
  '/campaigns/june/report/close/E-02',
  '/talks/march-0',
]

describe.each(LOOKS.map(look => [look.name, look] as const))('%s', (_, look) => {
  test.each(PAGES)('%s: nothing that axe finds wrong, and no scrolling sideways', async path => {
    expect(await wrongWith(browser, house, path, look)).toEqual([])
  })
})

test('an organiser reads, filters, compares and concludes without scripts', async () => {
  const page = await signedIn(browser, house, { javaScriptEnabled: false }, 'organiser')
  await page.goto(house.publicUrl)
  expect(new URL(page.url()).pathname).toBe('/reports')
  await page.getByRole('link', { name: 'Jobcafé Oostende' }).last().click()
  await page.getByText('28 van de 40 uitgenodigde mensen kwamen.').waitFor()
  await page.getByRole('link', { name: 'Pasjtoe' }).click()
  await page.getByText('Perzisch en Pasjtoe tonen we samen: apart zijn het er te weinig.').waitFor()
  // Without scripts the table behind each picture is open.
  expect(await page.getByRole('columnheader', { name: 'Aandeel' }).first().isVisible()).toBe(true)
  await page.getByText('Voeg iets toe').click()
  await page.getByLabel('Wat doen we anders').fill('Een stillere zaal')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Schrijf wie het doet.').first().waitFor()
  expect(await page.getByLabel('Wat doen we anders').inputValue()).toBe('Een stillere zaal')
  await page.getByLabel('Wie doet het').fill('Karim')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByRole('status').getByText('Bewaard.').waitFor()
})

test('each picture has a name, a description and one drawing for the room there is', async () => {
  for (const width of [360, 1600]) {
    const page = await signedIn(browser, house, { viewport: { width, height: 900 } })
    await page.goto(`${house.publicUrl}/reports/events/march`)
    const names = await page.getByRole('img', { name: 'Hebben de begeleiders je goed geholpen?' }).count()
    expect(names).toBe(1)
  }
})

test('on paper it is four pages, with every step of a timeline; many forms with a name have one more', async () => {
  const said = house.content.timeline('networking-event')!.steps.filter(({ does }) => does !== 'task')
  for (const { id } of said)
    await house.documents.collection('outbox').insert(
      aStoredRow({
        _id: `march-0:paper:${id}`,
        organisation: 'demo',
        contact: 'march-0',
        campaign: 'march',
        step: id,
        state: 'accepted',
      }),
    )
  const page = await signedIn(browser, house)
  await page.goto(`${house.publicUrl}/reports/events/march/print`)
  expect(await sheetsOf(page)).toBe(4)
  for (const dialog of [
    'team-evaluation',
    'partner-evaluation',
    'event-figures',
    'partner-follow-up',
    'volunteer-feedback',
  ])
    for (let nth = 0; nth < 10; nth++) await fillIn(dialog, nth)
  await page.reload()
  await page.getByText(/5 van 5/).waitFor({ state: 'attached' })
  expect(await sheetsOf(page)).toBe(5)
  await house.documents
    .collection('namedReplies')
    .remove({ campaign: 'march', dialog: { $ne: 'reflection' } })
})

/** Everything that can be counted, in a form about somebody. */
async function fillIn(dialog: string, nth: number): Promise<void> {
  const answers: Record<string, unknown> = {}
  for (const { id, answer } of house.content.dialog(dialog)!.questions) {
    if (answer.type === 'smiley' || answer.type === 'scale') answers[id] = 1 + (nth % 5)
    if (answer.type === 'yes_no') answers[id] = nth % 2 ? 'yes' : 'no'
    if (answer.type === 'choice') answers[id] = answer.options[nth % answer.options.length]
    if (answer.type === 'number') answers[id] = answer.min + nth
  }
  await house.documents.collection('namedReplies').insert(
    aStoredReply({
      _id: `${dialog}-${nth}`,
      organisation: 'demo',
      contact: `march-${nth}`,
      campaign: 'march',
      dialog,
      answers,
      at: nth,
    }),
  )
}

test('the summary for those who steer the project is one page, however much was agreed', async () => {
  for (let at = 0; at < 9; at++)
    await house.documents.collection('conclusions').insert({
      _id: `march:${at}`,
      organisation: 'demo',
      campaign: 'march',
      series: 'jobcafe',
      learned: '',
      action: 'Een stillere zaal zoeken, met een aparte kamer voor wie rustig wil praten. '.repeat(2),
      owner: 'Karim',
      before: '2027-02-01',
      state: 'open',
      rev: 0,
      by: 'x',
      at,
    })
  const page = await signedIn(browser, house)
  await page.goto(`${house.publicUrl}/reports?target=60-80`)
  await page.getByRole('link', { name: 'Overzicht voor de stuurgroep' }).click()
  await page.getByText(/En nog \d, in de rapporten/).waitFor()
  expect(await sheetsOf(page)).toBe(1)
})

async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
