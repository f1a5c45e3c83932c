import { Router } from 'express'
import { refuse } from './apiAuth'
import type { State } from './state'

/** `/v2/Indicators/Typing.json` (form) and `/v3/Indicators/Typing.json` (JSON). Also marks the message as read. */
export function typingApi(state: State): Router {
  const router = Router()
  router.post(['/v2/Indicators/Typing.json', '/v3/Indicators/Typing.json'], (request, response) => {
    const { channel, messageId } = (request.body ?? {}) as Record<string, unknown>
    const message = state.all('messages').get(String(messageId))
    if (String(channel).toLowerCase() !== 'whatsapp') return refuse(response, 20422, 'channel is whatsapp')
    if (message?.direction !== 'inbound') return refuse(response, 20404)
    state.put('messages', message.sid, { ...message, readByUs: true })
    response.json({ success: true })
  })
  return router
}
