import { ROLES, type Role } from '../../../src/domain/staff'
import type { House } from '../../support/openHouse'
import { keepPastEvent, MARCH } from '../../support/pastEvent'
import { openReportHouse } from '../../support/reportHouse'

let house: House
beforeAll(async () => {
  house = await openReportHouse()
})
afterAll(() => house.close())

const visit = (path: string, role: Role) => house.visit(path, undefined, { role })

test('events together as a file: what the page of an organiser has, whoever takes it and whatever was chosen', async () => {
  const chosen = '?series=jobcafe&from=2026-03&to=2026-06'
  const files = await Promise.all(ROLES.map(role => visit(`/reports/figures.csv${chosen}`, role)))
  expect(new Set(files.map(({ html }) => html)).size).toBe(1)
  const rows = files[0]!.html.split('\r\n')
  expect(rows.filter(row => row.startsWith('Events;'))).toEqual([
    'Events;Job café, 11 Jun 2026;Invited;;;40;40;;;',
    'Events;Job café, 11 Jun 2026;Said yes;40;;36;36;90;90;',
    'Events;Job café, 11 Jun 2026;Came;40;;28;28;70;70;',
    'Events;Job café, 11 Jun 2026;Gave an opinion;30;;20;20;66,7;66,7;',
    'Events;Job café, 12 Mar 2026;Invited;;;40;40;;;',
    'Events;Job café, 12 Mar 2026;Said yes;40;;36;36;90;90;',
    'Events;Job café, 12 Mar 2026;Came;40;;28;28;70;70;',
    'Events;Job café, 12 Mar 2026;Gave an opinion;30;;20;20;66,7;66,7;',
  ])
  expect(rows).toContain('By kind of event;All together;Different people;;;56;56;;;')
  expect(rows.some(row => row.includes(';Did the supervisors help you well?;'))).toBe(true)
  const page = await visit(`/reports${chosen}`, 'organiser')
  expect(page.html).toContain(`/reports/figures.csv${chosen.replaceAll('&', '&amp;')}`)
  const ofPartners = (await visit('/reports/figures.csv?audience=partner', 'coordinator')).html
  expect(ofPartners).toContain('Events;Job café, 11 Jun 2026;Invited;')
  expect(ofPartners).not.toMatch(/Did the supervisors help you well/)
})

test('what people learn: trainings for staff, groups of people for an organiser, and as a file', async () => {
  const { words } = await visit('/reports', 'coordinator')
  expect(words).toContain('Training People 19 In more than one training 1 of 19 Trainings 20')
  expect(words).toMatch(
    /What they follow: 20 trainings General training 0 of 20 \(0\.0%\) General Dutch 10 of 20 \(50\.0%\)/,
  )
  expect(words).toMatch(/Workplace learning People 9 People known to VDAB 7 Registrations 9/)
  const theirs = (await visit('/reports', 'organiser')).words
  expect(theirs).toMatch(/What they follow, as known on \d+ \w+ 2026: 19 people Training for a job 10 of 19/)
  expect(theirs).toContain('Too few people for a figure yet: workplace learning.')
  expect(theirs).not.toContain('Registrations')
  const files = await Promise.all(ROLES.map(role => visit('/reports/trainings/figures.csv', role)))
  expect(new Set(files.map(({ html }) => html)).size).toBe(1)
  expect(files[0]!.html).toMatch(
    /Training and learning at work;"?What they follow, as known on [^;]+;Training for a job;19;;10;10;52,6;52,6;/,
  )
  expect((await visit('/reports?from=2026-03', 'organiser')).html).not.toContain('id="trainings"')
})

test('the steering group’s page says that no event is over yet', async () => {
  const { words } = await visit('/reports/summary?from=2027-01', 'organiser')
  expect(words).toContain('No event in this choice is over yet.')
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
  ['coordinator', '/contacts/march-1', /Has no work · does not study/, true],
  ['coordinator', '/contacts/march-1/data', /Has no work · does not study/, true],
  ['coordinator', '/reports', /Works at level/, true],
  ['organiser', '/reports', /Study, after 3 months, as known on 30 Jun 2026/, true],
  ['organiser', '/reports', /Internship, after|Works at level/, false],
  ['coordinator', '/reports/print', /Study, after 3 months, as known on 30 Jun 2026/, true],
  ['coordinator', '/reports/print', /Works at level/, false],
  ['organiser', '/reports/outcomes/figures.csv', /Study, after 3 months[^\n]*Does not study/, true],
  ['coordinator', '/reports/outcomes/figures.csv', /Works at level|Internship/, false],
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
