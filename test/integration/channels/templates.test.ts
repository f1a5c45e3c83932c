import type { TwilioChannel } from '../../../src/channels/twilio/channel'
import type { Rendered } from '../../../src/domain/message'
import { answers, type FakeTwilio, fakeTwilio, refuses } from '../../support/fakeTwilio'
import { CONTENT, PATTERN, type TemplateWorld, templateWorld } from '../../support/templateWorld'

const BUTTONS: Rendered = { text: 'Kom je?', language: 'nl', direction: 'ltr', choices: PATTERN.choices! }

let world: TemplateWorld
beforeEach(async () => {
  world = await templateWorld()
})
afterEach(() => world.close())

const drop = (sid: string) => world.emulator.call('DELETE', `/v1/Content/${sid}`)

describe('to prepare', () => {
  it('makes a template once, hands it in, and shows reviewers the name of nobody', async () => {
    const channel = world.aProcess()
    const id = await channel.prepare(CONTENT)
    expect(
      await channel.prepare({ ...CONTENT, template: { ...CONTENT.template!, values: ['Tesfay'] } }),
    ).toBe(id)
    const [made, ...more] = await world.contents()
    expect(more).toEqual([])
    expect(made).toMatchObject({
      sid: id,
      language: 'nl',
      variables: { 1: 'example 1' },
      approval_requests: { status: 'received', category: 'UTILITY' },
    })
    expect(made!.approval_requests!.name).toBe(made!.friendly_name)
    expect(await world.records()).toMatchObject([{ contentId: id, approval: 'waiting', language: 'nl' }])
  })

  it('makes buttons without handing them in, one for all texts of their shape', async () => {
    const channel = world.aProcess()
    const id = await channel.prepare(BUTTONS)
    expect(await channel.prepare({ ...BUTTONS, text: 'Tot donderdag?' })).toBe(id)
    expect(await channel.prepare({ ...BUTTONS, text: 'Tot\ndonderdag?' })).not.toBe(id)
    expect(await world.contents()).toMatchObject([{ approval_requests: null }, { approval_requests: null }])
    expect((await world.records()).map(({ approval }) => approval)).toEqual(['none', 'none'])
  })

  it('of many messages at once makes one', async () => {
    const channel = world.aProcess()
    const ids = await Promise.all(Array.from({ length: 20 }, () => channel.prepare(CONTENT)))
    expect(new Set(ids).size).toBe(1)
    expect(await world.contents()).toHaveLength(1)
  })

  it.each([
    ['a template', CONTENT],
    ['buttons', BUTTONS],
  ])('%s in several processes at once keeps one', async (_, content) => {
    const processes = Array.from({ length: 4 }, () => world.aProcess())
    const ids = await Promise.all(processes.map(channel => channel.prepare(content)))
    expect(new Set(ids).size).toBe(1)
    expect(await world.contents()).toMatchObject([{ sid: ids[0] }])
    expect(await world.records()).toMatchObject([{ contentId: ids[0] }])
  })

  it('finds it again after a restart, and after a loss of our records', async () => {
    const id = await world.aProcess().prepare(CONTENT)
    expect(await world.aProcess().prepare(CONTENT)).toBe(id)
    await world.store.documents.collection('contents').remove({})
    expect(await world.aProcess().prepare(CONTENT)).toBe(id)
    expect(await world.contents()).toHaveLength(1)
    expect(await world.records()).toHaveLength(1)
  })

  it('of an edited text makes another one and leaves the first', async () => {
    const channel = world.aProcess()
    const id = await channel.prepare(CONTENT)
    const pattern = PATTERN.pattern.replace('donderdag', 'vrijdag')
    const edited = await channel.prepare({ ...CONTENT, template: { ...CONTENT.template!, pattern } })
    expect(edited).not.toBe(id)
    const made = await world.contents()
    expect(made.map(({ sid }) => sid).sort()).toEqual([id, edited].sort())
    expect(new Set(made.map(one => one.friendly_name)).size).toBe(2)
  })

  it('does not take an id of another account', async () => {
    await world.store.documents.collection('contents').insert({
      _id: 'AC00000000000000000000000000000009.other',
      name: 'other',
      language: 'nl',
      contentId: `HX${'9'.repeat(32)}`,
      approval: 'waiting',
    })
    const channel = world.aProcess()
    await channel.prepare(CONTENT)
    expect(await channel.refreshApprovals()).toHaveLength(1)
  })

  it('needs nothing for plain words, and for a template in a language that WhatsApp has no code for', async () => {
    const channel = world.aProcess()
    expect(await channel.prepare({ text: 'Dag', language: 'nl', direction: 'ltr' })).toBeNull()
    expect(await channel.prepare({ ...CONTENT, language: 'ti' })).toBeNull()
    expect(await world.contents()).toEqual([])
  })

  it.each([
    ['a rule of WhatsApp', { pattern: '{{1}}, kan je donderdag komen?' }, ['variable_at_start']],
    ['a value that WhatsApp refuses', { values: ['een\ntwee'] }, ['value_with_line_break']],
  ])('says no to %s before anything leaves', async (_, more, problems) => {
    const template = { ...CONTENT.template!, ...more }
    await expect(world.aProcess().prepare({ ...CONTENT, template })).rejects.toMatchObject({
      code: 'CONTENT_INVALID',
      facts: { template: PATTERN.name, language: 'nl', problems },
    })
    expect(await world.contents()).toEqual([])
  })

  it('says what the provider refuses, and that it will not change by asking again', async () => {
    const choices = [{ id: 'x', label: 'A label that is longer than a button' }]
    await expect(world.aProcess().prepare({ ...BUTTONS, choices })).rejects.toMatchObject({
      code: 'CONTENT_INVALID',
      facts: { code: '20422' },
    })
  })

  it('waits while the provider is away, and goes on after', async () => {
    const channel = world.aProcess()
    world.emulator.emulator.faults.set({ outage: '503' })
    await expect(channel.prepare(CONTENT)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    world.emulator.emulator.faults.set({ outage: 'off' })
    expect(await channel.prepare(CONTENT)).toEqual(expect.stringMatching(/^HX/))
    expect(await world.contents()).toHaveLength(1)
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
    const [first, second] = [world.aProcess(), world.aProcess()]
    const id = (await first.prepare(CONTENT))!
    expect(await second.prepare(CONTENT)).toBe(id)
    await drop(id)
    expect(await send(first, id)).toEqual(gone)
    expect(await send(second, id)).toEqual(gone)
    const anew = (await second.prepare(CONTENT))!
    expect(anew).not.toBe(id)
    expect(await first.prepare(CONTENT)).toBe(anew)
    expect(await send(first, anew)).toMatchObject({ outcome: 'accepted' })
    expect(await world.contents()).toHaveLength(1)
  })

  it('is found out when approvals are asked for', async () => {
    const channel = world.aProcess()
    const id = (await channel.prepare(CONTENT))!
    await drop(id)
    expect(await channel.refreshApprovals()).toMatchObject([{ approval: 'waiting' }])
    expect(await world.records()).toEqual([])
    expect(await channel.prepare(CONTENT)).not.toBe(id)
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
    const known = world.aProcess()
    await known.prepare(CONTENT)
    const [{ name } = { name: '' }] = await world.records()
    await world.store.documents.collection('contents').remove({})
    twilio.answers((response, { target }) => {
      const found = { sid: id, friendly_name: name, language: 'nl', variables: {}, types: {} }
      if (target.includes('ApprovalRequests'))
        return answers(200, { sid: id, whatsapp: { status: 'approved' } })(response, twilio.requests[0]!)
      const isFirst = !target.includes('Page=1')
      const body = isFirst ? listPage([], `${twilio.url}/v1/Content?Page=1`) : listPage([found], null)
      return answers(200, body)(response, twilio.requests[0]!)
    })
    expect(await world.aProcess(twilio.url).prepare(CONTENT)).toBe(id)
    expect(await world.records()).toMatchObject([{ contentId: id, approval: 'approved' }])
  })

  it('does not take the credentials to another house', async () => {
    const elsewhere = await fakeTwilio()
    try {
      twilio.answers(answers(200, listPage([], `${elsewhere.url}/v1/Content?Page=1`)))
      await expect(world.aProcess(twilio.url).prepare(CONTENT)).rejects.toMatchObject({
        code: 'PROVIDER_UNAVAILABLE',
      })
      expect(elsewhere.requests).toEqual([])
    } finally {
      await elsewhere.close()
    }
  })

  it('that is refused is no reason to give the text up', async () => {
    twilio.answers(refuses(429, 20429))
    await expect(world.aProcess(twilio.url).prepare(CONTENT)).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
    })
  })
})
