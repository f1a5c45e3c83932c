import { type Request, type Response, Router } from 'express'
import { refuse } from './apiAuth'
import type { Engine } from './engine'
import type { FaultSwitches, RequestFault } from './faults'
import type { MediaStore } from './mediaStore'
import { type ListQuery, matchMessages, pageOf, pageUri } from './messageList'
import { mediaResource, messageResource } from './messageResource'
import { createMessage, type Fields } from './messages'
import type { EmulatorOptions } from './options'
import type { Message } from './records'
import { type RefusalCode, refusal } from './refusals'
import type { State } from './state'

/** `/2010-04-01/Accounts/{AccountSid}/Messages…` */
export function messagesApi(given: {
  options: EmulatorOptions
  state: State
  engine: Engine
  faults: FaultSwitches
  media: MediaStore
}): Router {
  const { options, state, engine, faults, media } = given
  const { accountSid } = options
  const root = `/2010-04-01/Accounts/${accountSid}/Messages`
  const router = Router({ caseSensitive: true })
  let accepted: number[] = []

  const overRate = (): boolean => {
    const now = options.clock.now()
    accepted = accepted.filter(at => at > now - 1000)
    const { perSecond } = faults.now()
    if (perSecond > 0 && accepted.length >= perSecond) return true
    accepted.push(now)
    return false
  }

  const take = (fields: Fields, fault: RequestFault | null) => {
    if (fault?.mode === 'refuse') return { refused: (fault.code ?? 20422) as RefusalCode }
    const around = {
      options,
      now: options.clock.now(),
      phones: state.all('phones'),
      contents: state.all('contents'),
    }
    const created = createMessage(fields, around)
    if ('message' in created) {
      const doom = fault?.mode === 'fail' && { status: fault.status ?? 'failed', code: fault.code ?? 63023 }
      engine.accept(doom ? { ...created.message, doom } : created.message)
    }
    return created
  }

  router.post('/Messages.json', (request, response) => {
    const fields = (request.body ?? {}) as Fields
    const fault = faults.take({ to: String(fields.To ?? ''), body: String(fields.Body ?? '') })
    if (fault?.mode === 'drop-before-accept') return void request.socket.destroy()
    if (fault?.mode === '429') return tooMany(response, fault.retryAfter)
    if (overRate()) return tooMany(response, 1)
    const created = take(fields, fault)
    if ('refused' in created) return refuse(response, created.refused, created.detail)
    if (fault?.mode === 'accept-and-drop-answer') return void request.socket.destroy()
    if (fault?.mode === '500-after-accept')
      return void response.status(500).type('html').send('<html><body>Internal Server Error</body></html>')
    const answer = () => void response.status(201).json(messageResource(accountSid, created.message))
    if (fault?.mode === 'late-201') setTimeout(answer, fault.ms ?? 40_000)
    else answer()
  })

  router.get('/Messages.json', (request, response) => {
    const query = request.query as ListQuery
    const listed = options.clock.now() - faults.now().listDelay
    const all = [...state.all('messages').values()].filter(message => message.createdAt <= listed)
    const { rows, ...page } = pageOf(matchMessages(all, query), query)
    const messages = rows.map(message => messageResource(accountSid, message))
    response.json({ messages, ...paging(`${root}.json`, query, page, rows.length) })
  })

  router
    .route('/Messages/:sid.json')
    .get((request, response) => {
      const message = messageAt(request, response)
      if (message) response.json(messageResource(accountSid, message))
    })
    .post((request, response) => {
      const message = messageAt(request, response)
      if (!message) return
      const { Body: body, Status: status } = (request.body ?? {}) as Record<string, string | undefined>
      if (status !== undefined && (status !== 'canceled' || message.status !== 'scheduled'))
        return refuse(response, status === 'canceled' ? 20409 : 20422)
      if (body !== undefined && body !== '') return refuse(response, 20422, 'Body can only be emptied')
      if (body === '') redact(message)
      if (status === 'canceled') engine.advance(message.sid, 'canceled')
      response.json(messageResource(accountSid, state.all('messages').get(message.sid) as Message))
    })
    .delete((request, response) => {
      const message = messageAt(request, response)
      if (!message) return
      for (const sid of message.media) media.drop(sid)
      state.drop('messages', message.sid)
      response.status(204).end()
    })

  router.get('/Messages/:sid/Media.json', (request, response) => {
    const message = messageAt(request, response)
    if (!message) return
    const all = message.media.map(sid => state.all('media').get(sid)).filter(found => found !== undefined)
    const { rows, ...page } = pageOf(all, request.query)
    const path = `${root}/${message.sid}/Media.json`
    const media_list = rows.map(one => mediaResource(accountSid, one))
    response.json({ media_list, ...paging(path, request.query as ListQuery, page, rows.length) })
  })

  /** With `.json`: the facts. Without: the bytes themselves, without a redirect. */
  router
    .route('/Messages/:sid/Media/:media')
    .get((request, response) => {
      const name = String(request.params.media)
      const found = state.all('media').get(name.replace(/\.json$/, ''))
      if (found?.message !== request.params.sid) return refuse(response, 20404)
      if (name.endsWith('.json')) return void response.json(mediaResource(accountSid, found))
      response.type(found.type).send(media.read(found.sid))
    })
    .delete((request, response) => {
      const found = state.all('media').get(String(request.params.media).replace(/\.json$/, ''))
      if (found?.message !== request.params.sid) return refuse(response, 20404)
      media.drop(found.sid)
      response.status(204).end()
    })

  /** Emptied in what is told and in what is kept: the journal's earlier lines go as well. */
  function redact({ fields: _, ...message }: Message): void {
    state.put('messages', message.sid, { ...message, body: '', updatedAt: options.clock.now() })
    state.forgetPast()
  }

  function messageAt(request: Request, response: Response): Message | null {
    const message = state.all('messages').get(String(request.params.sid)) ?? null
    if (!message) refuse(response, 20404)
    return message
  }

  return router
}

function paging(
  path: string,
  query: ListQuery,
  { page, pageSize, next }: { page: number; pageSize: number; next: string | null },
  count: number,
) {
  const uri = (at: number, token?: string) => pageUri(path, query, pageSize, at, token)
  return {
    page,
    page_size: pageSize,
    start: page * pageSize,
    end: page * pageSize + Math.max(0, count - 1),
    uri: uri(page, query.PageToken),
    first_page_uri: uri(0),
    previous_page_uri: page > 0 ? uri(page - 1) : null,
    next_page_uri: next ? uri(page + 1, next) : null,
  }
}

function tooMany(response: Response, retryAfter?: number): void {
  if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter))
  response.status(429).json(refusal(20429))
}
