import { type Delivery, TELL_AGAIN_MS } from '../domain/api'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import type { Log } from '../ports/log'
import type { Seal } from '../ports/seal'
import type { Tell } from '../ports/tell'

export interface TellHooks {
  documents: Documents
  clock: Clock
  seal: Pick<Seal, 'unlock'>
  tell: Tell
  log: Log
}

/** One try lasts no longer than this; a process that dies in it gives the delivery free again. */
const LEASE_MS = 60_000

/**
 * Tells other programs what waits to be told, at least once each: after a crash the same id comes again. What an address
 * does not take is tried again, later and later.
 * @returns how many tries there were
 */
export async function tellHooks(deps: TellHooks, limit: number): Promise<number> {
  const { documents, clock } = deps
  for (let tries = 0; tries < limit; tries++) {
    const now = clock.now()
    const delivery = await documents
      .collection('deliveries')
      .claim(
        { state: 'waiting', nextAt: { $lte: now } },
        { set: { nextAt: now + LEASE_MS }, inc: { tries: 1 } },
        [['nextAt', 1]],
      )
    if (!delivery) return tries
    await tellOne(deps, delivery)
  }
  return limit
}

async function tellOne(deps: TellHooks, { _id, hook: id, event, at, told, tries }: Delivery): Promise<void> {
  const { documents, clock, seal, log } = deps
  const hooks = documents.collection('hooks')
  const hook = await hooks.get(id)
  const settle = (set: Partial<Delivery>) =>
    documents.collection('deliveries').update({ _id, state: 'waiting', tries }, { set })
  if (!hook || hook.endedAt !== undefined) return void (await settle({ state: 'given_up' }))
  const body = JSON.stringify({ type: event, timestamp: new Date(at).toISOString(), data: told })
  const answer = await deps.tell({
    url: hook.url,
    id: _id,
    secret: seal.unlock(hook.secret),
    body,
    at: clock.now(),
  })
  if (answer === 'told') return void (await settle({ state: 'delivered' }))
  if (answer === 'gone')
    await hooks.update({ _id: id, endedAt: { $exists: false } }, { set: { endedAt: clock.now() } })
  const again = answer === 'gone' ? undefined : TELL_AGAIN_MS[tries - 1]
  if (again === undefined) {
    log.warn('not told', { hook: id, delivery: _id })
    return void (await settle({ state: 'given_up' }))
  }
  await settle({ nextAt: clock.now() + again })
}
