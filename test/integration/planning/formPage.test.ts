import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const typedIn = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ??
  new RegExp(`value="([^"]*)"[^>]*name="${name}"`).exec(html)?.[1]
const keyOf = async () => typedIn((await house.visit('/campaigns/new')).html, 'key') ?? ''
const FORM = { timeline: 'networking-event', name: 'Jobcafé Brugge', from: '14:00', to: '17:00', version: '' }

test('a draft with only a name: sent twice it is one, it is listed with what it misses, and its page is its form', async () => {
  const key = await keyOf()
  for (let twice = 0; twice < 2; twice++)
    expect((await house.visit('/campaigns/new', { ...FORM, key })).to).toBe(
      `/campaigns/${key}/edit?done=saved`,
    )
  expect(await house.documents.collection('campaigns').count({ state: 'draft' })).toBe(1)
  const list = await house.visit('/campaigns')
  expect(list.words).toMatch(/Jobcafé Brugge .*Draft .*Missing: date, place, address, goal, \d+ more/)
  expect((await house.visit(`/campaigns/${key}`)).to).toBe(`/campaigns/${key}/edit`)
  expect((await house.visit(`/campaigns/${key}/edit`)).words).toMatch(
    /The plan so far .*Invitation still misses:/,
  )
})

test('with a day it says weekday, distance and what leaves when', async () => {
  const key = await keyOf()
  await house.visit('/campaigns/new', {
    ...FORM,
    key,
    date: '2026-12-10',
    benefit: 'dutch',
    childcare: 'there',
    breakdown: 'language',
  })
  const { html, words } = await house.visit(`/campaigns/${key}/edit`)
  expect(words).toContain('It is a Thursday, in 37 days.')
  expect(html).toMatch(/name="breakdown" value="language" checked/)
  expect(words).toMatch(/Tue 10 Nov Save the date .*Thu 26 Nov .*Invitation .*Tue 8 Dec Reminder/)
  expect(words).toContain('Save the date still misses: contact person , phone , goal')
})

test('what is wrong stands at its field and above, what was typed stays, and the title says so', async () => {
  const key = await keyOf()
  const typed = { ...FORM, key, name: '', date: '2026-11-02', place: 'Bib "De Krook"', 'ar.goal': 'لقاء' }
  const { status, html, words } = await house.visit('/campaigns/new', typed)
  expect(status).toBe(422)
  expect(html).toContain('<title>Error: New campaign')
  expect(words).toContain('2 things to fix')
  expect(html.match(/This day has passed/g)).toHaveLength(2)
  expect(typedIn(html, 'place')).toBe('Bib &quot;De Krook&quot;')
  expect(typedIn(html, 'ar.goal')).toBe('لقاء')
  expect(typedIn(html, 'key')).toBe(key)
})

test('who was faster is named, both texts are there, and the next saving is meant', async () => {
  const key = await keyOf()
  await house.visit('/campaigns/new', { ...FORM, key })
  const campaigns = house.documents.collection('campaigns')
  await campaigns.update(
    { _id: key },
    {
      set: {
        savedBy: 'demo-admin',
        'event.place': 'Stadhuis',
        'picks.bring': { of: ['pen'], own: 'a smile' },
        'event.inLanguage': { ar: { goal: 'لقاء' } },
      },
      inc: { version: 1 },
    },
  )
  const late = await house.visit(`/campaigns/${key}/edit`, { ...FORM, version: '1', place: 'Bib' })
  expect(late.status).toBe(409)
  expect(late.words).toContain('saved this draft while you were typing')
  expect(late.words).toContain('Saved now: Stadhuis')
  expect(late.words).toMatch(/Saved now: .+, a smile/)
  expect(late.words).toMatch(/Saved now: .?لقاء/)
  expect(typedIn(late.html, 'place')).toBe('Bib')
  const again = await house.visit(`/campaigns/${key}/edit`, {
    ...FORM,
    version: typedIn(late.html, 'version') ?? '',
    place: 'Bib',
  })
  expect(again.status).toBe(303)
  expect((await campaigns.get(key))?.event.place).toBe('Bib')
})

test('an earlier event gives its facts, not its day', async () => {
  const { html } = await house.visit(`/campaigns/new?after=${CAMPAIGN}`)
  expect(typedIn(html, 'place')).toBe('De Grote Post')
  expect(typedIn(html, 'date') ?? '').toBe('')
  const key = typedIn(html, 'key') ?? ''
  await house.visit('/campaigns/new', { ...FORM, key, after: CAMPAIGN })
  expect((await house.documents.collection('campaigns').get(key))?.series).toBe(CAMPAIGN)
})

test('a draft is thrown away and taken back', async () => {
  const key = await keyOf()
  await house.visit('/campaigns/new', { ...FORM, key, name: 'Weg ermee' })
  expect((await house.visit(`/campaigns/${key}/remove`, {})).to).toBe(`/campaigns?removed=${key}`)
  const list = await house.visit(`/campaigns?removed=${key}`)
  expect(list.words).toContain('The draft is thrown away.')
  expect(list.words).not.toContain('Weg ermee')
  expect((await house.visit(`/campaigns/${key}/edit`)).status).toBe(404)
  await house.visit(`/campaigns/${key}/remove`, { back: 'yes' })
  expect((await house.visit('/campaigns')).words).toContain('Weg ermee')
})
