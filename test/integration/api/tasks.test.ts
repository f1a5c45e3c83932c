import Ajv from 'ajv/dist/2020'
import type { Task } from '../../../src/domain/conversation'
import { DEMO_PEOPLE } from '../../../src/practice/people'
import { CONCLUSION_ENDPOINTS } from '../../../src/web/api/conclusionEndpoints'
import { openapi } from '../../../src/web/api/openapi'
import { TASK_ENDPOINTS } from '../../../src/web/api/taskEndpoints'
import { type Ask, apiOf } from '../../support/apiOf'
import { openCall } from '../../support/openCall'
import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'

let house: House
let ask: Ask
let stranger: Ask

beforeAll(async () => {
  house = await openHouse({ people: DEMO_PEOPLE.slice(0, 3) })
  ask = await apiOf(house)
  stranger = await apiOf(house, 'other')
})
afterAll(() => house.close())

const refused = (status: number, code: string) => ({ status, body: { error: { code } } })

const call = (id: string, over: Partial<Task> = {}) => openCall(house, id, over)
const open = async () => {
  const { tasks } = (await ask('GET', '/tasks', undefined, 'read')).body
  return new Map(tasks.map((task: { id: string }) => [task.id, task]))
}
const note = (task: string, body: object) => ask('POST', `/tasks/${encodeURIComponent(task)}/result`, body)
const stored = (task: string) => house.documents.collection('tasks').get(task, { fresh: true })

/** As the OpenAPI document describes what the first endpoint at this path answers. */
function fits(
  endpoints: Parameters<typeof openapi>[0],
  path: string,
  method: string,
  body: unknown,
): boolean {
  const operation = openapi(endpoints, '1').paths[path]?.[method] as {
    responses: Record<string, { content: Record<string, { schema: object }> }>
  }
  const { '200': read, '201': made } = operation.responses
  const schema = (read ?? made)?.content['application/json']?.schema ?? false
  return new Ajv({ strict: false }).validate(schema, body)
}

describe('tasks', () => {
  test('that one could do now are listed with their reason and what may be noted', async () => {
    await call('now')
    await call('later', { dueAt: house.clock.now() + 60_000 })
    await call('done', { state: 'done' })
    const tasks = await open()
    expect(tasks.get('now')).toMatchObject({ kind: 'call', reason: 'silent', contact: house.idOf('Amina') })
    expect(tasks.get('now')).toMatchObject({ results: expect.arrayContaining(['comes', 'not_reached']) })
    expect([tasks.has('later'), tasks.has('done')]).toEqual([false, false])
    const { body } = await ask('GET', '/tasks')
    expect(fits(TASK_ENDPOINTS, '/tasks', 'get', body)).toBe(true)
    expect(JSON.stringify(body)).not.toMatch(/Amina|\+32470/)
  })

  test('"comes" is the RSVP, once; whoever says otherwise afterwards is told', async () => {
    const task = await call(`${CAMPAIGN}:call_silent:${house.idOf('Amina')}`)
    const said = { result: 'comes', note: 'Her sister brings her.' }
    const first = await note(task, said)
    expect(first).toMatchObject({ status: 200, body: { outcome: 'noted', task: { state: 'done' } } })
    expect(fits(TASK_ENDPOINTS, '/tasks/{task}/result', 'post', first.body)).toBe(true)
    expect(await note(task, said)).toEqual(first)
    expect(await house.enrolment('Amina')).toMatchObject({ rsvp: 'yes', rsvpBy: /^api:/ })
    expect(await note(task, { result: 'does_not_come' })).toMatchObject({ body: { outcome: 'closed' } })
    expect(await house.enrolment('Amina')).toMatchObject({ rsvp: 'yes' })
  })

  test('a try in vain sent twice is one try, and the task comes back later', async () => {
    const task = await call('vain', { contact: house.idOf('Dawa') })
    const first = await note(task, { result: 'not_reached' })
    expect(first.body).toMatchObject({ outcome: 'noted', task: { state: 'open', tries: 1 } })
    expect(await note(task, { result: 'not_reached' })).toEqual(first)
    expect((await open()).has(task)).toBe(false)
    house.clock.turnTo((await stored(task))?.notBefore ?? 0)
    expect((await open()).has(task)).toBe(true)
    expect((await note(task, { result: 'not_reached' })).body.task).toMatchObject({ tries: 2 })
  })

  test.each([
    ['a result of another kind of task', 'letter', { result: 'comes' }, 422],
    ['a result that is none', 'call', { result: 'perhaps' }, 422],
    ['a note of a book', 'call', { result: 'done', note: 'x'.repeat(501) }, 422],
  ] as const)('%s is refused', async (name, kind, body, status) => {
    const task = await call(name, { kind })
    expect(await note(task, body)).toMatchObject(refused(status, 'ARGUMENT_INVALID'))
    expect(await stored(task)).toMatchObject({ state: 'open' })
  })

  test('of another organisation are not there', async () => {
    const task = await call('ours')
    expect((await stranger('GET', '/tasks')).body).toEqual({ tasks: [] })
    expect((await stranger('POST', `/tasks/${task}/result`, { result: 'comes' })).status).toBe(404)
    expect(await stored(task)).toMatchObject({ state: 'open' })
  })
})

describe('conclusions', () => {
  const AT = `/reports/${CAMPAIGN}/conclusions`
  const DRAFT = { learned: 'The hall is hard to find', action: 'Signs at the tram', owner: 'Els' }

  test('are attached once, however often they are sent, and listed', async () => {
    const conclude = () => ask('POST', AT, DRAFT, 'write', 'signs')
    const [first, second] = await Promise.all([conclude(), conclude()])
    expect(first).toMatchObject({ status: 201, body: { ...DRAFT, before: '', state: 'open' } })
    expect(second).toEqual(first)
    expect(await conclude()).toEqual(first)
    const { body } = await ask('GET', AT, undefined, 'read')
    expect(body).toEqual({ conclusions: [first.body] })
    expect(fits(CONCLUSION_ENDPOINTS, '/reports/{campaign}/conclusions', 'get', body)).toBe(true)
    expect(await ask('POST', AT, { ...DRAFT, owner: 'Joris' }, 'write', 'signs')).toMatchObject(
      refused(422, 'KEY_REUSED'),
    )
  })

  test.each([
    ['nobody who sees to it', { ...DRAFT, owner: ' ' }, 'owner'],
    ['nothing to do', { ...DRAFT, action: '' }, 'action'],
    ['a day that is none', { ...DRAFT, before: '2026-02-30' }, 'before'],
  ])('%s is refused with its field', async (name, body, field) => {
    const answer = await ask('POST', AT, body, 'write', name)
    expect(answer).toMatchObject(refused(422, 'ARGUMENT_INVALID'))
    expect(answer.body.error.facts.fields).toMatchObject([{ field }])
  })

  test('of another organisation are not there', async () => {
    expect(await stranger('GET', AT)).toMatchObject(refused(404, 'CAMPAIGN_NOT_FOUND'))
    expect(await stranger('POST', AT, DRAFT, 'write', 'theirs')).toMatchObject(
      refused(404, 'CAMPAIGN_NOT_FOUND'),
    )
  })
})
