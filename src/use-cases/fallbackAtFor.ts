import { openWays } from '../domain/delivery/chooseChannel'
import type { OutboxRow } from '../domain/outbox'
import type { Sending } from './sending'

/** When SMS takes over from a WhatsApp that is not delivered; undefined for a contact or a row without such a way. */
export async function fallbackAtFor(deps: Sending, row: OutboxRow, n: number): Promise<number | undefined> {
  if (row.fallbackAfterMs === undefined || row.attempts[n]?.channel !== 'whatsapp') return undefined
  if (!(await hasSms(deps, row))) return undefined
  return row.attempts[n].startedAt + row.fallbackAfterMs
}

export async function hasSms({ documents }: Sending, row: OutboxRow): Promise<boolean> {
  const [contact, organisation] = await Promise.all([
    documents.collection('contacts').get(row.contact),
    documents.collection('organisations').get(row.organisation),
  ])
  if (!contact || !organisation) return false
  return openWays(contact, organisation, row.spent).some(way => way.channel === 'sms')
}
