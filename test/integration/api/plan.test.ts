import Ajv from 'ajv/dist/2020'
import { DEMO_PEOPLE } from '../../../src/practice/people'
import { openapi } from '../../../src/web/api/openapi'
import { PLAN_ENDPOINTS } from '../../../src/web/api/planEndpoints'
import { type Ask, apiOf } from '../../support/apiOf'
import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'

let house: House
let ask: Ask
let stranger: Ask
const AT = `/campaigns/${CAMPAIGN}`

beforeAll(async () => {
  house = await openHouse({ people: DEMO_PEOPLE.slice(0, 6) })
  ask = await apiOf(house)
  stranger = await apiOf(house, 'other')
})
afterAll(() => house.close())

interface Line {
  step: string
  at: number
  skipped?: string
  may?: { first?: number; last?: number; meant?: number; hours: number[] }
  change: object
}
const steps = async (): Promise<Line[]> => (await ask('GET', `${AT}/steps`, undefined, 'read')).body.steps
const version = async (): Promise<number> => (await ask('GET', AT)).body.version
const refused = (status: number, code: string) => ({ status, body: { error: { code } } })

async function movable() {
  const line = (await steps()).find(
    ({ at, may }) => at > house.clock.now() && may?.first !== undefined && may.first !== may.last,
  )
  if (line?.may?.first === undefined || line.may.last === undefined) throw new Error('nothing can be moved')
  const { first, last, meant } = line.may
  return { ...line, days: meant === last ? first : last, last }
}

test('what would leave is told as the page tells it, and as the document says', async () => {
  const ajv = new Ajv({ strict: false })
  const { paths } = openapi(PLAN_ENDPOINTS, '1')
  for (const [template, path] of [
    ['/campaigns/{campaign}/steps', `${AT}/steps`],
    ['/campaigns/{campaign}/dry-run', `${AT}/dry-run`],
    ['/campaigns/{campaign}/dry-run/{contact}', `${AT}/dry-run/${house.idOf('Amina')}`],
  ] as const) {
    const { status, body } = await ask('GET', path, undefined, 'read')
    expect(status).toBe(200)
    const { get } = paths[template] as { get: { responses: Record<string, { content: object }> } }
    const content = get.responses['200']?.content as Record<string, { schema: object }>
    expect(ajv.validate(content['application/json']?.schema ?? false, body)).toBe(true)
  }
  const { people } = (await ask('GET', `${AT}/dry-run`)).body
  type Message = { text?: string; cents: number; skipped?: string }
  const told = people.flatMap((person: { steps: Message[] }) =>
    person.steps.flatMap(({ text = '', cents, skipped }) =>
      skipped || text === '' ? [] : [[text.replaceAll(/\s+/g, ' '), cents / 100]],
    ),
  )
  const csv = (await house.page(`${AT}/dry-run.csv`)).replaceAll(/\s+/g, ' ')
  expect(told.length).toBeGreaterThan(10)
  for (const [text, price] of told) {
    expect(csv).toContain(text.replaceAll('"', '""'))
    expect(csv).toContain(String(price).replace('.', ','))
  }
})

test('nothing is stored and nothing leaves by looking', async () => {
  const counts = async () => [
    await house.documents.collection('outbox').count({}),
    await house.documents.collection('tasks').count({}),
    await version(),
  ]
  const before = await counts()
  await ask('GET', `${AT}/dry-run`)
  expect(await counts()).toEqual(before)
})

test('a step is put on another day, left out and put back; each twice is once', async () => {
  const { step, at, days } = await movable()
  const twice = async (change: object) => {
    const body = { version: await version(), ...change }
    const first = await ask('PUT', `${AT}/steps/${step}`, body)
    expect(first.status).toBe(200)
    expect(await ask('PUT', `${AT}/steps/${step}`, body)).toEqual(first)
    return (await steps()).find(line => line.step === step)
  }
  const moved = await twice({ days })
  expect(moved).toMatchObject({ change: { days } })
  expect(moved?.at).not.toBe(at)
  expect(await twice({ off: true })).toMatchObject({ skipped: 'off', change: { off: true } })
  const { people } = (await ask('GET', `${AT}/dry-run`)).body
  const own = people.flatMap((person: { steps: Line[] }) => person.steps.filter(one => one.step === step))
  expect(own.length).toBeGreaterThan(0)
  expect(new Set(own.map(({ skipped }: Line) => skipped))).toEqual(new Set(['off']))
  expect(await twice({})).toMatchObject({ at, change: {} })
})

test('whoever was faster is not overwritten, and what to do is said', async () => {
  const { step, days } = await movable()
  const seen = await version()
  await ask('PUT', `${AT}/steps/${step}`, { version: seen, off: true })
  const late = await ask('PUT', `${AT}/steps/${step}`, { version: seen, days })
  expect(late).toMatchObject(refused(409, 'CAMPAIGN_CHANGED'))
  expect(late.body.error.message).toContain('read it again')
})

test('what does not fit is refused', async () => {
  const { step, last } = await movable()
  const put = async (to: string, change: object) =>
    ask('PUT', `${AT}/steps/${to}`, { version: await version(), ...change })
  const outside = await put(step, { days: last + 1 })
  expect(outside).toMatchObject(refused(422, 'ARGUMENT_INVALID'))
  expect(outside.body.error.facts.fields).toMatchObject([{ field: 'days', values: { last } }])
  expect(await put(step, { hour: 25 })).toMatchObject(refused(422, 'ARGUMENT_INVALID'))
  expect(await put('no_such_step', { off: true })).toMatchObject(refused(404, 'NOT_FOUND'))
  expect(await ask('GET', `${AT}/dry-run/nobody`)).toMatchObject(refused(404, 'CONTACT_NOT_FOUND'))
})

test('a draft without a day has nothing to tell yet', async () => {
  const form = { timeline: 'networking-event', name: 'Ooit' }
  const { body } = await ask('POST', '/campaigns', form, 'write', 'one day')
  const path = `/campaigns/${body.id}`
  expect((await ask('GET', `${path}/steps`)).body).toMatchObject({ steps: [], people: 0 })
  expect((await ask('GET', `${path}/dry-run`)).body).toEqual({ people: [], total: 0 })
  expect((await ask('GET', `${path}/dry-run/${house.idOf('Amina')}`)).status).toBe(404)
})

test.each([
  ['GET', '/steps', undefined],
  ['GET', '/dry-run', undefined],
  ['GET', '/dry-run/demo-1', undefined],
  ['PUT', '/steps/invitation', { version: 1, off: true }],
])('another organisation: %s %s is not there', async (method, path, body) => {
  expect(await stranger(method, AT + path, body)).toMatchObject(refused(404, 'CAMPAIGN_NOT_FOUND'))
})
