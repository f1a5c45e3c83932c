import { eventOfOurs } from '../domain/conversation'
import type { OutboxRow } from '../domain/outbox'
import type { Sending } from './sending'

/**
 * A dialog that is due becomes an event of the conversation, through the same door as everything else: its id is the
 * row's, so doing it twice starts it once.
 */
export async function startDialog(deps: Sending, row: OutboxRow): Promise<void> {
  const { documents, outbox, clock } = deps
  if (!row.start) {
    await outbox.close(row, { state: 'failed', reason: 'bad_content' })
    return
  }
  // What changed since the claim is seen here; the event itself cannot be taken back.
  const own = await outbox.get(row._id, { fresh: true })
  if (own?.state !== 'planned' || own.fence !== row.fence || own.rev !== row.rev) return
  const now = clock.now()
  await documents.collection('inbound').insert(
    eventOfOurs({
      _id: `start:${row._id}`,
      organisation: row.organisation,
      contact: row.contact,
      at: now,
      event: {
        kind: 'start',
        dialog: row.start.dialog,
        row: row._id,
        ...(row.campaign === undefined ? {} : { campaign: row.campaign }),
        ...(row.step === undefined ? {} : { step: row.step }),
        ...(row.start.opening === undefined ? {} : { opening: row.start.opening }),
        notAfter: row.notAfter,
      },
    }),
  )
  await deps.crash?.('start.afterInsert')
  await outbox.started(row._id, now)
}

/** Its event is there already: a crash came between the event and the row. */
export async function hasStarted({ documents }: Sending, row: OutboxRow): Promise<boolean> {
  return row.kind === 'start' && (await documents.collection('inbound').get(`start:${row._id}`)) !== null
}
