import type { TwilioChannel } from '../../../src/channels/twilio/channel'
import type { Rendered } from '../../../src/domain/message'
import type { TemplatePattern } from '../../../src/ports/templates'
import { fakeClock } from '../../support/fakeClock'
import { ACCOUNT, answers, type FakeTwilio, fakeTwilio, refuses } from '../../support/fakeTwilio'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { type EmulatorWorld, startEmulator } from '../../support/startEmulator'
import { openTwilioChannel } from '../../support/twilioChannel'

const PATTERN: TemplatePattern = {
  name: 'timelines/networking-event:invitation',
  language: 'nl',
  pattern: 'Dag {{1}}, kan je donderdag naar het jobcafé komen?',
  samples: ['Amina'],
  choices: [
    { id: 'rsvp/yes', label: 'Ja' },
    { id: 'rsvp/no', label: 'Nee' },
  ],
}
const CONTENT: Rendered = {
  text: 'Dag Gloria, kan je donderdag naar het jobcafé komen?',
  language: 'nl',
  direction: 'ltr',
  choices: PATTERN.choices!,
  template: { name: PATTERN.name, pattern: PATTERN.pattern, values: ['Gloria'] },
}
const BUTTONS: Rendered = { text: 'Kom je?', language: 'nl', direction: 'ltr', choices: PATTERN.choices! }

let emulator: EmulatorWorld
let store: TestDocuments
let opened: TwilioChannel[]

beforeEach(async () => {
  emulator = await startEmulator()
  store = await openTestDocuments()
  opened = []
})
afterEach(async () => {
  for (const channel of opened) await channel.close()
  await emulator.close()
  await store.dispose()
})

/** One process of ours over the shared store. */
function aProcess(apiUrl = emulator.base, settings = {}): TwilioChannel {
  const clock = fakeClock(emulator.clock.now())
  const { channel } = openTwilioChannel({ apiUrl, documents: store.documents, clock, settings })
  opened.push(channel)
  return channel
}

interface Content {
  sid: string
  friendly_name: string
  language: string
  variables: Record<string, string>
  approval_requests: { name: string; status: string; category: string } | null
}
const contents = async (): Promise<Content[]> =>
  (await emulator.call('GET', '/v1/ContentAndApprovals')).json.contents as Content[]
const records = () => store.documents.collection('contents').list({})
/** Templates that wait, as our records keep them; gives the provider's ids. */
async function seeded(count: number): Promise<string[]> {
  const sids = Array.from({ length: count }, (_, index) => `HX${String(index).padStart(32, '0')}`)
  for (const contentId of sids)
    await store.documents.collection('contents').insert({
      _id: `${ACCOUNT}.${contentId}`,
      name: contentId,
      language: 'nl',
      contentId,
      approval: 'waiting',
    })
  return sids
}
const drop = (sid: string) => emulator.call('DELETE', `/v1/Content/${sid}`)

describe('to prepare', () => {
  it('makes a template once, hands it in, and shows reviewers the name of nobody', async () => {
    const channel = aProcess()
    const id = await channel.prepare(CONTENT)
    expect(
      await channel.prepare({ ...CONTENT, template: { ...CONTENT.template!, values: ['Tesfay'] } }),
    ).toBe(id)
    const [made, ...more] = await contents()
    expect(more).toEqual([])
    expect(made).toMatchObject({
      sid: id,
      language: 'nl',
      variables: { 1: 'example 1' },
      approval_requests: { status: 'received', category: 'UTILITY' },
    })
    expect(made!.approval_requests!.name).toBe(made!.friendly_name)
    expect(await records()).toMatchObject([{ contentId: id, approval: 'waiting', language: 'nl' }])
  })

  it('makes buttons without handing them in, one for all texts of their shape', async () => {
    const channel = aProcess()
    const id = await channel.prepare(BUTTONS)
    expect(await channel.prepare({ ...BUTTONS, text: 'Tot donderdag?' })).toBe(id)
    expect(await channel.prepare({ ...BUTTONS, text: 'Tot\ndonderdag?' })).not.toBe(id)
    expect(await contents()).toMatchObject([{ approval_requests: null }, { approval_requests: null }])
    expect((await records()).map(({ approval }) => approval)).toEqual(['none', 'none'])
  })

  it('of many messages at once makes one', async () => {
    const channel = aProcess()
    const ids = await Promise.all(Array.from({ length: 20 }, () => channel.prepare(CONTENT)))
    expect(new Set(ids).size).toBe(1)
    expect(await contents()).toHaveLength(1)
  })

  it.each([
    ['a template', CONTENT],
    ['buttons', BUTTONS],
  ])('%s in several processes at once keeps one', async (_, content) => {
    const processes = Array.from({ length: 4 }, () => aProcess())
    const ids = await Promise.all(processes.map(channel => channel.prepare(content)))
    expect(new Set(ids).size).toBe(1)
    expect(await contents()).toMatchObject([{ sid: ids[0] }])
    expect(await records()).toMatchObject([{ contentId: ids[0] }])
  })

  it('finds it again after a restart, and after a loss of our records', async () => {
    const id = await aProcess().prepare(CONTENT)
    expect(await aProcess().prepare(CONTENT)).toBe(id)
    await store.documents.collection('contents').remove({})
    expect(await aProcess().prepare(CONTENT)).toBe(id)
    expect(await contents()).toHaveLength(1)
    expect(await records()).toHaveLength(1)
  })

  it('of an edited text makes another one and leaves the first', async () => {
    const channel = aProcess()
    const id = await channel.prepare(CONTENT)
    const pattern = PATTERN.pattern.replace('donderdag', 'vrijdag')
    const edited = await channel.prepare({ ...CONTENT, template: { ...CONTENT.template!, pattern } })
    expect(edited).not.toBe(id)
    const made = await contents()
    expect(made.map(({ sid }) => sid).sort()).toEqual([id, edited].sort())
    expect(new Set(made.map(one => one.friendly_name)).size).toBe(2)
  })

  it('does not take an id of another account', async () => {
    await store.documents.collection('contents').insert({
      _id: 'AC00000000000000000000000000000009.other',
      name: 'other',
      language: 'nl',
      contentId: `HX${'9'.repeat(32)}`,
      approval: 'waiting',
    })
    const channel = aProcess()
    await channel.prepare(CONTENT)
    expect(await channel.refreshApprovals()).toHaveLength(1)
  })

  it('needs nothing for plain words, and for a template in a language that WhatsApp has no code for', async () => {
    const channel = aProcess()
    expect(await channel.prepare({ text: 'Dag', language: 'nl', direction: 'ltr' })).toBeNull()
    expect(await channel.prepare({ ...CONTENT, language: 'ti' })).toBeNull()
    expect(await contents()).toEqual([])
  })

  it.each([
    ['a rule of WhatsApp', { pattern: '{{1}}, kan je donderdag komen?' }, ['variable_at_start']],
    ['a value that WhatsApp refuses', { values: ['een\ntwee'] }, ['value_with_line_break']],
  ])('says no to %s before anything leaves', async (_, more, problems) => {
    const template = { ...CONTENT.template!, ...more }
    await expect(aProcess().prepare({ ...CONTENT, template })).rejects.toMatchObject({
      code: 'CONTENT_INVALID',
      facts: { template: PATTERN.name, language: 'nl', problems },
    })
    expect(await contents()).toEqual([])
  })

  it('says what the provider refuses, and that it will not change by asking again', async () => {
    const choices = [{ id: 'x', label: 'A label that is longer than a button' }]
    await expect(aProcess().prepare({ ...BUTTONS, choices })).rejects.toMatchObject({
      code: 'CONTENT_INVALID',
      facts: { code: '20422' },
    })
  })

  it('waits while the provider is away, and goes on after', async () => {
    const channel = aProcess()
    emulator.emulator.faults.set({ outage: '503' })
    await expect(channel.prepare(CONTENT)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    emulator.emulator.faults.set({ outage: 'off' })
    expect(await channel.prepare(CONTENT)).toEqual(expect.stringMatching(/^HX/))
    expect(await contents()).toHaveLength(1)
  })
})

describe('a content that the provider forgot', () => {
  const send = (channel: TwilioChannel, contentId: string) =>
    channel.send({
      from: { channel: 'whatsapp', address: '+32460000000' },
      to: { channel: 'whatsapp', address: '+32470000002' },
      content: CONTENT,
      contentId,
      row: 'row',
      attempt: 1,
    })
  const gone = { outcome: 'refused', failure: { kind: 'retry', code: '21655' } }

  it('is made anew for the next try, in every process that knew it', async () => {
    const [first, second] = [aProcess(), aProcess()]
    const id = (await first.prepare(CONTENT))!
    expect(await second.prepare(CONTENT)).toBe(id)
    await drop(id)
    expect(await send(first, id)).toEqual(gone)
    expect(await send(second, id)).toEqual(gone)
    const anew = (await second.prepare(CONTENT))!
    expect(anew).not.toBe(id)
    expect(await first.prepare(CONTENT)).toBe(anew)
    expect(await send(first, anew)).toMatchObject({ outcome: 'accepted' })
    expect(await contents()).toHaveLength(1)
  })

  it('is found out when approvals are asked for', async () => {
    const channel = aProcess()
    const id = (await channel.prepare(CONTENT))!
    await drop(id)
    expect(await channel.refreshApprovals()).toMatchObject([{ approval: 'waiting' }])
    expect(await records()).toEqual([])
    expect(await channel.prepare(CONTENT)).not.toBe(id)
  })
})

describe('approval', () => {
  it('is asked for once for each text, and kept', async () => {
    const channel = aProcess()
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
    expect(await aProcess().pushTemplates([PATTERN, french])).toEqual(pushed)
    const made = await contents()
    expect(made).toHaveLength(2)
    for (const one of made) expect(one.variables).toEqual({ 1: 'Amina' })
    await emulator.wind(10_000)
    const approved = pushed.map(state => ({ ...state, approval: 'approved' }))
    const byLanguage = (a: { language: string }, b: { language: string }) =>
      b.language.localeCompare(a.language)
    expect((await channel.refreshApprovals()).sort(byLanguage)).toEqual(approved)
    expect((await channel.refreshApprovals()).sort(byLanguage)).toEqual(approved)
    expect((await records()).map(({ approval }) => approval)).toEqual(['approved', 'approved'])
  })

  it('of all templates is read in one request', async () => {
    const twilio = await fakeTwilio()
    const listed = (await seeded(150)).map(sid => ({ sid, approval_requests: { status: 'approved' } }))
    twilio.answers(answers(200, { contents: listed, meta: { key: 'contents', next_page_url: null } }))
    const states = await aProcess(twilio.url).refreshApprovals()
    expect(states.map(({ approval }) => approval)).toEqual(Array(150).fill('approved'))
    expect(twilio.requests.map(({ target }) => target)).toEqual(['/v1/ContentAndApprovals?PageSize=500'])
    await twilio.close()
  })

  it('makes what was pushed ready to send', async () => {
    const channel = aProcess()
    await channel.pushTemplates([PATTERN])
    const [made] = await contents()
    expect(await channel.prepare(CONTENT)).toBe(made!.sid)
  })

  it('is not asked for a text that breaks a rule; the others go on', async () => {
    const bad = { ...PATTERN, pattern: 'Dag {{1}}', samples: [''] }
    const states = await aProcess().pushTemplates([bad, { ...PATTERN, language: 'ti' }, PATTERN])
    expect(states).toMatchObject([
      { approval: 'none', problems: ['variable_at_end', 'too_few_words', 'value_empty'] },
      { approval: 'none', language: 'ti', problems: ['language_not_at_whatsapp'] },
      { approval: 'waiting', problems: [] },
    ])
    expect(await contents()).toHaveLength(1)
  })

  it('is asked for later when a crash came between making and handing in', async () => {
    const channel = aProcess()
    await channel.prepare(CONTENT)
    const [record] = await records()
    const { json } = await emulator.call('POST', '/v1/Content', {
      friendly_name: record!.name,
      language: 'nl',
      variables: { 1: 'Amina' },
      types: { 'twilio/text': { body: PATTERN.pattern } },
    })
    await store.documents
      .collection('contents')
      .update({ _id: record!._id }, { set: { contentId: String(json.sid), approval: 'waiting' } })
    expect(await channel.refreshApprovals()).toMatchObject([{ approval: 'waiting' }])
    await emulator.wind(10_000)
    expect(await channel.refreshApprovals()).toMatchObject([{ approval: 'approved' }])
  })

  it('cannot be asked for while the provider is away', async () => {
    const channel = aProcess()
    await channel.prepare(CONTENT)
    emulator.emulator.faults.set({ outage: '503' })
    await expect(channel.refreshApprovals()).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    const other = { ...PATTERN, name: 'other' }
    await expect(channel.pushTemplates([other])).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
  })
})

describe('the list of contents', () => {
  let twilio: FakeTwilio
  beforeEach(async () => {
    twilio = await fakeTwilio()
  })
  afterEach(() => twilio.close())

  const listPage = (contents: object[], next: string | null) => ({
    contents,
    meta: { key: 'contents', page: 0, page_size: 500, url: '', first_page_url: '', next_page_url: next },
  })

  it('is read over all its pages, also where the provider names them in full', async () => {
    const id = `HX${'5'.repeat(32)}`
    const known = aProcess()
    await known.prepare(CONTENT)
    const [{ name } = { name: '' }] = await records()
    await store.documents.collection('contents').remove({})
    twilio.answers((response, { target }) => {
      const found = { sid: id, friendly_name: name, language: 'nl', variables: {}, types: {} }
      if (target.includes('ApprovalRequests'))
        return answers(200, { sid: id, whatsapp: { status: 'approved' } })(response, twilio.requests[0]!)
      const isFirst = !target.includes('Page=1')
      const body = isFirst ? listPage([], `${twilio.url}/v1/Content?Page=1`) : listPage([found], null)
      return answers(200, body)(response, twilio.requests[0]!)
    })
    expect(await aProcess(twilio.url).prepare(CONTENT)).toBe(id)
    expect(await records()).toMatchObject([{ contentId: id, approval: 'approved' }])
  })

  it('does not take the credentials to another house', async () => {
    const elsewhere = await fakeTwilio()
    try {
      twilio.answers(answers(200, listPage([], `${elsewhere.url}/v1/Content?Page=1`)))
      await expect(aProcess(twilio.url).prepare(CONTENT)).rejects.toMatchObject({
        code: 'PROVIDER_UNAVAILABLE',
      })
      expect(elsewhere.requests).toEqual([])
    } finally {
      await elsewhere.close()
    }
  })

  it('that is refused is no reason to give the text up', async () => {
    twilio.answers(refuses(429, 20429))
    await expect(aProcess(twilio.url).prepare(CONTENT)).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
    })
  })
})
