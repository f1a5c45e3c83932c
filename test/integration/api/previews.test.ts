import { DEMO_PEOPLE } from '../../../src/practice/people'
import { type Ask, apiOf } from '../../support/apiOf'
import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'
import { TYPED_EVENT } from '../../support/typedEvent'

let house: House
let ask: Ask
const AT = `/campaigns/${CAMPAIGN}`
const HOURS = { start: '2026-12-17T14:00', end: '2026-12-17T17:00' }

beforeAll(async () => {
  house = await openHouse({ people: DEMO_PEOPLE.slice(0, 3) })
  ask = await apiOf(house)
  await house.wind(Date.parse('2026-11-24T12:00:00+01:00'))
})
afterAll(() => house.close())

const look = async (path: string) => (await ask('GET', `${AT}/${path}`, undefined, 'read')).body
const version = async (): Promise<number> => (await ask('GET', AT)).body.version
const refused = (status: number, code: string) => ({ status, body: { error: { code } } })
const words = async (path: string) => (await house.visit(`${AT}/${path}`)).words

test('what will change is told with the numbers on the button of the page, and nothing changes', async () => {
  const seen = await version()
  const [pause, move, cancel] = [
    await look('pause'),
    await look(`move?start=${HOURS.start}&end=${HOURS.end}`),
    await look('cancel'),
  ]
  expect(pause.waiting).toBeGreaterThan(0)
  expect(await words('pause')).toContain(`Pause: ${pause.waiting} messages wait`)
  expect(move.told).toBeGreaterThan(0)
  expect(await words('move?date=2026-12-17&from=14:00&to=17:00')).toContain(`tell ${move.told} people`)
  expect(move.moved.length).toBeGreaterThan(0)
  expect(await words('cancel')).toContain(`tell ${cancel.told} people`)
  for (const preview of [pause, move, cancel]) expect(preview).toMatchObject({ version: seen, changes: true })
  expect(await version()).toBe(seen)
  expect(await look(`move?start=2026-01-17T14:00&end=2026-01-17T17:00`)).toMatchObject({
    error: { code: 'EVENT_IN_PAST' },
  })
  expect(await look('move?start=tomorrow')).toMatchObject({ error: { code: 'ARGUMENT_INVALID' } })
})

test.each(['start', 'resume'])('%s of what runs is no change, and how it stands is said', async what => {
  const { body } = await ask('GET', `${AT}/${what}`)
  expect(body.error).toMatchObject({
    code: 'CAMPAIGN_CHANGED',
    facts: { version: await version(), state: 'running' },
  })
})

test('a dry run comes page by page, each person once', async () => {
  const all = await look('dry-run')
  expect(all.total).toBe(3)
  const first = await look('dry-run?limit=2')
  const rest = await look(`dry-run?limit=2&from=${first.next}`)
  expect([...first.people, ...rest.people]).toEqual(all.people)
  expect([first.next, rest.next]).toEqual([2, undefined])
})

test('another place: first how many would hear it, then once; in a second window it is refused with what stands', async () => {
  const form = { timeline: 'networking-event', ...TYPED_EVENT, place: 'Bib De Krook' }
  const seen = await version()
  const preview = (await ask('POST', `${AT}/preview`, form, 'read')).body
  expect(preview).toMatchObject({ version: seen, changes: true, told: 3 })
  const change = (over: object) => ask('PUT', AT, { ...form, version: seen, ...over })
  const changed = await change({})
  expect(changed).toMatchObject({ status: 200, body: { place: 'Bib De Krook', version: seen + 1 } })
  expect(await change({})).toEqual(changed)
  const late = await change({ place: 'Elsewhere' })
  expect(late).toMatchObject(refused(409, 'CAMPAIGN_CHANGED'))
  expect(late.body.error.facts).toMatchObject({ version: seen + 1, state: 'running' })
  expect(await change({ name: '' })).toMatchObject(refused(422, 'ARGUMENT_INVALID'))
  expect(await ask('DELETE', AT)).toMatchObject(refused(409, 'CAMPAIGN_CHANGED'))
})

test('who would come in late: what they would get, and they are not in it', async () => {
  const contact = await house.newcomer({
    name: 'Late',
    language: 'nl',
    channels: ['sms'],
    audience: 'participant',
    standing: 'agreed',
  })
  const { body } = await ask('POST', `${AT}/dry-run`, { contacts: [contact] }, 'read')
  expect(body.people).toMatchObject([{ contact, language: 'nl' }])
  expect(body.people[0].steps.some(({ skipped }: { skipped?: string }) => skipped === undefined)).toBe(true)
  expect((await look('dry-run')).total).toBe(3)
})

test('a draft is thrown away and taken back, each twice', async () => {
  const form = { timeline: 'networking-event', name: 'Ooit' }
  const draft = (await ask('POST', '/campaigns', form, 'write', 'ooit')).body
  const path = `/campaigns/${draft.id}`
  for (let twice = 0; twice < 2; twice++) expect(await ask('DELETE', path)).toEqual({ status: 200, body: {} })
  expect((await ask('GET', path)).status).toBe(404)
  for (let twice = 0; twice < 2; twice++)
    expect(await ask('POST', `${path}/take-back`)).toEqual({ status: 200, body: draft })
})

test('a conclusion is written anew by who saw it last, done, and dropped', async () => {
  const path = `/reports/${CAMPAIGN}/conclusions`
  const draft = { learned: '', action: 'Signs at the tram', owner: 'Els', before: '' }
  const made = (await ask('POST', path, draft, 'write', 'signs')).body
  const one = `${path}/${encodeURIComponent(made.id)}`
  const write = (body: object) => ask('PUT', one, { ...draft, version: made.version, ...body })
  const changed = await write({ owner: 'Joris' })
  expect(changed).toMatchObject({ status: 200, body: { owner: 'Joris', version: made.version + 1 } })
  expect(await write({ owner: 'Joris' })).toEqual(changed)
  const late = await write({ owner: 'An' })
  expect(late).toMatchObject(refused(409, 'CONCLUSION_CHANGED'))
  expect(late.body.error.facts).toEqual({ version: made.version + 1, state: 'open' })
  expect((await write({ owner: ' ' })).body.error.facts.fields).toMatchObject([{ field: 'owner' }])
  const close = (state: string) => ask('PUT', `${one}/state`, { state })
  expect((await close('done')).body).toMatchObject({ state: 'done' })
  expect((await close('dropped')).body.state).toBe('dropped')
  expect(await close('dropped')).toEqual(await close('dropped'))
  expect((await ask('GET', path)).body).toEqual({ conclusions: [] })
  expect(await ask('PUT', one.replace(CAMPAIGN, 'another'), { ...draft, version: 0 })).toMatchObject(
    refused(404, 'NOT_FOUND'),
  )
})
