import type { FaultSwitches } from './faults'
import type { EmulatorOptions } from './options'
import type { Due } from './records'
import { createSeenLog } from './seenLog'
import type { State } from './state'
import { inboundParams } from './webhookParams'
import { postWebhook } from './webhookPost'

/** The calls to the product, and the record of what it answered. */
export function createWebhooks(given: {
  options: EmulatorOptions
  state: State
  faults: FaultSwitches
  baseUrl: () => string
  stop: AbortSignal
}) {
  const { options, state, faults, baseUrl, stop } = given
  const seen = createSeenLog(state)

  async function post(
    sid: string,
    kind: 'inbound' | 'status',
    url: string,
    params: Record<string, string>,
    token: string,
  ): Promise<boolean> {
    const { authToken } = options
    const result = await postWebhook({ url, params, authToken, idempotencyToken: token, stop })
    const phone = state.all('messages').get(sid)?.phone
    if (phone && !stop.aborted) {
      const { pathname, search } = new URL(url)
      const status = params.MessageStatus ?? 'received'
      const at = options.clock.now()
      seen.add({ ...result, at, phone, kind, sid, status, path: pathname + search, token })
    }
    return result.ok
  }

  return {
    async status(due: Extract<Due, { does: 'callback' }>): Promise<void> {
      await post(due.sid, 'status', due.url, due.params, due.id)
    },
    /** The fallback is called when the first address fails, as Twilio does. */
    async inbound(due: Extract<Due, { does: 'inbound' }>): Promise<void> {
      const message = state.all('messages').get(due.sid)
      if (!message) return
      const params = inboundParams(options, message, state, baseUrl())
      const { inbound: url, fallback } = options.webhooks
      const once = async () =>
        (await post(due.sid, 'inbound', url, params, due.id)) ||
        (fallback !== undefined && (await post(due.sid, 'inbound', fallback, params, due.id)))
      const heard = await once()
      if (faults.now().twice) await once()
      const now = state.all('messages').get(due.sid)
      if (now) state.put('messages', due.sid, { ...now, heard })
    },
  }
}
