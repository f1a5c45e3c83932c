import { ACCOUNT, answers, fakeTwilio } from '../../support/fakeTwilio'
import { CONTENT, PATTERN, type TemplateWorld, templateWorld } from '../../support/templateWorld'

let world: TemplateWorld
beforeEach(async () => {
  world = await templateWorld()
})
afterEach(() => world.close())

/** Templates that wait, as our records keep them; gives the provider's ids. */
async function seeded(count: number): Promise<string[]> {
  const sids = Array.from({ length: count }, (_, index) => `HX${String(index).padStart(32, '0')}`)
  for (const contentId of sids)
    await world.store.documents.collection('contents').insert({
      _id: `${ACCOUNT}.${contentId}`,
      name: contentId,
      language: 'nl',
      contentId,
      approval: 'waiting',
    })
  return sids
}

test('is asked for once for each text, and kept', async () => {
  const channel = world.aProcess()
  const french = {
    ...PATTERN,
    language: 'fr',
    pattern: 'Bonjour {{1}}, peux-tu venir au café de l’emploi jeudi ?',
  }
  const pushed = await channel.pushTemplates([PATTERN, french])
  expect(pushed).toMatchObject([
    { language: 'nl', approval: 'waiting', problems: [] },
    { language: 'fr', approval: 'waiting', problems: [] },
  ])
  expect(await world.aProcess().pushTemplates([PATTERN, french])).toEqual(pushed)
  const made = await world.contents()
  expect(made).toHaveLength(2)
  for (const one of made) expect(one.variables).toEqual({ 1: 'Amina' })
  await world.emulator.wind(10_000)
  const approved = pushed.map(state => ({ ...state, approval: 'approved' }))
  const byLanguage = (a: { language: string }, b: { language: string }) =>
    b.language.localeCompare(a.language)
  expect((await channel.refreshApprovals()).sort(byLanguage)).toEqual(approved)
  expect((await channel.refreshApprovals()).sort(byLanguage)).toEqual(approved)
  expect((await world.records()).map(({ approval }) => approval)).toEqual(['approved', 'approved'])
})

test('of all templates is read in one request', async () => {
  const twilio = await fakeTwilio()
  const listed = (await seeded(150)).map(sid => ({ sid, approval_requests: { status: 'approved' } }))
  twilio.answers(answers(200, { contents: listed, meta: { key: 'contents', next_page_url: null } }))
  const states = await world.aProcess(twilio.url).refreshApprovals()
  expect(states.map(({ approval }) => approval)).toEqual(Array(150).fill('approved'))
  expect(twilio.requests.map(({ target }) => target)).toEqual(['/v1/ContentAndApprovals?PageSize=500'])
  await twilio.close()
})

test('makes what was pushed ready to send', async () => {
  const channel = world.aProcess()
  await channel.pushTemplates([PATTERN])
  const [made] = await world.contents()
  expect(await channel.prepare(CONTENT)).toBe(made!.sid)
})

test('is not asked for a text that breaks a rule; the others go on', async () => {
  const bad = { ...PATTERN, pattern: 'Dag {{1}}', samples: [''] }
  const states = await world.aProcess().pushTemplates([bad, { ...PATTERN, language: 'ti' }, PATTERN])
  expect(states).toMatchObject([
    { approval: 'none', problems: ['variable_at_end', 'too_few_words', 'value_empty'] },
    { approval: 'none', language: 'ti', problems: ['language_not_at_whatsapp'] },
    { approval: 'waiting', problems: [] },
  ])
  expect(await world.contents()).toHaveLength(1)
})

test('is asked for later when a crash came between making and handing in', async () => {
  const channel = world.aProcess()
  await channel.prepare(CONTENT)
  const [record] = await world.records()
  const { json } = await world.emulator.call('POST', '/v1/Content', {
    friendly_name: record!.name,
    language: 'nl',
    variables: { 1: 'Amina' },
    types: { 'twilio/text': { body: PATTERN.pattern } },
  })
  await world.store.documents
    .collection('contents')
    .update({ _id: record!._id }, { set: { contentId: String(json.sid), approval: 'waiting' } })
  expect(await channel.refreshApprovals()).toMatchObject([{ approval: 'waiting' }])
  await world.emulator.wind(10_000)
  expect(await channel.refreshApprovals()).toMatchObject([{ approval: 'approved' }])
})

test('cannot be asked for while the provider is away', async () => {
  const channel = world.aProcess()
  await channel.prepare(CONTENT)
  world.emulator.emulator.faults.set({ outage: '503' })
  await expect(channel.refreshApprovals()).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
  const other = { ...PATTERN, name: 'other' }
  await expect(channel.pushTemplates([other])).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
})
