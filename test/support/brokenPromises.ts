import type { SeenMessage } from '../../emulator/control'
import type { OutboxRow } from '../../src/domain/outbox'
import type { Documents } from '../../src/ports/documents'

const DAY = 24 * 3_600_000

/** What the emulator and the outbox together tell against us: nothing twice, nothing lost, no free text outside the window. */
export async function brokenPromises(world: {
  documents: Documents
  emulator: { messages(): SeenMessage[] }
  now: number
}): Promise<string[]> {
  const rows = await world.documents.collection('outbox').list({})
  const messages = world.emulator.messages()
  const sent = messages.filter(({ direction }) => direction === 'outbound-api')
  return [
    ...rows.flatMap(row => ofRow(row, sent, world.now)),
    ...sent.flatMap(message => strangers(message, rows)),
    ...sent.flatMap(message => outsideWindow(message, messages)),
  ]
}

const rowOf = ({ key }: SeenMessage) => new URLSearchParams(key).get('m')
const nameOf = ({ key, channel }: { key: string; channel: string }) => `${key} (${channel})`

function ofRow(row: OutboxRow, sent: readonly SeenMessage[], now: number): string[] {
  const own = sent.filter(message => rowOf(message) === row._id)
  const twice = (['whatsapp', 'sms'] as const).filter(
    channel => own.filter(message => message.channel === channel && isGood(message)).length > 1,
  )
  const waits = ['planned', 'sending', 'unknown'].includes(row.state) && row.dueAt <= now
  const said = row.state === 'accepted' || row.state === 'delivered'
  return [
    ...(row.possibleDuplicate ? [] : twice.map(channel => `twice: ${nameOf({ ...row, channel })}`)),
    ...(waits ? [`still waits: ${nameOf(row)} ${row.state}`] : []),
    ...(said && own.length === 0 ? [`said to have left: ${nameOf(row)}`] : []),
  ]
}

/** Refused or failed at the provider: nobody got it. */
const isGood = ({ status }: SeenMessage) => status !== 'failed' && status !== 'undelivered'

const strangers = (message: SeenMessage, rows: readonly OutboxRow[]): string[] =>
  rows.some(({ _id }) => _id === rowOf(message)) ? [] : [`no row: ${nameOf(message)}`]

function outsideWindow(message: SeenMessage, messages: readonly SeenMessage[]): string[] {
  if (message.channel !== 'whatsapp' || message.template !== null) return []
  const open = messages.some(
    ({ direction, channel, phone, createdAt }) =>
      direction === 'inbound' &&
      channel === 'whatsapp' &&
      phone === message.phone &&
      createdAt <= message.createdAt &&
      createdAt > message.createdAt - DAY,
  )
  return open ? [] : [`free text outside the window: ${nameOf(message)}`]
}
