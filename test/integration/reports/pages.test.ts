import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROLES, type Role } from '../../../src/domain/staff'
import { keepWork } from '../../support/keepWork'
import { type House, openHouse } from '../../support/openHouse'
import { keepPastEvent, MARCH } from '../../support/pastEvent'

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
  '/reports/outcomes/figures.csv',
  '/reports/outcomes/figures.xlsx',
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
  house = await openHouse({ people: [] })
  await keepPastEvent(house.documents, house.content, MARCH)
  await keepPastEvent(house.documents, house.content, {
    ...MARCH,
    campaign: 'june',
    start: '2026-06-11T14:00',
    faces: [0, 1, 1, 8, 10],
  })
  await keepWork(
    house.documents,
    'demo',
    '2026-06-12',
    Array.from({ length: 40 }, (_, index) => [
      `march-${index}`,
      index % 3 > 0 ? [] : index < 6 ? ['self_employed'] : ['employee'],
    ]),
  )
  await house.documents
    .collection('contacts')
    .update({ _id: 'march-0' }, { set: { fit: 'deviation_accepted', fitWhy: 'Geheim 0 komt uit Roemenië' } })
  await house.documents.collection('conclusions').insert({
    _id: 'march:louder',
    organisation: 'demo',
    campaign: 'march',
    series: 'jobcafe',
    learned: '',
    action: 'A louder bell',
    owner: 'Els',
    before: '',
    state: 'open',
    rev: 0,
    by: 'x',
    at: 0,
  })
  await keepPastEvent(house.documents, house.content, {
    ...MARCH,
    campaign: 'theirs',
    organisation: 'elsewhere',
    name: 'Elsewhere',
  })
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
  await house.documents.collection('namedReplies').insert({
    _id: 'reflection',
    organisation: 'demo',
    contact: 'march-0',
    campaign: 'march',
    dialog: 'reflection',
    version: 1,
    answers: { went_well: 'Onder vier ogen' },
    skipped: [],
    complete: true,
    at: 1,
    turn: 1,
  })
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

test('the steering group’s page says that no event is over yet', async () => {
  const { words } = await visit('/reports/summary?from=2027-01', 'organiser')
  expect(words).toContain('No event in this choice is over yet.')
})

test('a file has all that the page has: building blocks, forms with a name, groups of languages', async () => {
  const reply = (dialog: string, nth: number, answers: Record<string, unknown>) =>
    house.documents.collection('namedReplies').insert({
      _id: `${dialog}-june-${nth}`,
      organisation: 'demo',
      contact: `june-${nth}`,
      campaign: 'june',
      dialog,
      version: 1,
      answers,
      skipped: [],
      complete: true,
      at: nth,
      turn: 1,
    })
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

test('over events: a series, some months, and how many one means to reach', async () => {
  const { html } = await visit('/reports?series=jobcafe&from=2026-01&to=2026-12&target=50', 'organiser')
  expect(html).toContain(
    '56 different people came, 56 times in all. That is 112% of the 50 you want to reach.',
  )
  // Whoever did not say yes may come all the same: never more of something than there is.
  expect(html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toMatch(/Came 56 of 80/)
  const range = await visit('/reports?target=60-80', 'organiser')
  expect(range.html).toContain('That is 70% – 93% of the 60 – 80 you want to reach.')
  expect((await visit('/reports?from=nonsense&audience=x&series=none', 'organiser')).html).toContain(
    'No event in this choice.',
  )
})

test('what leaves on paper over events is what an organiser may see, whoever prints it', async () => {
  for (const path of ['/reports/print', '/reports/summary']) {
    const [theirs, ours] = await Promise.all([visit(path, 'organiser'), visit(path, 'coordinator')])
    expect(ours.html).toBe(theirs.html)
    expect(ours.html).not.toMatch(/<form|1 of \d+|href="\/campaigns/)
  }
  const chosen = await visit('/reports/print?series=jobcafe&from=2026-04&target=50', 'coordinator')
  expect(chosen.words).toContain('from Apr 2026')
  expect(chosen.words).toContain('That is 56% of the 50 you want to reach.')
  expect(chosen.words).toContain('Who found work is shown for all events together.')
})

test('the summary has reach, profile, funnel, events, opinions, work and what was agreed', async () => {
  await house.documents.collection('conclusions').insert({
    _id: 'march:quiet',
    organisation: 'demo',
    campaign: 'march',
    series: 'jobcafe',
    learned: '',
    action: 'A quieter room',
    owner: 'Karim',
    before: '',
    state: 'open',
    rev: 0,
    by: 'x',
    at: 1,
  })
  const { words } = await visit('/reports/summary?to=2026-12&from=2026-01&target=60-80', 'organiser')
  for (const said of [
    '56 different people came, 56 times in all. That is 70% – 93% of the 60 – 80 you want to reach.',
    'Sex: 80 people Woman 52 of 80 (65%) Man and other together 28 of 80 (35%) Not known or too few to show: 0 of 80 (0%).',
    'Came 56 of 80 (70%)',
    '12 Mar 2026 28 of 40 (70%)',
    '40 of 60 (67%)',
    'After 3 months, as known on 30 Jun 2026:',
    'A quieter room · Karim',
  ])
    expect(words).toContain(said)
  const march = await visit('/reports/summary?to=2026-03&from=2026-03', 'organiser')
  expect(march.words).toContain('Average between 3.2 and 3.5 of 5.')
  expect((await visit('/reports/summary?from=2027-01', 'organiser')).words).not.toContain('A quieter room')
})

test('two events side by side say what changed, in words', async () => {
  const { html } = await visit('/reports/compare?events=june,march', 'organiser')
  expect(html).toContain('Higher than on 12 Mar 2026.')
  // Behind each picture the same as a table, with how many of whom answered.
  expect(html.split('chart-svg wide').length).toBe(html.split('Answered this question: 20 of 20').length)
  expect((await visit('/reports/compare', 'organiser')).html).toContain('Choose two events of the same kind.')
})

test('what was agreed about whom one reaches is said where it is more', async () => {
  const limits = (outside: number, oneSex: number) =>
    house.documents
      .collection('organisations')
      .update({ _id: 'demo' }, { set: { limits: { outside, oneSex } } })
  await limits(1, 60)
  expect((await visit('/reports', 'coordinator')).html).toContain('That is more than the agreed 1%.')
  expect((await visit('/reports', 'organiser')).html).not.toContain('agreed')
  expect((await visit('/reports/events/march', 'organiser')).html).toContain('More than 60% are of one sex.')
  await limits(20, 70)
  expect((await visit('/reports?limit=1', 'coordinator')).html).not.toContain('more than the agreed')
  expect((await visit('/reports/events/march', 'organiser')).html).not.toContain('of one sex')
})

test('of a kind and of some months the newest stand side by side, and a choice that is no choice none', async () => {
  const { html, words } = await visit('/reports/compare?series=jobcafe&from=2026-03&to=2026-06', 'organiser')
  expect(words).toContain('from Mar 2026 up to Jun 2026')
  expect(html).toContain('Higher than on 12 Mar 2026.')
  const one = await visit('/reports/compare?series=jobcafe&from=2026-04&to=2026-06', 'organiser')
  expect(one.html).toContain('Choose two events of the same kind.')
  // Each part of a bar is said by its number, in the legend and above it.
  expect(html).toContain('<b>5</b> Very good')
  expect(html).toMatch(/class="lab sign"[^>]*>4</)
  const bare = await visit('/reports/compare?from=then&series=', 'organiser')
  expect(bare.html).toContain('Choose two events of the same kind.')
})

/** Who found work, by role, page and field. */
test.each<[Role, string, RegExp, boolean]>([
  ['coordinator', '/reports', /1 of 56 \(2%\) participants are outside the target group/, true],
  ['admin', '/reports', /The agreed limit is 20%/, true],
  ['coordinator', '/reports?series=jobcafe&day=2026-06-12', /On 12 Jun 2026/, true],
  ['coordinator', '/reports?audience=partner', /Who found work/, false],
  ['organiser', '/reports?day=2026-06-12', /12 Jun 2026/, false],
  ['organiser', '/reports', /outside the target group\.|agreed|1 of \d+/, false],
  ['organiser', '/reports', /After 3 months, as known on 30 Jun 2026/, true],
  ['organiser', '/reports?series=jobcafe', /After 3 months/, false],
  ['organiser', '/reports?series=jobcafe', /Who found work is shown for all events together/, true],
  ['organiser', '/contacts/march-1', /Has no work/, false],
  ['coordinator', '/contacts/march-1', /Has no work/, true],
  ['organiser', '/contacts/march-0', /Roemenië/, false],
])('%s at %s reads %s: %s', async (role, path, words, isThere) => {
  expect(words.test((await visit(path, role)).html)).toBe(isThere)
})

test('moments of which too few is known are named in one sentence', async () => {
  const { words } = await visit('/reports', 'organiser')
  expect(
    words.match(
      /Too few people for a figure yet: [^.]*after 6 months, after 9 months and after 12 months\./g,
    ),
  ).toHaveLength(1)
})

test('an organiser writes nothing about anybody’s work', async () => {
  const response = await fetch(`${house.publicUrl}/contacts/march-1/work`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', cookie: await house.signIn('organiser') },
    body: new URLSearchParams({ key: 'a'.repeat(22), work: 'none', workDay: '2026-06-12' }),
  })
  expect(response.status).toBe(403)
})

test('for whom: only by groups that were fixed when the events were planned; else it says why not', async () => {
  for (const [campaign, start] of [
    ['spring', '2025-03-12T14:00'],
    ['autumn', '2025-10-08T14:00'],
  ] as const)
    await keepPastEvent(house.documents, house.content, {
      ...MARCH,
      campaign,
      series: 'grouped',
      start,
      groups: campaign === 'spring' ? ['nl', 'ar+other'] : ['nl', 'fr+other'],
    })
  const path = '/reports/compare?events=spring,autumn'
  const whole = await visit(path, 'organiser')
  expect(whole.html).toContain('Answered this question: 40 of 40')
  expect(whole.words).toContain('Arabic and others')
  const dutch = await visit(`${path}&group=nl`, 'organiser')
  expect(dutch.html).toContain('Only the answers of: Dutch.')
  expect(dutch.html).toContain('Answered this question: 20 of 20')
  expect(dutch.html).not.toMatch(/of 40|<h2[^>]*>Came or not/)
  // A group of one of them alone has nothing beside it.
  expect((await visit(`${path}&group=ar%2Bother`, 'organiser')).html).toContain('no question in common')
  for (const group of ['ar', 'man', 'march-0'])
    expect((await visit(`${path}&group=${group}`, 'organiser')).html).not.toContain('Only the answers')
  const never = await visit('/reports/compare?events=march,june&group=nl', 'organiser')
  expect(never.html).toContain('Groups are fixed when an event is planned')
  expect(never.html).toContain('Answered this question: 20 of 20')
})

test('how many forms were filled in to the end is for who may see every count', async () => {
  for (let nth = 0; nth < 6; nth++)
    await house.documents.collection('namedReplies').insert({
      _id: `follow-up-${nth}`,
      organisation: 'demo',
      contact: `march-${nth}`,
      campaign: 'march',
      dialog: 'partner-follow-up',
      version: 1,
      answers: { started: 'yes' },
      skipped: [],
      complete: nth > 1,
      at: 1,
      turn: 1,
    })
  const of = async (role: Role) => (await visit('/reports/events/march', role)).words
  expect(await of('coordinator')).toContain('6 forms filled in. To the end: 4 of 6.')
  expect(await of('organiser')).not.toContain('To the end')
})

test('words of few people at each event are read and shown with their series', async () => {
  const evaluation = 'pool:demo:jobcafe:E-02:chat:1:2026-07-01'
  const june = (await house.documents.collection('evaluations').get('june:E-02'))!
  await house.documents
    .collection('evaluations')
    .insert({ ...june, _id: evaluation, campaign: 'pool:jobcafe', pooled: ['march', 'june'], rev: 0 })
  for (const [nth, text] of ['Een warme zaal', 'Te kort', 'Goed eten', 'Veel werk', 'Dank u'].entries())
    await house.documents.collection('texts').insert({
      _id: `pooled-${nth}`,
      organisation: 'demo',
      campaign: 'pool:jobcafe',
      series: 'jobcafe',
      evaluation,
      dialog: 'participant-survey',
      dialogVersion: 1,
      block: 'pooled',
      question: 'remark',
      text,
      language: 'nl',
      tags: [],
      state: 'waiting',
      rev: 0,
    })
  const series = '/reports?series=jobcafe'
  const review = '/reports/series/jobcafe/texts'
  expect((await visit('/reports/events/june', 'organiser')).html).toContain(`${series}#own-words`)
  expect((await visit(series, 'organiser')).html).not.toMatch(/Een warme zaal|series.jobcafe.texts/)
  expect((await visit(review, 'organiser')).status).toBe(403)
  expect((await visit(series, 'coordinator')).html).toContain(`href="${review}"`)
  expect((await visit(review, 'coordinator')).words).toContain('Een warme zaal')
  expect(await house.post(review, { text: 'pooled-0', rev: '0', decision: 'show' })).toBe(303)
  for (const path of [series, '/reports/print?series=jobcafe']) {
    const { words } = await visit(path, 'organiser')
    expect(words).toContain('Words of few people at each event')
    expect(words).toMatch(/Een warme zaal/)
    expect(words).not.toContain('Goed eten')
  }
  expect((await visit('/reports', 'organiser')).words).not.toContain('Een warme zaal')
  expect((await visit('/reports?series=theirs', 'coordinator')).words).not.toContain('Words of few people')
})
