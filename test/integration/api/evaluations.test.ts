import { type Ask, apiOf } from '../../support/apiOf'
import { CAMPAIGN, type House, openHouse, somebody } from '../../support/openHouse'
import { keepPastEvent, MARCH } from '../../support/pastEvent'

let house: House
let ask: Ask

beforeAll(async () => {
  house = await openHouse({
    people: [somebody('Bea'), somebody('Cem'), somebody('Amal', { audience: 'partner' })],
  })
  ask = await apiOf(house)
})
afterAll(() => house.close())

const refused = (status: number, code: string) => ({ status, body: { error: { code } } })

test('what people are asked closes once the event is over, as the page says it would, and once', async () => {
  await keepPastEvent(house.documents, house.content, MARCH)
  const at = { _id: 'march:E-02' }
  await house.documents
    .collection('evaluations')
    .update(at, { set: { state: 'open', closesOn: '2027-01-15' } })
  const path = '/reports/march/evaluations/E-02/close'
  const preview = await ask('GET', path, undefined, 'read')
  expect(preview).toMatchObject({ status: 200, body: { state: 'open', closesOn: '2027-01-15' } })
  const { invited, answered } = preview.body
  expect((await house.visit('/campaigns/march/report/close/E-02')).words).toContain(
    `${answered} of ${invited} answered`,
  )
  const closed = await ask('POST', path)
  expect(closed).toMatchObject({ status: 200, body: { state: 'closed' } })
  expect(await ask('POST', path)).toEqual(closed)
  const tooSoon = await ask('POST', `/reports/${CAMPAIGN}/evaluations/E-02/close`)
  expect(tooSoon).toMatchObject(refused(404, 'NOT_FOUND'))
})

test('a question of its own is there once, is taken back once, and what does not fit is told with its field', async () => {
  const path = `/reports/${CAMPAIGN}/questions`
  const FOOD = { kind: 'yes_no', ask: { nl: 'Was er genoeg te eten?' } }
  const add = (body: object, key: string) => ask('POST', path, body, 'write', key)
  const added = await add(FOOD, 'food')
  expect(added).toMatchObject({ status: 201, body: { ...FOOD, options: [] } })
  expect(await add(FOOD, 'food')).toEqual(added)
  expect(await add(FOOD, 'food anew')).toEqual(added)
  expect((await ask('GET', path, undefined, 'read')).body).toMatchObject({
    questions: [added.body],
    fixed: false,
  })
  const choice = { ...FOOD, kind: 'choice', options: [{ nl: 'soep' }, { nl: 'brood' }] }
  const wrong = await add(choice, 'two')
  expect(wrong).toMatchObject(refused(422, 'ARGUMENT_INVALID'))
  expect(wrong.body.error.facts.fields).toMatchObject([{ field: 'options', problem: 'too_few' }])
  for (let twice = 0; twice < 2; twice++)
    expect(await ask('DELETE', `${path}/${added.body.id}`)).toEqual({ status: 200, body: {} })
  expect((await ask('GET', path)).body).toMatchObject({ questions: [] })
})

test('whom a form is about is said once; a program that is later is told', async () => {
  const about = { organisation: 'demo', contact: house.idOf('Amal') }
  await house.documents.collection('namedReplies').insert({
    ...about,
    _id: 'run:1',
    campaign: CAMPAIGN,
    dialog: 'partner-feedback',
    version: 1,
    answers: { who: 'Beatrijs' },
    skipped: [],
    complete: true,
    at: house.clock.now(),
    turn: 1,
  })
  await house.documents.collection('tasks').insert({
    ...about,
    _id: 'meant:run:1',
    kind: 'look',
    reason: 'meant',
    reply: 'run:1',
    dueAt: house.clock.now(),
    state: 'open',
  })
  const path = '/tasks/meant:run:1/meant'
  const { body } = await ask('GET', path, undefined, 'read')
  expect(body.people).toEqual(['Bea', 'Cem'].map(name => ({ contact: house.idOf(name), name })))
  const say = (name: string) => ask('PUT', path, { contact: house.idOf(name) })
  expect(await say('Amal')).toMatchObject(refused(404, 'NOT_FOUND'))
  expect((await say('Bea')).body).toMatchObject({ outcome: 'noted', task: { state: 'done' } })
  expect((await say('Cem')).body.outcome).toBe('closed')
  expect(await house.documents.collection('namedReplies').get('run:1')).toMatchObject({
    about: house.idOf('Bea'),
  })
})
