import { DEMO_PEOPLE } from '../../../src/practice/people'
import { ENDPOINTS } from '../../../src/web/api/endpoints'
import { type Ask, apiOf } from '../../support/apiOf'
import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'
import { keepPastEvent } from '../../support/pastEvent'
import { TYPED_EVENT } from '../../support/typedEvent'

let house: House
let ask: Ask

beforeAll(async () => {
  house = await openHouse({ people: DEMO_PEOPLE.slice(0, 3) })
  ask = await apiOf(house)
})
afterAll(() => house.close())

const FORM = {
  timeline: 'networking-event',
  ...TYPED_EVENT,
  welcome: 'Els',
  contactName: 'Els',
  contactPhone: '0470 12 34 56',
  picks: {
    benefit: { of: ['dutch'] },
    bring: { of: ['cv'] },
    childcare: { of: ['there'] },
    parking: { of: ['none'] },
  },
}

test.each(ENDPOINTS.map(({ name, ...endpoint }) => [name, endpoint] as const))(
  '%s: a token that may read does not change, and one that may change does all',
  async (_, { method, path, looks }) => {
    const to = path.replace(/\{\w+\}/g, 'none')
    const status = async (scope: 'read' | 'write') =>
      (await ask(method.toUpperCase(), to, method === 'get' ? undefined : {}, scope)).status
    expect((await status('read')) === 403).toBe(method !== 'get' && !looks)
    expect(await status('write')).not.toBe(403)
  },
)

test('a campaign is planned as in the form, chosen for, started, moved, paused, resumed and cancelled; each twice', async () => {
  const plan = () => ask('POST', '/campaigns', FORM, 'write', 'ghent')
  const [draft, again] = await Promise.all([plan(), plan()])
  expect([draft.status, again.status]).toEqual([201, 201])
  const path = `/campaigns/${draft.body.id}`
  expect(again.body.id).toBe(draft.body.id)

  const contacts = [house.idOf('Amina'), house.idOf('Dawa')]
  const choose = async () => (await ask('PUT', `${path}/enrolments`, { contacts })).body
  const chosen = await choose()
  expect(chosen).toMatchObject({ added: 2 })
  expect(await choose()).toMatchObject({ added: 0 })
  for (let twice = 0; twice < 2; twice++)
    expect((await ask('DELETE', `${path}/enrolments?at=${chosen.at}`)).status).toBe(200)
  expect(await choose()).toMatchObject({ added: 2 })
  expect((await ask('DELETE', `${path}/enrolments/${contacts[1]}`)).status).toBe(200)
  expect((await ask('DELETE', `${path}/enrolments/${contacts[1]}`)).status).toBe(200)

  const version = async (): Promise<number> => (await ask('GET', path)).body.version
  const twice = async (deed: string, more: object = {}) => {
    const body = { version: await version(), ...more }
    const [first, second] = [
      await ask('POST', `${path}/${deed}`, body),
      await ask('POST', `${path}/${deed}`, body),
    ]
    expect(second).toEqual(first)
    return first
  }
  expect(await twice('start')).toMatchObject({ status: 200, body: { state: 'running' } })
  const moved = { start: '2026-12-17T14:00', end: '2026-12-17T17:00' }
  expect(await twice('move', moved)).toMatchObject({ status: 200, body: moved })
  expect((await ask('POST', `${path}/pause`, { version: 1 })).body.error.code).toBe('CAMPAIGN_CHANGED')
  expect(await twice('pause')).toMatchObject({ status: 200, body: { state: 'paused' } })
  expect(await twice('resume')).toMatchObject({ status: 200, body: { state: 'running' } })

  const { body } = await ask('GET', path, undefined, 'read')
  expect(body).toMatchObject({ people: 1, rsvp: { yes: 0, silent: 1 }, languages: { ar: 1 } })
  expect(body.steps.find(({ step }: { step: string }) => step === 'invitation')).toMatchObject({
    people: 1,
    stages: { planned: 1 },
  })
  expect(JSON.stringify(body)).not.toMatch(/Amina|\+32470/)
  expect(await twice('cancel')).toMatchObject({ status: 200, body: { state: 'cancelled' } })
})

test('a draft is changed as it was read, and whoever was faster is not overwritten', async () => {
  const { body: draft } = await ask('POST', '/campaigns', { ...FORM, date: '' }, 'write', 'draft')
  const path = `/campaigns/${draft.id}`
  expect((await ask('GET', path)).body.steps).toEqual([])
  const start = await ask('POST', `${path}/start`, { version: draft.version })
  expect(start).toMatchObject({ status: 422, body: { error: { code: 'EVENT_INCOMPLETE' } } })
  const longer = { ...FORM, name: 'Jobcafé Gent, in de Krook' }
  expect(await ask('PUT', path, { ...longer, version: draft.version })).toMatchObject({
    status: 200,
    body: { name: longer.name },
  })
  await house.documents
    .collection('campaigns')
    .update({ _id: draft.id }, { set: { savedBy: 'els' }, inc: { version: 1 } })
  const late = await ask('PUT', path, { ...FORM, version: draft.version + 1 })
  expect(late).toMatchObject({ status: 409, body: { error: { code: 'CAMPAIGN_CHANGED' } } })
})

test.each([
  ['no name', { ...FORM, name: '' }, 'name'],
  ['a name of two SMS', { ...FORM, name: 'x'.repeat(41) }, 'name'],
  ['a day that is over', { ...FORM, date: '2026-10-01' }, 'date'],
  ['an unknown kind', { ...FORM, timeline: 'party' }, 'timeline'],
  ['an unknown benefit', { ...FORM, picks: { benefit: { of: ['money'] } } }, 'picks.benefit.of.0'],
])('%s is refused with its field, as in the form', async (name, body, field) => {
  const { status, body: refused } = await ask('POST', '/campaigns', body, 'write', name)
  expect(status).toBe(422)
  expect(refused.error.facts.fields.map((one: { field: string }) => one.field)).toEqual([field])
})

test('a report says what the download says, and nobody is in it', async () => {
  const march = {
    organisation: 'demo',
    campaign: 'march',
    series: 'jobcafe',
    name: 'Job café',
    start: '2026-03-12T14:00',
  }
  await keepPastEvent(house.documents, house.content, { ...march, faces: [2, 3, 5, 6, 4] })
  const { status, body } = await ask('GET', '/reports/march', undefined, 'read')
  expect(status).toBe(200)
  expect(JSON.stringify(body)).not.toMatch(/Geheim|\+32|0470|march-\d/)
  type Answer = { atLeast: number; atMost: number }
  const told = body.evaluations.flatMap(
    ({ questions }: { questions: { answered: number; answers: Answer[]; mean?: Answer }[] }) =>
      questions.flatMap(({ answered, answers, mean }) =>
        [...answers, ...(mean ? [mean] : [])].map(({ atLeast, atMost }) => [answered, atLeast, atMost]),
      ),
  )
  const rows = (await house.page('/reports/events/march/figures.csv'))
    .split('\r\n')
    .map(row => row.split(';'))
  const printed = rows
    .filter(([part = '', , , n, invited]) => part !== '' && invited !== '' && Number(n) > 0)
    .map(([, , , ...numbers]) => numbers.map(number => Number(number.replace(',', '.'))))
    .map(([n, , from, to]) => [n, from, to])
  expect(told.length).toBeGreaterThan(5)
  expect(told).toEqual(printed)
  expect((await ask('GET', `/reports/${CAMPAIGN}`, undefined, 'read')).status).toBe(200)
})
