import { ROW_STATES } from '../../../src/domain/outbox'
import { cancelRows } from '../../../src/use-cases/cancelRows'
import type { Fate } from '../../support/fakeChannel'
import {
  HOUR,
  MINUTE,
  type Process,
  SECOND,
  type SendingWorld,
  sendingWorld,
} from '../../support/sendingWorld'

const PEOPLE = 240
const SEED = 20261124

let world: SendingWorld
beforeEach(async () => {
  world = await sendingWorld()
})
afterEach(() => world.dispose())

/** Numbers that look random and are the same every time (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const CRASHES = [
  'send.afterClaim',
  'send.afterMark',
  'send.requestWritten',
  'send.afterLink',
  'status.afterEvidence',
  'search.afterLink',
  'fallback.afterFetch',
]

test(`${PEOPLE} people, every fault, several processes that die and stand still: then quiet (seed ${SEED})`, async () => {
  const chance = chanceFrom(SEED)
  const roll = (share: number) => chance() < share
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  world.provider.listLagMs = 45 * SECOND
  world.provider.fate = (): Fate => {
    if (roll(0.75)) return 'accept'
    return pick<Fate>([
      'answer_lost',
      'request_lost',
      { refuse: { kind: 'retry' } },
      { refuse: { kind: 'throttled', retryAfterMs: 20 * SECOND } },
      { refuse: { kind: 'not_on_channel' } },
      { refuse: { kind: 'bad_content' } },
    ])
  }

  for (let n = 0; n < PEOPLE; n++) {
    const contact = `p${n}`
    await world.contact({ _id: contact })
    const common = { contact, fallbackAfterMs: HOUR }
    await world.insert({ ...common, _id: `${contact}-1`, seq: 1 })
    if (roll(0.4)) await world.insert({ ...common, _id: `${contact}-2`, seq: 2 })
    if (roll(0.6)) await world.insert({ ...common, _id: `${contact}-3`, rank: 5 })
  }

  let born = 0
  const begin = (): Process => {
    const process = world.process(`P${born++}`, { chance })
    if (roll(0.5)) process.script.killAt(pick(CRASHES))
    return process
  }
  const living = [begin(), begin(), begin()]
  for (let round = 0; round < 60; round++) {
    await Promise.all(
      living.map((process, i) =>
        process.tick(60).catch(() => {
          living[i] = begin()
        }),
      ),
    )
    for (const { row, attempt, providerId } of world.provider.messages)
      if (roll(0.05)) {
        const status = pick(['queued', 'sent', 'delivered', 'read', 'failed'])
        await world.report(world.process('webhook'), { providerId, row, attempt, status }).catch(() => {})
      }
    if (roll(0.3)) {
      const contact = `p${Math.floor(chance() * PEOPLE)}`
      await cancelRows(world.process('staff').deps, { contact }, 'by_staff', 'person')
    }
    world.clock.pass(pick([SECOND, 10 * SECOND, 40 * SECOND, 100 * SECOND, 5 * MINUTE]))
  }
  world.provider.fate = () => 'accept'
  await world.untilQuiet(world.process('last'), { rounds: 400, stepMs: 2 * MINUTE })

  const rows = await world.documents.collection('outbox').list({})
  const final = ROW_STATES.filter(state => !['planned', 'sending', 'unknown'].includes(state))
  const accepted = new Map<string, number>()
  for (const { row, channel } of world.provider.messages) {
    const key = `${row} ${channel}`
    accepted.set(key, (accepted.get(key) ?? 0) + 1)
  }
  for (const row of rows) {
    expect(final).toContain(row.state)
    for (const [number, attempt] of Object.entries(row.attempts)) {
      const mine = world.provider.messages.filter(
        one => one.row === row._id && one.attempt === Number(number),
      )
      // One attempt, one call: whatever crashed.
      expect(mine.length).toBeLessThanOrEqual(1)
      if (attempt.phase === 'void' || attempt.phase === 'refused') expect(mine).toHaveLength(0)
    }
    const failures = Object.values(row.attempts).filter(attempt => attempt.failure).length
    const whatsapp = accepted.get(`${row._id} whatsapp`) ?? 0
    if (!row.possibleDuplicate) expect(whatsapp).toBeLessThanOrEqual(1 + failures)
    expect(row.resends).toBeLessThanOrEqual(1)
  }
  expect(world.provider.messages.length).toBeGreaterThan(PEOPLE)
})
