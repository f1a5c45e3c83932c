import { type Response, Router } from 'express'
import type { Engine } from './engine'
import type { Faults } from './faults'
import type { PhoneOptions } from './options'
import type { ActResult, PhoneActs } from './phoneActs'
import type { ApprovalStatus, ChannelName, Message } from './records'
import type { State } from './state'

/** What tests ask about a message; `key` is the query of its StatusCallback, where the product puts its own id. */
export interface SeenMessage {
  sid: string
  channel: ChannelName
  direction: Message['direction']
  phone: string
  body: string
  status: string
  errorCode: number | null
  createdAt: number
  onPhoneAt: number | null
  key: string
  template: string | null
  choices: { id: string; title: string }[]
  swallowed: boolean
}

export function seenMessage(message: Message): SeenMessage {
  return {
    sid: message.sid,
    channel: message.channel,
    direction: message.direction,
    phone: message.phone,
    body: message.shown,
    status: message.status,
    errorCode: message.errorCode,
    createdAt: message.createdAt,
    onPhoneAt: message.onPhoneAt,
    key: message.statusCallback ? new URL(message.statusCallback).search.slice(1) : '',
    template: message.template ?? null,
    choices: (message.choices?.options ?? []).map(({ id, title }) => ({ id, title })),
    swallowed: message.swallowed ?? false,
  }
}

/** `/emulator/…`: the strings behind the stage, for tests and for the curious. JSON in, JSON out. */
export function control(given: {
  state: State
  engine: Engine
  faults: { now(): Faults; set(patch: Partial<Faults>): Faults }
  acts: PhoneActs
  reset: () => void
}): Router {
  const { state, engine, faults, acts, reset } = given
  const router = Router()
  const asked = (name: unknown) => (typeof name === 'string' ? name : undefined)

  router.get('/messages', (request, response) => {
    const phone = asked(request.query.phone)
    const all = phone ? state.messagesOf(phone) : [...state.all('messages').values()]
    const direction = asked(request.query.direction)
    const messages = all
      .map(seenMessage)
      .filter(message => !direction || message.direction.startsWith(direction))
    const sent = messages.filter(message => message.direction === 'outbound-api')
    response.json({
      messages,
      byBody: count(sent.map(message => message.body)),
      byKey: count(sent.map(message => message.key)),
    })
  })

  router.get('/phones', (_, response) => void response.json([...state.all('phones').values()]))
  router.post(
    '/phones',
    (request, response) => void response.status(201).json(acts.add(request.body as PhoneOptions)),
  )
  router.put('/phones/:address', (request, response) => {
    answer(response, acts.change(request.params.address, request.body as object))
  })
  router.delete('/phones/:address/chat', (request, response) =>
    answer(response, acts.wipe(request.params.address)),
  )

  router.post('/phones/:address/:act', (request, response) => {
    const { address, act } = request.params
    const body = (request.body ?? {}) as Record<string, unknown>
    const channel = asked(body.channel) as ChannelName | undefined
    const doing: Record<string, () => ActResult> = {
      text: () => acts.text(address, String(body.body ?? ''), channel),
      tap: () => acts.tap(address, String(body.message), String(body.id)),
      voice: () => acts.voice(address),
      image: () => acts.image(address),
      location: () => acts.location(address, body.latitude ? (body as never) : undefined),
      burst: () => acts.burst(address, body.texts as string[], channel),
    }
    const does = doing[act]
    if (!does) return void response.status(404).json({ problem: 'no such act' })
    answer(response, does())
  })

  router.get('/faults', (_, response) => void response.json(faults.now()))
  router.put(
    '/faults',
    (request, response) => void response.json(faults.set(request.body as Partial<Faults>)),
  )

  router.put('/approvals/:sid', (request, response) => {
    const content = state.all('contents').get(request.params.sid)
    if (!content?.approval) return void response.status(404).json({ problem: 'never handed in' })
    const { status, reason } = request.body as { status: ApprovalStatus; reason?: string }
    const approval = { ...content.approval, status, rejectionReason: reason ?? '' }
    state.put('contents', content.sid, { ...content, approval })
    response.json(approval)
  })

  router.get('/seen', (request, response) => {
    const phone = asked(request.query.phone)
    response.json([...state.all('seen').values()].filter(seen => !phone || seen.phone === phone))
  })

  router.post('/run-due', async (_, response) => {
    await engine.runDue()
    response.json({ next: engine.nextDue() })
  })
  router.post('/reset', (_, response) => {
    reset()
    response.status(204).end()
  })
  return router
}

function answer(response: Response, result: ActResult): void {
  if ('sids' in result) response.status(201).json(result)
  else response.status(result.problem === 'phone is off' ? 409 : 404).json(result)
}

function count(keys: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
