import { CAMPAIGN, type House, openHouse, somebody } from '../../support/openHouse'

const GUESTS = Array.from({ length: 10 }, (_, index) => `Gast ${index}`)
const CHAT = `${CAMPAIGN}:E-01`
let house: House

/** Ten people and one who stays at home; their event began half an hour ago. */
beforeAll(async () => {
  house = await openHouse({ people: [...GUESTS, 'Thuis'].map(name => somebody(name)) })
  const { event } = await house.campaign()
  const today = { ...event, start: '2026-11-03T09:30', end: '2026-11-03T12:00' }
  await house.documents.collection('campaigns').update({ _id: CAMPAIGN }, { set: { event: today } })
  for (const name of [...GUESTS, 'Thuis'])
    await house.documents
      .collection('enrolments')
      .update({ _id: `${CAMPAIGN}:${house.idOf(name)}` }, { set: { attended: true } })
})
afterAll(() => house.close())

const boxes = () => house.documents.collection('letterbox').list({ evaluation: CHAT })

test('a poster has the code that opens the chat, its word, and the question in every language', async () => {
  const shown = await house.page(`/campaigns/${CAMPAIGN}/day/poster`)
  expect(shown).toContain('SMILEYS')
  expect(shown).toContain('Code to answer in the chat')
  for (const asks of ['How was this activity for you?', 'كيف كان هذا النشاط بالنسبة لك؟'])
    expect(shown).toContain(asks)
})

test('its word starts the two faces at once, each answers once, and nothing of it stands beside a name', async () => {
  for (const [index, name] of GUESTS.entries()) {
    await house.writes(name, index % 2 ? 'smileys' : 'SMILEYS')
    expect((await house.got(name)).at(-1)).toBe('whatsapp nl smiley-evaluation:overall.ask')
    await house.writes(name, index < 4 ? '2' : '5')
    await house.writes(name, '4')
    expect((await house.got(name)).at(-1)).toBe('whatsapp nl smiley-evaluation:done')
  }
  expect(await boxes()).toHaveLength(10)
  await house.writes(GUESTS[0]!, 'Smileys')
  expect((await house.got(GUESTS[0]!)).at(-1)).toBe('whatsapp nl smileys.answered')
  expect(await boxes()).toHaveLength(10)
  expect((await house.enrolment(GUESTS[0]!))?.evaluations).toEqual({ 'E-01': 'answered' })
})

test('the moment the event is over they are in the report, beside how many were there', async () => {
  const path = `/reports/events/${CAMPAIGN}`
  expect(await house.page(path)).not.toContain('6 of 10')
  await house.wind(Date.parse('2026-11-03T12:05:00+01:00'))
  expect(await boxes()).toEqual([])
  const report = await house.page(path)
  expect(report).toContain('Good to very good: 6 of 10.')
  expect(report).toContain('Answered: 10 of 11.')
})

test('who is on no list is asked nothing', async () => {
  await house.documents.collection('enrolments').remove({ contact: house.idOf('Thuis') })
  await house.writes('Thuis', 'smileys')
  expect((await house.got('Thuis')).at(-1)).toBe('whatsapp nl smileys.none')
})
