import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROLES, type Role } from '../../../src/domain/staff'
import type { House } from '../../support/openHouse'
import { openReportHouse } from '../../support/reportHouse'
import { aStoredReply } from '../../support/storedExamples'

const PAGES = [
  '/reports',
  '/reports/events/march',
  '/reports/events/march?language=ps',
  '/reports/events/march/print',
  '/reports/events/march/figures.csv',
  '/reports/events/march/figures.xlsx',
  '/reports/compare?events=march,june',
  '/reports/compare?series=jobcafe&from=2026-01&to=2026-12&group=nl',
  '/reports/print',
  '/reports/print?series=jobcafe&from=2026-01&audience=participant',
  '/reports/summary',
  '/reports/summary?series=jobcafe&to=2026-05&target=60-80',
  '/reports/figures.csv?series=jobcafe',
  '/reports/figures.xlsx',
  '/reports/outcomes/figures.csv',
  '/reports/outcomes/figures.xlsx',
  '/reports/trainings/figures.csv',
  '/reports/trainings/figures.xlsx',
  '/reports/events/march/questions',
  '/reports/events/march/conclusions/march:louder',
]
/** Of these an organiser reads nothing. */
const STAFF_PAGES = [
  '/reports/events/march/texts',
  '/reports/series/jobcafe/texts',
  '/campaigns/march/report',
  '/campaigns/march/report/close/E-02',
]
/** Somebody of this event; whoever may read reports alone may never meet them. */
const SECRET = /Geheim|\+32|0470|march-\d/

let house: House
beforeAll(async () => {
  house = await openReportHouse()
})
afterAll(() => house.close())

const visit = (path: string, role: Role) => house.visit(path, undefined, { role })

test('an organiser’s home is the reports', async () => {
  expect(await visit('/', 'organiser')).toMatchObject({ status: 302, to: '/reports' })
})

test('before the end the report says who wants to come, and of nobody that they came', async () => {
  const { html: before } = await visit('/reports/events/jobcafe', 'coordinator')
  expect(before).toContain('Who says they will come')
  expect(before).not.toMatch(/Said yes and came|\bcame\./)
  expect((await visit('/reports/events/march', 'coordinator')).html).toContain('Said yes and came')
})

test('where nobody was asked the report names the day, and after the close it names none', async () => {
  const page = () => house.visit('/reports/events/jobcafe')
  expect((await page()).words).toMatch(/What people thought comes here after \d+ \w+ 2026/)
  await house.documents
    .collection('evaluations')
    .updateMany({ campaign: 'jobcafe' }, { set: { state: 'closed' } })
  expect((await page()).words).toContain('Nobody was asked what they thought.')
})

describe.each(ROLES)('for %s', role => {
  test.each(PAGES)('%s is there, without anybody’s name or number', async path => {
    const { status, html } = await visit(path, role)
    expect(status).toBe(200)
    expect(html).not.toMatch(SECRET)
    expect(html).not.toContain('Elsewhere')
  })

  test('another organisation’s event is not there', async () => {
    for (const path of ['', '/print', '/figures.csv', '/figures.xlsx'])
      expect((await visit(`/reports/events/theirs${path}`, role)).status).toBe(404)
    expect((await visit('/reports/compare?events=march,theirs', role)).status).toBe(404)
  })
})

test.each(STAFF_PAGES)(
  '%s is for who may see campaigns or review texts, and nobody is named in it',
  async path => {
    expect((await visit(path, 'organiser')).status).toBe(403)
    for (const role of ['coordinator', 'admin'] as const) {
      const { status, html } = await visit(path, role)
      // What is closed already leads back to its report.
      expect([200, 303]).toContain(status)
      expect(html).not.toMatch(SECRET)
    }
  },
)

test('every address of a report is in one of these lists', () => {
  const folder = join(__dirname, '../../../src/web/pages/reports')
  const source = readdirSync(folder)
    .filter(file => /routes\.tsx$/i.test(file))
    .map(file => readFileSync(join(folder, file), 'utf8'))
    .join()
  const addresses = [...source.matchAll(/'(\/(?:reports|campaigns)[\w/:.]*\w)'/g)].map(
    ([, address]) => address!,
  )
  expect(addresses.length).toBeGreaterThan(15)
  const tried = [...PAGES, ...STAFF_PAGES].map(path => path.replace(/\?.*/, ''))
  const isTried = (address: string) => {
    const pattern = new RegExp(`^${address.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`)
    return tried.some(path => pattern.test(path))
  }
  // Only written to; who may is tried by itself.
  const deeds = ['/reports/events/:id/conclusions']
  expect(addresses.filter(address => !isTried(address) && !deeds.includes(address))).toEqual([])
})

/** Which fields of the page each role reads: small counts are for who knows the people anyway. */
test.each<[Role, RegExp, boolean]>([
  ['coordinator', /1 of 36/, true],
  ['admin', /1 of 36/, true],
  ['organiser', /1 of 36/, false],
  ['organiser', /Too few people to show apart/, true],
  ['organiser', /Pashto/, true],
  ['coordinator', /To the campaign/, true],
  ['organiser', /To the campaign/, false],
])('%s reads %s: %s', async (role, words, isThere) => {
  const { html } = await visit('/reports/events/march', role)
  expect(words.test(html)).toBe(isThere)
})

test('a language that is too small is answered with the group it is in, by name', async () => {
  const { html } = await visit('/reports/events/march?language=ps', 'organiser')
  expect(html).toContain('Persian and Pashto are shown together: apart they are too few.')
  const staff = await visit('/reports/events/march?language=ps', 'coordinator')
  expect(staff.html).not.toContain('are shown together')
})

test('what somebody wrote for the talk with their own supervisor is in no report, for nobody', async () => {
  await house.documents.collection('namedReplies').insert(
    aStoredReply({
      _id: 'reflection',
      organisation: 'demo',
      contact: 'march-0',
      campaign: 'march',
      dialog: 'reflection',
      answers: { went_well: 'Onder vier ogen' },
    }),
  )
  for (const role of ROLES)
    for (const path of PAGES) expect((await visit(path, role)).html).not.toMatch(/Onder vier ogen|reflection/)
})

test('what leaves as a file has the organiser’s protection, whoever takes it', async () => {
  const files = await Promise.all(ROLES.map(role => visit('/reports/events/march/figures.csv', role)))
  expect(new Set(files.map(({ html }) => html)).size).toBe(1)
  const [{ html } = { html: '' }] = files
  expect(html).toContain('Did the supervisors help you well?;Very bad to bad;20;30;5;5;25;25;')
  expect(html).toContain('fewer than 3 of 20')
  expect(html).not.toMatch(/Interpreter/)
})

test('where people come from: by country for who knows them, the few together for who does not, and in their own words for nobody', async () => {
  const staff = await visit('/reports/events/march', 'coordinator')
  expect(staff.words).toMatch(/Origin: 20 people Syria 17 of 20 \(85%\) Eritrea 1 of 20/)
  expect(staff.words).toContain('Not known or too few to show: 20 of 40 (50%).')
  const page = await visit('/reports/events/march', 'organiser')
  expect(page.words).not.toMatch(/Eritrea 1 of/)
  const { html: file } = await visit('/reports/events/march/figures.csv', 'organiser')
  for (const said of [staff.html, page.html, file]) expect(said).not.toMatch(/Aleppo|Tibetaan/)
})

test('a file has all that the page has: building blocks, forms with a name, groups of languages', async () => {
  const reply = (dialog: string, nth: number, answers: Record<string, unknown>) =>
    house.documents.collection('namedReplies').insert(
      aStoredReply({
        _id: `${dialog}-june-${nth}`,
        organisation: 'demo',
        contact: `june-${nth}`,
        campaign: 'june',
        dialog,
        answers,
        at: nth,
      }),
    )
  for (let nth = 0; nth < 12; nth++)
    await reply('partner-follow-up', nth, {
      started: nth < 5 ? 'yes' : nth < 9 ? 'soon' : 'no',
      potential: 'yes',
    })
  for (const [nth, score] of [3, 4, 4].entries()) await reply('team-evaluation', nth, { trust: score })
  const rows = (await visit('/reports/events/june/figures.csv', 'coordinator')).html.split('\r\n')
  const has = (pattern: RegExp) => rows.filter(row => pattern.test(row))
  expect(has(/^Building blocks;Trust;Average, of 5;3;;3,7;3,7;;;$/)).toHaveLength(1)
  // Ten of the twelve: the last two are in no heap of five yet.
  expect(has(/^How it went on at partners;.*;Yes;10;;5;5;50;50;$/)).toHaveLength(1)
  expect(has(/^How it went on at partners;.*;(9|12|4);/)).toHaveLength(0)
  expect(has(/^.*: Persian and Pashto;Sent;7;;7;7;100;100;$/).length).toBeGreaterThan(0)
  expect(has(/;Average, of 5;20;\d+;4,2;5;/).length).toBeGreaterThan(0)
  const page = await visit('/reports/events/june', 'organiser')
  expect(page.words).toContain('12 forms filled in')
  expect(rows.join()).not.toMatch(/clear role.*Fewer than 5/)
})

test('an organiser writes nothing about anybody’s work', async () => {
  const response = await fetch(`${house.publicUrl}/contacts/march-1/work`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', cookie: await house.signIn('organiser') },
    body: new URLSearchParams({ key: 'a'.repeat(22), work: 'none', workDay: '2026-06-12' }),
  })
  expect(response.status).toBe(403)
})

test('how many forms were filled in to the end is for who may see every count', async () => {
  for (let nth = 0; nth < 6; nth++)
    await house.documents.collection('namedReplies').insert(
      aStoredReply({
        _id: `follow-up-${nth}`,
        organisation: 'demo',
        contact: `march-${nth}`,
        campaign: 'march',
        dialog: 'partner-follow-up',
        answers: { started: 'yes' },
        complete: nth > 1,
      }),
    )
  const of = async (role: Role) => (await visit('/reports/events/march', role)).words
  expect(await of('coordinator')).toContain('6 forms filled in. To the end: 4 of 6.')
  expect(await of('organiser')).not.toContain('To the end')
})
