import type { Role } from '../../../src/domain/staff'
import { demoStaffId } from '../../../src/practice/people'
import { type House, openHouse } from '../../support/openHouse'
import { keepPastEvent, MARCH } from '../../support/pastEvent'

const THEIRS = '/reports/events/mentors'
const OTHERS = '/reports/events/march'
const CHOOSE = `/settings/staff/${demoStaffId('organiser')}/series`
const DRAFT = { learned: 'Te luid', action: 'Andere zaal', owner: 'Els', before: '2026-12-01' }

let house: House
beforeAll(async () => {
  house = await openHouse({ people: [] })
  await keepPastEvent(house.documents, house.content, MARCH)
  const mentors = { ...MARCH, campaign: 'mentors', series: 'mentors', name: 'Evening of mentors' }
  await keepPastEvent(house.documents, house.content, { ...mentors, start: '2026-04-16T14:00' })
  await keepPastEvent(house.documents, house.content, {
    ...MARCH,
    campaign: 'far',
    series: 'far',
    organisation: 'elsewhere',
  })
})
afterAll(() => house.close())

const visit = (path: string, role: Role, form?: Record<string, string>) => house.visit(path, form, { role })
const organiser = () => house.documents.collection('staff').get(demoStaffId('organiser'))
const chosen = async () => (await organiser())?.series
/** Chooses as the page stands now. */
const choose = async (form: Record<string, string>, role: Role = 'admin') =>
  visit(CHOOSE, role, { rev: String((await organiser())?.rev ?? 0), ...form })

test('at first an organiser reads of all events', async () => {
  expect((await visit('/settings/staff', 'admin')).words).toContain('Reads: all events')
  expect((await visit(OTHERS, 'organiser')).status).toBe(200)
})

describe('of one series alone', () => {
  beforeAll(async () => {
    const form = { reads: 'some', series: 'mentors' }
    expect(await Promise.all([choose(form), choose(form)])).toMatchObject([{ status: 303 }, { status: 303 }])
  })

  test('it is said with their name, and the log has it once', async () => {
    expect((await visit('/settings/staff', 'admin')).words).toContain('Reads: Evening of mentors')
    expect(await house.documents.collection('auditLog').count({ what: 'series_chosen' })).toBe(1)
  })

  test.each([
    '/reports',
    '/reports/print',
    '/reports/summary',
    '/reports/compare',
    '/reports/figures.csv',
    '/reports?from=2026-01&to=2026-12',
    '/reports?series=jobcafe',
  ])('%s speaks of theirs alone, and of nobody’s work', async path => {
    const { status, words } = await visit(path, 'organiser')
    expect(status).toBe(200)
    expect(words).not.toContain('Job café')
    expect(words).not.toMatch(/After 3 months/)
  })

  test('what people thought is added up over theirs alone', async () => {
    const answers = async (path: string, role: Role) =>
      [...(await visit(path, role)).words.matchAll(/\b(\d+) of (\d+)\b/g)].map(([found]) => found)
    expect(await answers('/reports', 'organiser')).toEqual(
      await answers('/reports?series=mentors', 'organiser'),
    )
    expect(await answers('/reports', 'organiser')).not.toEqual([])
  })

  test.each(['', '/print', '/figures.csv', '/figures.xlsx', '/questions'])(
    'an event of others is not there: …%s',
    async page => {
      expect((await visit(THEIRS + page, 'organiser')).status).toBe(200)
      expect((await visit(OTHERS + page, 'organiser')).status).toBe(404)
      expect((await visit(OTHERS + page, 'coordinator')).status).toBe(200)
    },
  )

  test('what others conclude is neither read nor written', async () => {
    const written = { key: 'form-0123456789', ...DRAFT }
    expect((await visit(`${OTHERS}/conclusions`, 'organiser', written)).status).toBe(404)
    expect((await visit(`${OTHERS}/conclusions`, 'coordinator', written)).status).toBe(303)
    const one = `${OTHERS}/conclusions/${encodeURIComponent('march:form-0123456789')}`
    const deeds: [string, Record<string, string>?][] = [
      [one],
      [one, { rev: '0', ...DRAFT, learned: 'Anders' }],
      [`${one}/state`, { state: 'dropped' }],
    ]
    for (const [path, form] of deeds) {
      expect((await visit(path, 'organiser', form)).status).toBe(404)
      // Nor by the address of an event of theirs.
      expect((await visit(path.replace(OTHERS, THEIRS), 'organiser', form)).status).toBe(404)
    }
    const kept = await house.documents.collection('conclusions').list({})
    expect(kept).toMatchObject([{ learned: 'Te luid', state: 'open', rev: 0 }])
  })

  test('nor does a comparison reach it', async () => {
    expect((await visit('/reports/compare?events=march,mentors', 'organiser')).status).toBe(404)
  })
})

test('only an admin chooses, and only among series of their own organisation', async () => {
  const before = await chosen()
  expect((await choose({ reads: 'all' }, 'coordinator')).status).toBe(403)
  expect((await choose({ reads: 'all' }, 'organiser')).status).toBe(403)
  expect((await choose({ reads: 'some', series: 'far' })).status).toBe(404)
  expect((await choose({ series: 'mentors' })).status).toBe(422)
  expect(await chosen()).toEqual(before)
})

test('of two admins who chose otherwise from the same page, one is told, and the log has one choice', async () => {
  const choices = () => house.documents.collection('auditLog').count({ what: 'series_chosen' })
  const earlier = await choices()
  const rev = String((await organiser())?.rev)
  const both = await Promise.all([choose({ rev, reads: 'all' }), choose({ rev, reads: 'some' })])
  const statuses = both.map(({ status }) => status)
  expect(statuses.sort()).toEqual([303, 409])
  expect(both.some(({ words }) => words.includes('Somebody else has just changed this'))).toBe(true)
  expect(await choices()).toBe(earlier + 1)
})

test('who may read of no event is told that none is there; of all again, all are', async () => {
  await choose({ reads: 'some' })
  expect((await visit('/reports', 'organiser')).words).toContain('There is none yet')
  await choose({ reads: 'all' })
  expect(await chosen()).toBeUndefined()
  expect((await visit(OTHERS, 'organiser')).status).toBe(200)
})

test('a coordinator reads of all events, whatever was chosen when they were an organiser', async () => {
  await choose({ reads: 'some', series: 'mentors' })
  const path = CHOOSE.replace('series', 'role')
  const become = async (role: Role) => visit(path, 'admin', { rev: String((await organiser())?.rev), role })
  await become('coordinator')
  expect((await choose({ reads: 'all' })).status).toBe(409)
  await become('organiser')
  await choose({ reads: 'all' })
})
