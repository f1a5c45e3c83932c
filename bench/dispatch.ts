import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { TIMING } from '../src/domain/delivery/timing'
import type { OutboxRow } from '../src/domain/outbox'
import type { Channel } from '../src/ports/channel'
import type { Collection, Documents, Stored } from '../src/ports/documents'
import { createAttempts } from '../src/store/attempts'
import { openEmbedded } from '../src/store/embedded'
import { createOutbox } from '../src/store/outbox'
import { createProviderMessages } from '../src/store/providerMessages'
import { createSenders } from '../src/store/senders'
import { createStatuses } from '../src/store/statuses'
import { sendDue } from '../src/use-cases/sendDue'
import type { Sending } from '../src/use-cases/sending'
import { aCampaign, aContact, anOrganisation, aRow } from '../test/support/sendingWorld'

/**
 * How fast the outbox empties on the embedded engine when the provider answers at once, beside the floor: one claim and
 * one update for each message, in the same store, the same run and equally many at a time.
 * `node --import tsx bench/dispatch.ts [messages]`
 */
const MESSAGES = Number(process.argv[2] ?? 1_000)
const PARALLEL = 8

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'brugbode-bench-'))
  const documents = await openEmbedded(folder)
  try {
    // Halves in turn, so that a machine that gets slower is slower for both.
    const floor: number[] = []
    const dispatch: number[] = []
    const counts = new Map<string, number>()
    await people(documents)
    for (let half = 0; half < 2; half++) {
      floor.push(await runFloor(documents, half))
      dispatch.push(await runDispatch(counting(documents, counts), half))
    }
    const perSecond = (ms: number[]) => Math.round((MESSAGES * 1_000) / ms.reduce((sum, one) => sum + one, 0))
    const calls = [...counts].map(([name, n]) => [name, Number((n / MESSAGES).toFixed(2))])
    const report = {
      messages: MESSAGES,
      parallel: PARALLEL,
      floorPerSecond: perSecond(floor),
      dispatchPerSecond: perSecond(dispatch),
      timesFloor: Number((perSecond(floor) / perSecond(dispatch)).toFixed(1)),
      callsPerMessage: Object.fromEntries(calls),
    }
    console.log(JSON.stringify(report, null, 2))
  } finally {
    await documents.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const rowsOf = (half: number, kind: string): Partial<OutboxRow> & { _id: string }[] =>
  Array.from({ length: MESSAGES / 2 }, (_, n) => ({ _id: `${kind}-${half}-${n}` })) as never

async function people(documents: Documents): Promise<void> {
  const now = Date.now()
  await documents.collection('organisations').insert(anOrganisation())
  await documents.collection('campaigns').insert(aCampaign())
  for (const id of ['house|whatsapp', 'floor|whatsapp'])
    await documents.collection('senders').insert({
      _id: id,
      freeAt: 0,
      intervalMs: 0.001,
      burstMs: 60_000,
      reserveMs: 0,
      pausedUntil: 0,
    })
  for (let n = 0; n < MESSAGES; n++) {
    const number = `+3247${String(n).padStart(7, '0')}`
    const addresses = [{ channel: 'whatsapp' as const, address: number }]
    const contact = aContact(now, { _id: `c${n}`, addresses, addressKeys: [number] })
    await documents.collection('contacts').insert(contact)
  }
}

async function runFloor(documents: Documents, half: number): Promise<number> {
  const outbox = documents.collection('outbox')
  const now = Date.now()
  for (const { _id } of rowsOf(half, 'floor'))
    await outbox.insert(aRow(now, { _id, sender: 'floor|whatsapp' }))
  const began = performance.now()
  const worker = async () => {
    for (;;) {
      const row = await outbox.claim(
        { state: 'planned', sender: 'floor|whatsapp', nextAt: { $lte: now } },
        { set: { nextAt: now + 120_000 } },
        [
          ['rank', 1],
          ['nextAt', 1],
        ],
      )
      if (!row) return
      await outbox.update({ _id: row._id, state: 'planned' }, { set: { state: 'accepted' } })
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, worker))
  return performance.now() - began
}

async function runDispatch(documents: Documents, half: number): Promise<number> {
  const now = Date.now()
  let n = half * (MESSAGES / 2)
  for (const { _id } of rowsOf(half, 'm'))
    await documents.collection('outbox').insert(aRow(now, { _id, contact: `c${n++}`, rank: 0 }))
  const deps = sending(documents)
  const began = performance.now()
  while ((await sendDue(deps, { limit: MESSAGES })) > 0);
  const took = performance.now() - began
  const accepted = await documents.collection('outbox').count({ state: 'accepted', sender: 'house|whatsapp' })
  if (accepted !== (half + 1) * (MESSAGES / 2)) throw new Error(`only ${accepted} were accepted`)
  return took
}

function sending(documents: Documents): Sending {
  let sid = Date.now()
  const channel: Pick<Channel, 'prepare' | 'send'> = {
    prepare: async () => null,
    send: async () => ({ outcome: 'accepted', providerId: `SM${sid++}-${documents.engine}` }),
  }
  return {
    documents,
    outbox: createOutbox(documents),
    attempts: createAttempts(documents),
    providerMessages: createProviderMessages(documents),
    statuses: createStatuses(documents),
    senders: createSenders(documents),
    channel: channel as Channel,
    content: {
      texts: {
        direction: () => 'ltr',
        render: (say, { language }) => ({ text: say.text, language, direction: 'ltr' }),
      },
      timeline: () => null,
    },
    templates: { standingOf: async () => ({ approval: 'not_asked' }) },
    facts: () => ({}),
    stillWanted: async () => true,
    segmentsOf: () => 1,
    timing: TIMING,
    clock: { now: () => Date.now(), monotonic: () => performance.now(), sleep: async () => {} },
    owner: 'bench',
    chance: () => 0.5,
    parallel: PARALLEL,
    log: { info() {}, warn: console.warn, error: console.error },
  }
}

/** Counts what the store is asked while messages leave; filling it beforehand is not counted. */
function counting(documents: Documents, counts: Map<string, number>): Documents {
  return {
    ...documents,
    collection: name => {
      const inner = documents.collection(name) as unknown as Record<string, (...given: unknown[]) => unknown>
      const outer: Record<string, unknown> = {}
      for (const call of Object.keys(inner))
        outer[call] = (...given: unknown[]) => {
          if (!(call === 'insert' && name === 'outbox') && call !== 'count') {
            const key = `${name}.${call}`
            counts.set(key, (counts.get(key) ?? 0) + 1)
          }
          return inner[call]?.(...given)
        }
      return outer as unknown as Collection<Stored> as never
    },
  }
}

void main()
