import { CAMPAIGN, type House, openHouse } from '../../support/openHouse'

let house: House
beforeAll(async () => {
  house = await openHouse()
  // The invitation, its repeat, and the list of who is still silent.
  await house.wind(Date.parse('2026-12-01T14:00:00Z'))
})
afterAll(() => house.close())

const callOf = async (name: string) => {
  const task = (await house.tasks(name)).find(({ kind }) => kind === 'call')
  if (!task) throw new Error(`nobody calls ${name}`)
  return task
}
const note = async (name: string, result: string, remark = '') =>
  house.post('/today', { task: (await callOf(name))._id, result, note: remark })
const undo = async (name: string) => house.post('/today', { undo: (await callOf(name))._id })
const planned = async (name: string) =>
  (await house.rows(name)).filter(({ state }) => state === 'planned').map(({ step }) => step)

test('"comes" is the RSVP, moves the plan, and can be taken back', async () => {
  const before = await planned('Gloria')
  expect(await note('Gloria', 'comes', 'Her sister brings her.')).toBe(303)
  const { rsvp, rsvpBy } = (await house.enrolment('Gloria')) ?? {}
  expect([rsvp, rsvpBy]).toEqual(['yes', 'demo-coordinator'])
  expect(await callOf('Gloria')).toMatchObject({
    state: 'done',
    result: 'comes',
    doneBy: 'demo-coordinator',
    note: 'Her sister brings her.',
  })
  await undo('Gloria')
  const after = (await house.enrolment('Gloria')) ?? {}
  expect(after).not.toHaveProperty('rsvp')
  expect(after).not.toHaveProperty('rsvpBy')
  expect(await callOf('Gloria')).toMatchObject({ state: 'open' })
  expect(await callOf('Gloria')).not.toHaveProperty('note')
  expect(await planned('Gloria')).toEqual(before)
})

test('"does not come" takes back what was planned', async () => {
  expect(await planned('Ousmane')).not.toEqual([])
  await note('Ousmane', 'does_not_come')
  expect(await planned('Ousmane')).toEqual([])
})

test('not reached comes back in the other half of the day, three times; a double tap counts once', async () => {
  await note('Fatou', 'not_reached')
  const once = await callOf('Fatou')
  expect(once).toMatchObject({ state: 'open', tries: 1, result: 'not_reached' })
  expect(once.notBefore).toBeGreaterThan(house.clock.now())
  const page = await house.page('/today')
  expect(page).not.toContain(`value="${once._id}"`)
  await note('Fatou', 'not_reached')
  expect(await callOf('Fatou')).toEqual(once)
  const karim = await house.visit('/today', { task: once._id, result: 'not_reached' }, { role: 'admin' })
  expect(karim.to).toBe(`/today?closed=${encodeURIComponent(once._id)}`)
  for (const tries of [2, 3]) {
    await house.wind((await callOf('Fatou')).notBefore ?? 0)
    await note('Fatou', 'not_reached')
    expect(await callOf('Fatou')).toMatchObject({ tries })
  }
  expect(await callOf('Fatou')).toMatchObject({ state: 'done' })
  await undo('Fatou')
  expect(await callOf('Fatou')).toMatchObject({ state: 'open', tries: 2 })
})

test('nothing leaves to a wrong number any more; somebody is asked for the right one', async () => {
  await note('Blessing', 'wrong_number')
  expect((await house.contact('Blessing'))?.unreachable).toMatchObject({
    sms: { code: 'wrong_number' },
    whatsapp: { code: 'wrong_number' },
  })
  const look = async () => (await house.tasks('Blessing')).filter(({ kind }) => kind === 'look')
  expect(await look()).toMatchObject([{ reason: 'wrong_number', state: 'open' }])
  await undo('Blessing')
  expect((await house.contact('Blessing'))?.unreachable).toEqual({})
  expect(await look()).toEqual([])
})

test('two at once: the second is told who was first, and changes nothing', async () => {
  const { _id } = await callOf('Amina')
  const answers = await Promise.all([
    house.post('/today', { task: _id, result: 'comes' }),
    house.post('/today', { task: _id, result: 'does_not_come' }),
  ])
  expect(answers).toEqual([303, 303])
  const { result } = await callOf('Amina')
  expect((await house.enrolment('Amina'))?.rsvp).toBe(result === 'comes' ? 'yes' : 'no')
  expect(await house.page(`/today?closed=${encodeURIComponent(_id)}`)).toContain('Els noted this for')
})

test('what the second one typed is on the page that says so', async () => {
  const { _id } = await callOf('Amina')
  const late = { task: _id, result: 'maybe', note: 'She comes by wheelchair.' }
  const { status, html } = await house.visit('/today', late, { role: 'admin' })
  expect(status).toBe(409)
  expect(html).toContain('Els noted this for')
  expect(html).toContain('She comes by wheelchair.')
  expect((await house.visit(`/campaigns/${CAMPAIGN}/tasks`, late)).html).toContain('She comes by wheelchair.')
})

test('a remark may be as long as its field, however a browser sends its lines; half a form says so', async () => {
  const remark = `${'x'.repeat(480)}${'\n'.repeat(10)}taxi`
  await note('Blessing', 'maybe', remark.replaceAll('\n', '\r\n'))
  expect((await callOf('Blessing')).note).toBe(remark)
  const half = await house.visit('/today', { result: 'comes' })
  expect([half.status, half.html.includes('did not come through whole')]).toEqual([422, true])
})

test('what the person says afterwards is theirs, and is not undone', async () => {
  await note('Karim', 'maybe')
  await house.documents
    .collection('enrolments')
    .update(
      { _id: `${CAMPAIGN}:${house.idOf('Karim')}` },
      { set: { rsvp: 'yes', rsvpAt: 1 }, unset: ['rsvpBy'] },
    )
  await undo('Karim')
  expect((await house.enrolment('Karim'))?.rsvp).toBe('yes')
  expect(await callOf('Karim')).toMatchObject({ state: 'done', result: 'maybe' })
})

test('of another organisation nothing is seen and nothing is done', async () => {
  const { _id } = await callOf('Dawa')
  await house.documents.collection('tasks').update({ _id }, { set: { organisation: 'elsewhere' } })
  expect(await house.post('/today', { task: _id, result: 'comes' })).toBe(404)
  expect(await house.post('/today', { undo: _id })).toBe(404)
  expect(await house.page('/today')).not.toContain(`value="${_id}"`)
  expect(await callOf('Dawa')).toMatchObject({ state: 'open' })
})
