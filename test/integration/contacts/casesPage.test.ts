import { readList } from '../../../src/lists/readList'
import { type Ask, apiOf } from '../../support/apiOf'
import { keepWork } from '../../support/keepWork'
import { openCall } from '../../support/openCall'
import { type House, openHouse } from '../../support/openHouse'

const PATH = '/contacts/cases'
let house: House
let ask: Ask

beforeAll(async () => {
  house = await openHouse()
  ask = await apiOf(house)
  await house.next()
})
afterAll(() => house.close())

const rows = async (query = '') => {
  const { body } = await ask('GET', `/cases${query}`, undefined, 'read')
  return body.cases as {
    contact: string
    open: { is: string }[]
    heard: { by: string } | null
    status: object | null
  }[]
}
const of = async (name: string) => (await rows()).find(({ contact }) => contact === house.idOf(name))
const at = (name: string) => `/contacts/${house.idOf(name)}`

test('whoever has a supervisor is there from the first day; names stay with coordinators and admins', async () => {
  for (const role of ['coordinator', 'admin'] as const) {
    const { status, words } = await house.visit(PATH, undefined, { role })
    expect(status).toBe(200)
    expect(words).toContain('Amina')
    expect(words).not.toContain('Dawa')
  }
  const mine = await house.visit(`${PATH}?mine=yes`, undefined, { role: 'admin' })
  expect(mine.words).toContain('Nobody has you as supervisor yet.')
  for (const path of [PATH, `${PATH}/list.xlsx`]) {
    const { status, words } = await house.visit(path, undefined, { role: 'organiser' })
    expect(status).toBe(403)
    expect(words).not.toContain('Amina')
  }
})

test('what somebody writes, asks and takes back is there at once', async () => {
  expect(await of('Gloria')).toMatchObject({ open: [], heard: { by: 'paper' } })
  await house.writes('Gloria', 'mens')
  expect(await of('Gloria')).toMatchObject({ open: [{ is: 'handover' }], heard: { by: 'whatsapp' } })
  expect((await rows('?show=open')).map(({ contact }) => contact)).toEqual([house.idOf('Gloria')])
  const { words } = await house.visit(PATH)
  expect(words).toContain('Something is open for 1 person')
  expect(words).toContain('Asks for a person, since')
})

test('a yes to follow-up, a note of work and a call that is noted and undone each change the list; twice is once', async () => {
  const today = new Date(house.clock.now()).toISOString().slice(0, 10)
  const yes = { key: 'form-1234567890123456', purpose: 'C8', state: 'given', by: 'phone', day: today }
  for (let time = 0; time < 2; time++)
    await house.visit(`${at('Dawa')}/consents`, { ...yes, how: 'call', about: '' })
  expect(await of('Dawa')).toMatchObject({ mayFollow: true, status: null, heard: { by: 'phone' } })
  await house.visit(`${at('Dawa')}/work`, {
    key: 'form-1234567890123457',
    work: 'both',
    studying: 'no',
    workDay: today,
  })
  expect(await of('Dawa')).toMatchObject({ status: { work: 'both', studying: false, day: today } })
  const call = await openCall(house, 'call', { contact: house.idOf('Dawa') })
  expect(await of('Dawa')).toMatchObject({ open: [{ is: 'call' }] })
  await house.visit('/today', { task: call, result: 'done' })
  expect(await of('Dawa')).toMatchObject({ open: [], heard: { by: 'phone' } })
  await house.visit('/today', { undo: call })
  expect(await of('Dawa')).toMatchObject({ open: [{ is: 'call' }] })
  expect((await house.visit(`${PATH}?show=unknown`)).words).not.toContain('Dawa')
})

test('a call after months tells more than work in one tap: the list says it, and undo takes all of it back', async () => {
  const before = await of('Dawa')
  house.clock.turnTo(house.clock.now() + 60_000)
  const call = await openCall(house, 'months', { contact: house.idOf('Dawa'), reason: 'follow_up' })
  expect((await house.visit('/today')).words).toContain('Works at the level of their studies?')
  const tap = { task: call, result: 'none', studying: 'yes', internship: 'no', atLevel: '' }
  for (let time = 0; time < 2; time++)
    expect((await house.visit('/today', tap)).to).toBe('/today?noted=months')
  expect((await house.visit('/today', { ...tap, studying: 'no' })).to).toBe('/today?closed=months')
  expect(await of('Dawa')).toMatchObject({ status: { work: 'none', studying: true, internship: false } })
  expect((await house.visit(PATH)).words).toContain('Has no work · studies · does no internship')
  await house.visit('/today', { undo: call })
  expect((await of('Dawa'))?.status).toEqual(before?.status)
})

test('who wants no messages is marked, so that one calls', async () => {
  await house.writes('Ousmane', 'STOP')
  expect((await house.visit(PATH)).words).toMatch(/Ousmane French · guided by Els Wants no messages/)
})

test('what cannot be read is said beside its field, and what was typed stays', async () => {
  const { status, html, words } = await house.visit(`${PATH}?weeks=soon&day=2030-01-01`)
  expect(status).toBe(422)
  expect(words).toContain('Write a number of weeks from 1 to 104.')
  expect(words).toContain('This day is still to come.')
  expect(html).toContain('value="2030-01-01"')
  expect((await house.visit(`${PATH}?day=ooit`)).words).toContain('Write the day like this: 12/03/2026.')
})

test('a day that is past says so; the file has the same people with numbers and days', async () => {
  await keepWork(house.documents, 'demo', '2026-10-01', [[house.idOf('Gloria'), ['employee']]])
  await house.visit(`${at('Gloria')}/work`, {
    key: 'form-1234567890123458',
    work: 'none',
    workDay: '2026-11-03',
  })
  const { words } = await house.visit(`${PATH}?day=02/10/2026`)
  expect(words).toContain('Work as we knew it on 2 Oct 2026.')
  expect(words).toContain('Works as an employee 1 Oct 2026')
  const file = await house.visit(`${PATH}/list.xlsx?day=2026-10-02`)
  const list = await readList(file.bytes)
  const told = JSON.stringify(list)
  expect(told).toContain('Gloria')
  expect(told).toContain('2026-10-01')
  expect(told).toContain('Asks for a person')
})

test('two who are one person are one case; who is forgotten is none, at once; another organisation sees nobody', async () => {
  const before = (await rows()).length
  const merge = await ask('GET', `${at('Ousmane')}/merge/${house.idOf('Gloria')}`)
  const done = await ask('POST', `${at('Ousmane')}/merge/${house.idOf('Gloria')}`, {
    version: merge.body.version,
  })
  expect(done.status).toBe(200)
  expect(await rows()).toHaveLength(before - 1)
  const stays = done.body._id ?? done.body.id
  await house.visit(`/contacts/${stays}/forget`, {})
  expect(await rows()).toHaveLength(before - 2)
  const other = await (await apiOf(house, 'other'))('GET', '/cases')
  expect(JSON.stringify(other.body)).not.toContain(house.idOf('Amina'))
})
