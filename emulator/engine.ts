import { reasonToReject } from './content'
import { createDueQueue } from './dueQueue'
import type { FaultSwitches } from './faults'
import { createLanes } from './lanes'
import type { MediaStore } from './mediaStore'
import { type EmulatorOptions, TIMING } from './options'
import type { Due, Message, Status } from './records'
import { newSid } from './sids'
import type { State } from './state'
import { statusParams } from './webhookParams'
import { createWebhooks } from './webhooks'

type NewDue = Due extends infer D ? (D extends Due ? Omit<D, 'id'> : never) : never

export interface Engine {
  schedule(due: NewDue): void
  /** Takes over a message that was accepted and starts its way. */
  accept(message: Message): void
  /** Brings a message to a status, tells its callback, and plans what follows. */
  advance(sid: string, to: Status, errorCode?: number): void
  /** Delivers what waited for this phone. */
  deliverWaiting(phone: string): void
  runDue(): Promise<void>
  nextDue(): number | null
  clear(): void
  close(): Promise<void>
}

/** Moves messages along and makes the calls to the product, in the time of the clock. */
export function createEngine(given: {
  options: EmulatorOptions
  state: State
  faults: FaultSwitches
  media: MediaStore
  baseUrl: () => string
}): Engine {
  const { options, state, faults, media } = given
  const timing = { ...TIMING, ...options.timing }
  const queue = createDueQueue(state.all('due').values())
  const lanes = createLanes()
  const stop = new AbortController()
  const webhooks = createWebhooks({ ...given, stop: stop.signal })
  let timer: NodeJS.Timeout | undefined

  const schedule = (due: NewDue) => {
    const row = { ...due, id: newSid('DU') } as Due
    state.put('due', row.id, row)
    queue.add(row)
    arm()
  }

  /** A wound clock tells nobody, so the timer looks again at least every second. */
  function arm(): void {
    if (options.automatic === false || stop.signal.aborted) return
    const next = queue.next()
    clearTimeout(timer)
    if (next === null) return
    const wait = Math.min(1000, Math.max(1, next - options.clock.now()))
    timer = setTimeout(() => void fire().finally(arm), wait)
    timer.unref()
  }

  function accept(message: Message): void {
    const row = { ...message }
    state.put('messages', row.sid, row)
    if (row.status === 'scheduled') {
      schedule({ at: row.sendAt as number, does: 'advance', sid: row.sid, to: 'queued' })
      return
    }
    const slow = faults.now().slow
    const next: Status = row.status === 'accepted' ? 'queued' : 'sent'
    const wait = next === 'queued' ? 0 : timing.sent
    schedule({ at: row.createdAt + wait + slow, does: 'advance', sid: row.sid, to: next })
  }

  function advance(sid: string, to: Status, errorCode: number | null = null): void {
    const before = state.all('messages').get(sid)
    if (!before || RANK[to] <= RANK[before.status]) return
    const now = options.clock.now()
    const phone = state.all('phones').get(before.phone)
    const message: Message = {
      ...before,
      status: to,
      errorCode,
      updatedAt: now,
      sentAt: before.sentAt ?? (to === 'sent' ? now : null),
      onPhoneAt: to === 'delivered' ? now : before.onPhoneAt,
      ...(to === 'sent' && phone?.blocks ? { swallowed: true } : {}),
    }
    state.put('messages', sid, message)
    tellStatus(message)
    follow(message)
  }

  /** Plans the next stage, if this one leads anywhere by itself. */
  function follow(message: Message): void {
    const now = options.clock.now()
    const phone = state.all('phones').get(message.phone)
    const plan = (to: Status, wait: number) =>
      schedule({ at: now + wait + faults.now().slow, does: 'advance', sid: message.sid, to })
    if (message.status === 'queued') plan('sent', timing.sent)
    if (message.status === 'sent' && !message.swallowed) plan('delivered', timing.delivered)
    if (message.status === 'delivered' && message.channel === 'whatsapp' && phone?.readReceipts)
      plan('read', timing.read)
  }

  function tellStatus(message: Message): void {
    const url = message.statusCallback ?? options.webhooks.status
    if (!url || message.silent || message.direction !== 'outbound-api') return
    const params = statusParams(options.accountSid, message)
    const { lost, twice } = faults.now()
    if (lost > 0 && faults.chance() < lost) return
    const at = options.clock.now() + faults.callbackDelay(message.status)
    schedule({ at, does: 'callback', sid: message.sid, params, url })
    if (twice) schedule({ at, does: 'callback', sid: message.sid, params, url })
  }

  async function step(due: Extract<Due, { does: 'advance' }>): Promise<void> {
    const message = state.all('messages').get(due.sid)
    if (!message) return
    if (due.to === 'sent') {
      if (message.doom) return advance(due.sid, message.doom.status, message.doom.code)
      if (!(await media.fetchOutbound(message))) return advance(due.sid, 'failed', 63019)
    }
    const reaches = due.to === 'delivered' || due.to === 'read'
    if (reaches && !state.all('phones').get(message.phone)?.on) return
    advance(due.sid, due.to)
  }

  function approve(due: Extract<Due, { does: 'approve' }>): void {
    const content = state.all('contents').get(due.sid)
    if (!content?.approval || !['received', 'pending'].includes(content.approval.status)) return
    const rejectionReason = reasonToReject(content)
    const status = rejectionReason === '' ? ('approved' as const) : ('rejected' as const)
    state.put('contents', content.sid, {
      ...content,
      updatedAt: options.clock.now(),
      approval: { ...content.approval, status, rejectionReason },
    })
  }

  /** Starts all that is due; the row is only crossed out when its work is done, so a crash repeats it. */
  function startDue(): boolean {
    const rows = queue.take(options.clock.now())
    for (const due of rows) {
      lanes.run(laneOf(due), async () => {
        if (stop.signal.aborted) return
        if (due.does === 'advance') await step(due)
        else if (due.does === 'callback') await webhooks.status(due)
        else if (due.does === 'inbound') await webhooks.inbound(due)
        else approve(due)
        if (!stop.signal.aborted) state.drop('due', due.id)
      })
    }
    return rows.length > 0
  }

  async function fire(): Promise<void> {
    while (startDue()) await lanes.quiet()
  }

  arm()
  return {
    schedule,
    accept,
    advance,
    deliverWaiting(phone) {
      for (const message of state.messagesOf(phone)) {
        if (message.direction === 'inbound') continue
        if (['sent', 'delivered'].includes(message.status) && !message.swallowed) follow(message)
      }
    },
    async runDue() {
      await fire()
      while (lanes.size() > 0) {
        await lanes.quiet()
        await fire()
      }
    },
    nextDue: () => queue.next(),
    clear: () => queue.clear(),
    async close() {
      clearTimeout(timer)
      stop.abort()
      await lanes.quiet()
    },
  }
}

/** A status only rises; whatever stands at 6 is the end. */
const RANK: Record<Status, number> = {
  accepted: 0,
  scheduled: 0,
  queued: 1,
  sent: 2,
  delivered: 3,
  read: 6,
  undelivered: 6,
  failed: 6,
  canceled: 6,
  received: 6,
}

/** Stages of a message in their order; calls to the product beside them, so that a slow product holds up no phone. */
function laneOf(due: Due): string {
  if (due.does === 'inbound') return due.lane
  return due.does === 'callback' ? `callback ${due.sid}` : due.sid
}
