import { DEMO_PEOPLE } from '../../../src/practice/people'
import { type Ask, apiOf } from '../../support/apiOf'
import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'

let house: House
let ask: Ask
const AT = `/campaigns/${CAMPAIGN}`

beforeAll(async () => {
  house = await openHouse({ people: DEMO_PEOPLE.slice(0, 4) })
  ask = await apiOf(house)
  await house.wind(Date.parse('2026-11-24T12:00:00+01:00'))
})
afterAll(() => house.close())

const of = (name: string) => `${AT}/enrolments/${house.idOf(name)}`
const refused = (status: number, code: string) => ({ status, body: { error: { code } } })
const same = async (deed: () => Promise<unknown>) => {
  const first = await deed()
  expect(await deed()).toEqual(first)
  return first
}

test('what somebody says on the phone is noted once, and does not overrule what they answer meanwhile', async () => {
  const say = (rsvp: string, seen?: number) => ask('PUT', `${of('Amina')}/rsvp`, { rsvp, seen })
  const yes = await same(() => say('yes'))
  expect(yes).toMatchObject({ status: 200, body: { rsvp: 'yes', rsvpAt: expect.any(Number) } })
  const late = await say('no')
  expect(late).toMatchObject(refused(409, 'RSVP_CHANGED'))
  const { rsvp, seen } = late.body.error.facts
  expect(rsvp).toBe('yes')
  expect((await same(() => say('silent', seen))) as object).toMatchObject({ status: 200 })
  expect((await house.enrolment('Amina'))?.rsvp).toBeUndefined()
  const { body } = await ask('GET', of('Amina'), undefined, 'read')
  expect(body.messages.map(({ step }: { step: string }) => step)).toContain('save_the_date')
  expect(JSON.stringify(body)).not.toMatch(/Amina|\+32470/)
})

test('a step goes once more to nobody whom it reached', async () => {
  expect(await ask('POST', `${AT}/steps/save_the_date/repeat`, {})).toEqual({
    status: 200,
    body: { count: 0 },
  })
})

test('somebody is here, with one more, and not after all; each sent twice counts once', async () => {
  const path = `${of('Gloria')}/check-in`
  const here = await ask('PUT', path, { children: 1 })
  expect(here.body).toMatchObject({ outcome: 'done', enrolment: { attended: true, marked: { children: 1 } } })
  expect((await ask('PUT', path, { children: 1 })).body).toEqual({ ...here.body, outcome: 'already' })
  const more = { who: 'children', from: 1, to: 2 }
  expect((await ask('PATCH', path, more)).body).toMatchObject({
    outcome: 'done',
    enrolment: { marked: { children: 2 } },
  })
  expect((await ask('PATCH', path, more)).body.outcome).toBe('already')
  const { at } = here.body.enrolment.marked
  expect((await ask('DELETE', `${path}?at=${at - 1}`)).body).toMatchObject({ outcome: 'already' })
  expect((await ask('DELETE', `${path}?at=${at}`)).body.outcome).toBe('done')
  expect((await ask('DELETE', `${path}?at=${at}`)).body.outcome).toBe('already')
  expect(await ask('PUT', `${AT}/enrolments/nobody/check-in`, {})).toMatchObject(
    refused(404, 'CONTACT_NOT_FOUND'),
  )
})

test('who is on no list is one person, however often they are sent, and who we know comes in as they are', async () => {
  const walk = (body: object, key: string) => ask('POST', `${AT}/walk-ins`, body, 'write', key)
  const NEW = { name: 'Sara', language: 'nl', phone: '0470 99 88 11', mayWrite: 'yes' }
  const [one, other] = await Promise.all([walk(NEW, 'sara'), walk(NEW, 'sara')])
  expect([one.status, other.status]).toEqual([201, 201])
  expect(one.body.enrolment).toMatchObject({ attended: true, walkIn: true })
  expect(other.body.enrolment.contact).toBe(one.body.enrolment.contact)
  const wrong = await walk({ ...NEW, phone: '' }, 'no number')
  expect(wrong.body.error.facts.fields).toMatchObject([{ field: 'phone', problem: 'phone_needed' }])

  const contact = await house.newcomer({
    name: 'Known',
    language: 'nl',
    channels: ['sms'],
    audience: 'participant',
    standing: 'agreed',
  })
  expect(await same(() => ask('PUT', `${AT}/walk-ins/${contact}`))).toMatchObject({
    body: { enrolment: { contact, walkIn: true } },
  })
})

test('who was expected and did not come is marked once, and unmarked once', async () => {
  await ask('PUT', `${of('Ousmane')}/rsvp`, { rsvp: 'yes' })
  expect((await ask('POST', `${AT}/no-shows`)).body).toEqual({ count: 1 })
  expect((await ask('POST', `${AT}/no-shows`)).body).toEqual({ count: 0 })
  const { enrolment } = (await ask('GET', of('Ousmane'))).body
  expect(enrolment.attended).toBe(false)
  const undo = () => ask('DELETE', `${AT}/no-shows?at=${enrolment.marked.at}`)
  expect((await undo()).body).toEqual({ count: 1 })
  expect((await undo()).body).toEqual({ count: 0 })
})

test('everybody who said yes was there, and who is noted already stays as they are', async () => {
  await ask('PUT', `${of('Ousmane')}/attendance`, { attended: false })
  await ask('PUT', `${of('Dawa')}/rsvp`, { rsvp: 'yes' })
  const marks = async () => [
    (await house.enrolment('Dawa'))?.marked,
    (await house.enrolment('Ousmane'))?.attended,
  ]
  expect(await ask('PUT', `${AT}/attendance`)).toEqual({ status: 200, body: {} })
  const first = await marks()
  expect(first).toEqual([expect.objectContaining({ companions: 0 }), false])
  await ask('PUT', `${AT}/attendance`)
  expect(await marks()).toEqual(first)
})

describe('a conversation', () => {
  const path = () => `/inbox/${house.idOf('Dawa')}`
  const answer = (text: string, key: string) =>
    ask(
      'POST',
      `${path()}/answers`,
      { way: 'sms', text, language: 'nl', seen: house.clock.now() },
      'write',
      key,
    )

  test('waits, is answered once however often it is sent, noted, and handed back', async () => {
    await house.writes('Dawa', 'mens')
    const { conversations } = (await ask('GET', '/inbox', undefined, 'read')).body
    expect(conversations).toMatchObject([
      { contact: house.idOf('Dawa'), place: 'waiting', last: { text: 'mens' } },
    ])
    for (let twice = 0; twice < 2; twice++)
      expect(await answer('Dag, zeg maar.', 'hello')).toMatchObject({
        status: 201,
        body: { place: 'held', holder: { staff: expect.stringMatching(/^api:/) } },
      })
    await house.wind(house.clock.now() + 60_000)
    expect(house.phone('Dawa').filter(({ body }) => body === 'Dag, zeg maar.')).toHaveLength(1)
    const note = () => ask('POST', `${path()}/notes`, { text: 'Belt morgen.' }, 'write', 'note')
    await Promise.all([note(), note()])
    const { lines } = (await ask('GET', path(), undefined, 'read')).body
    const notes = lines.filter(({ is }: { is: string }) => is === 'note')
    expect(notes).toMatchObject([{ text: 'Belt morgen.' }])
    const back = await same(() => ask('POST', `${path()}/leave`, { to: 'closed' }))
    expect(back).toMatchObject({ status: 200, body: { place: 'closed' } })
  })

  test('that a colleague holds is refused with who, and taken over on purpose', async () => {
    await house.post(path(), { do: 'take' })
    const staff = 'demo-coordinator'
    for (const refusal of [
      await ask('POST', `${path()}/take`, {}),
      await answer('Ik ook', 'me too'),
      await ask('POST', `${path()}/leave`, { to: 'bot' }),
    ]) {
      expect(refusal).toMatchObject(refused(409, 'CONVERSATION_HELD'))
      expect(refusal.body.error.facts).toMatchObject({ staff })
    }
    const take = () => ask('POST', `${path()}/take`, { from: staff })
    expect((await take()).body.holder.staff).toMatch(/^api:/)
    expect((await ask('POST', `${path()}/take`, {})).status).toBe(200)
    // Staff read what the token is called.
    expect((await house.visit(path())).words).toContain('plans is answering')
  })

  test.each([
    ['nothing said', 'answers', { way: 'sms', text: ' ', language: 'nl', seen: 0 }, 'text'],
    ['an empty note', 'notes', { text: ' ' }, 'text'],
    ['a way that is closed', 'answers', { way: 'template', language: 'nl', seen: 0 }, 'text'],
  ])('%s is refused with its field', async (key, to, body, field) => {
    const wrong = await ask('POST', `${path()}/${to}`, body, 'write', key)
    expect(wrong).toMatchObject(refused(422, 'ARGUMENT_INVALID'))
    expect(wrong.body.error.facts.fields).toMatchObject([{ field }])
  })
})

test('a saved reply is there once, is written anew by who saw it last, and is what a conversation offers', async () => {
  const form = { name: 'Bus', texts: { nl: 'Een ticket krijg je aan de balie.' } }
  const add = () => ask('POST', '/replies', form, 'write', 'bus')
  const [made, again] = await Promise.all([add(), add()])
  expect(made).toMatchObject({ status: 201, body: form })
  expect(again).toEqual(made)
  const { id, version } = made.body
  const write = (nl: string) => ask('PUT', `/replies/${id}`, { ...form, texts: { nl }, version })
  const changed = await write('Aan de balie.')
  expect(changed).toMatchObject({ status: 200, body: { version: version + 1 } })
  expect(await write('Aan de balie.')).toEqual(changed)
  expect((await add()).body).toEqual(changed.body)
  const late = await write('Elders.')
  expect(late).toMatchObject(refused(409, 'REPLY_CHANGED'))
  expect(late.body.error.facts).toEqual({ version: version + 1 })
  expect((await write(' ')).body.error.facts.fields).toMatchObject([
    { field: 'texts.nl', problem: 'no_text' },
  ])
  const offered = await ask('GET', `/inbox/${house.idOf('Dawa')}/replies`, undefined, 'read')
  expect(offered.body).toMatchObject({ replies: [{ id, text: 'Aan de balie.', language: 'nl' }] })
  const remove = (seen: number) => ask('DELETE', `/replies/${id}?version=${seen}`)
  expect(await remove(version)).toMatchObject(refused(409, 'REPLY_CHANGED'))
  expect((await remove(version + 1)).status).toBe(200)
  expect(await remove(version + 1)).toMatchObject(refused(404, 'NOT_FOUND'))
})
