import type { Address, Rendered } from '../../src/domain/message'
import type { Channel, ListedMessage, OutboundMessage, SendOutcome } from '../../src/ports/channel'

/** What a test can do to the provider behind a channel. */
export interface ChannelWorld {
  channel: Channel
  from: Address
  /** Two people who can be reached. */
  to: Address
  other: Address
  now(): number
  /** Time passes. */
  pass(ms: number): Promise<void>
  /** What becomes of the next request. */
  next(fate: 'answer_lost' | 'request_lost' | 'opted_out' | 'throttled'): void
  /** Everything that is on its way arrives. */
  deliver(): Promise<void>
  /** Every request fails. */
  away(): void
  close(): Promise<void>
}

const TEMPLATE = { name: 'reminder', pattern: 'Dag {{1}}, kom je donderdag?', values: ['Amina'] }

/** What the rest of the product relies on, whoever the provider is. */
export function channelContract(open: () => Promise<ChannelWorld>): void {
  let world: ChannelWorld
  let rows = 0

  beforeEach(async () => {
    world = await open()
  })
  afterEach(() => world.close())

  const content = (text: string): Rendered => ({ text, language: 'nl', direction: 'ltr' })
  const message = (text: string, to = world.to): OutboundMessage => ({
    from: world.from,
    to,
    content: content(text),
    row: `row-${++rows}`,
    attempt: 1,
  })
  const send = (text: string, to?: Address) => world.channel.send(message(text, to))
  const accepted = (outcome: SendOutcome): string => {
    expect(outcome).toEqual({ outcome: 'accepted', providerId: expect.stringMatching(/./) })
    return (outcome as { providerId: string }).providerId
  }
  const listed = async (query: Partial<Parameters<Channel['list']>[0]> = {}) => {
    const found: ListedMessage[] = []
    for await (const one of world.channel.list({ to: world.to, since: 0, withDate: false, ...query }))
      found.push(one)
    return found
  }
  const texts = async (query?: Partial<Parameters<Channel['list']>[0]>) =>
    (await listed(query)).map(({ body }) => body)

  describe('to send', () => {
    it('gives an id, under which the provider lists the message once', async () => {
      const before = world.now()
      const providerId = accepted(await send('een'))
      const found = await listed()
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({
        providerId,
        direction: 'out',
        channel: world.to.channel,
        from: world.from.address,
        to: world.to.address,
        body: 'een',
      })
      expect(Math.abs(found[0]!.createdAt - before)).toBeLessThanOrEqual(60_000)
    })

    it('the same words twice is two messages', async () => {
      const first = accepted(await send('een'))
      expect(accepted(await send('een'))).not.toBe(first)
      expect(await texts()).toEqual(['een', 'een'])
    })

    it.each(['opted_out', 'throttled'] as const)(
      'is refused with a reason: %s, and nothing is listed',
      async kind => {
        world.next(kind)
        expect(await send('een')).toMatchObject({ outcome: 'refused', failure: { kind } })
        expect(await listed()).toEqual([])
        accepted(await send('twee'))
      },
    )

    it('whose answer is lost is unknown, and listed', async () => {
      world.next('answer_lost')
      expect(await send('een')).toEqual({ outcome: 'unknown', detail: expect.any(String) })
      expect(await texts()).toEqual(['een'])
    })

    it('that was lost itself is unknown too, and not listed', async () => {
      world.next('request_lost')
      expect(await send('een')).toEqual({ outcome: 'unknown', detail: expect.any(String) })
      expect(await listed()).toEqual([])
    })

    it('never throws, also when the provider is away', async () => {
      world.away()
      expect((await send('een')).outcome).not.toBe('accepted')
    })
  })

  describe('the list', () => {
    it('begins with the newest', async () => {
      for (const text of ['een', 'twee', 'drie']) {
        accepted(await send(text))
        await world.pass(2_000)
      }
      expect(await texts()).toEqual(['drie', 'twee', 'een'])
    })

    it('holds one person, and one sender', async () => {
      accepted(await send('een'))
      accepted(await send('twee', world.other))
      expect(await texts()).toEqual(['een'])
      expect(await texts({ to: world.other })).toEqual(['twee'])
      expect(await texts({ from: world.from })).toEqual(['een'])
      expect(await texts({ from: { ...world.from, address: '+32469999999' } })).toEqual([])
    })

    it('begins where it is asked to, for what was sent', async () => {
      accepted(await send('een'))
      await world.deliver()
      await world.pass(3_600_000)
      const since = world.now()
      accepted(await send('twee'))
      await world.deliver()
      expect(await texts({ since, withDate: true })).toEqual(['twee'])
      expect(await texts({ since: 0, withDate: true })).toEqual(['twee', 'een'])
    })

    it('throws when it cannot be read', async () => {
      world.away()
      await expect(listed()).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    })
  })

  describe('a status', () => {
    it('is told, and rises', async () => {
      const providerId = accepted(await send('een'))
      expect((await world.channel.fetchStatus(providerId))?.status).toBe('queued')
      await world.deliver()
      expect((await world.channel.fetchStatus(providerId))?.status).toMatch(/^(delivered|read)$/)
    })

    it('of a message that the provider does not know is null', async () => {
      expect(await world.channel.fetchStatus(`SM${'0'.repeat(32)}`)).toBeNull()
    })

    it('throws when it cannot be read', async () => {
      world.away()
      const asked = world.channel.fetchStatus(`SM${'0'.repeat(32)}`)
      await expect(asked).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    })
  })

  describe('to redact', () => {
    it('empties the words, twice as well as once, and keeps the message', async () => {
      const providerId = accepted(await send('geheim'))
      await world.deliver()
      await world.channel.redact(providerId)
      await world.channel.redact(providerId)
      expect(await listed()).toMatchObject([{ providerId, body: '' }])
    })

    it('what the provider does not know is done', async () => {
      await world.channel.redact(`SM${'0'.repeat(32)}`)
    })
  })

  describe('to prepare', () => {
    it('is not needed for plain words', async () => {
      expect(await world.channel.prepare(content('een'))).toBeNull()
    })

    it('gives a template one id, however often and with whatever values', async () => {
      const first = await world.channel.prepare({
        ...content('Dag Amina, kom je donderdag?'),
        template: TEMPLATE,
      })
      const template = { ...TEMPLATE, values: ['Gloria'] }
      expect(first).toEqual(expect.any(String))
      expect(await world.channel.prepare({ ...content('Dag Gloria, kom je donderdag?'), template })).toBe(
        first,
      )
    })
  })
}
