import type { Task } from '../../src/domain/conversation'
import { CAMPAIGN, type House } from './openHouse'

/** Somebody is to be called, since a minute. */
export async function openCall(house: House, _id: string, over: Partial<Task> = {}): Promise<string> {
  await house.documents.collection('tasks').insert({
    _id,
    organisation: 'demo',
    kind: 'call',
    contact: house.idOf('Amina'),
    campaign: CAMPAIGN,
    reason: 'silent',
    dueAt: house.clock.now() - 60_000,
    state: 'open',
    ...over,
  })
  return _id
}
