import { type Request, type Response, Router } from 'express'
import { refuse } from './apiAuth'
import { approvalFor, contentProblem } from './content'
import type { Engine } from './engine'
import { type ListQuery, pageOf } from './messageList'
import { type EmulatorOptions, TIMING } from './options'
import type { Approval, Content } from './records'
import { newSid } from './sids'
import type { State } from './state'

/** `/v1/Content…` and `/v1/ContentAndApprovals`: contents, and their approval by WhatsApp. */
export function contentApi(given: {
  options: EmulatorOptions
  state: State
  engine: Engine
  baseUrl: () => string
}): Router {
  const { options, state, engine, baseUrl } = given
  const router = Router({ caseSensitive: true })
  const now = () => options.clock.now()

  router.post('/Content', (request, response) => {
    const body = (request.body ?? {}) as Record<string, unknown>
    const problem = contentProblem(body)
    if (problem) return refuse(response, 20422, problem)
    const content: Content = {
      sid: newSid('HX'),
      friendlyName: typeof body.friendly_name === 'string' ? body.friendly_name : null,
      language: body.language as string,
      variables: (body.variables ?? {}) as Content['variables'],
      types: body.types as Content['types'],
      createdAt: now(),
      updatedAt: now(),
      approval: null,
    }
    state.put('contents', content.sid, content)
    response.status(201).json(resource(content))
  })

  router.get('/Content', (request, response) => list(request, response, 'Content', resource))
  router.get('/ContentAndApprovals', (request, response) =>
    list(request, response, 'ContentAndApprovals', content => {
      const { url: _, links: __, ...facts } = resource(content)
      return { ...facts, approval_requests: content.approval ? approvalFacts(content.approval) : null }
    }),
  )

  router
    .route('/Content/:sid')
    .get((request, response) => {
      const content = contentAt(request, response)
      if (content) response.json(resource(content))
    })
    .put((request, response) => {
      const content = contentAt(request, response)
      if (!content) return
      if (content.approval) return refuse(response, 20409, 'it was handed in for approval')
      const body = request.body as Record<string, unknown>
      const problem = contentProblem({ language: content.language, ...body })
      if (problem) return refuse(response, 20422, problem)
      const changed: Content = {
        ...content,
        friendlyName: (body.friendly_name as string | undefined) ?? content.friendlyName,
        language: (body.language as string | undefined) ?? content.language,
        variables: (body.variables as Content['variables'] | undefined) ?? content.variables,
        types: body.types as Content['types'],
        updatedAt: now(),
      }
      state.put('contents', content.sid, changed)
      response.json(resource(changed))
    })
    .delete((request, response) => {
      const content = contentAt(request, response)
      if (!content) return
      state.drop('contents', content.sid)
      response.status(204).end()
    })

  router.post('/Content/:sid/ApprovalRequests/whatsapp', (request, response) => {
    const content = contentAt(request, response)
    if (!content) return
    const approval = approvalFor(content, (request.body ?? {}) as Record<string, unknown>)
    if (typeof approval === 'string') return refuse(response, 20422, approval)
    state.put('contents', content.sid, { ...content, approval, updatedAt: now() })
    const wait = { ...TIMING, ...options.timing }.approval
    engine.schedule({ at: now() + wait, does: 'approve', sid: content.sid })
    response.status(201).json(approvalFacts(approval))
  })

  router.get('/Content/:sid/ApprovalRequests', (request, response) => {
    const content = contentAt(request, response)
    if (!content) return
    if (!content.approval) return refuse(response, 20404)
    response.json({
      sid: content.sid,
      account_sid: options.accountSid,
      whatsapp: { type: 'whatsapp', ...approvalFacts(content.approval) },
      url: `${baseUrl()}/v1/Content/${content.sid}/ApprovalRequests`,
    })
  })

  function contentAt(request: Request, response: Response): Content | null {
    const content = state.all('contents').get(String(request.params.sid)) ?? null
    if (!content) refuse(response, 20404)
    return content
  }

  function list(
    request: Request,
    response: Response,
    name: string,
    show: (content: Content) => object,
  ): void {
    const query = request.query as ListQuery
    const { rows, page, pageSize, next } = pageOf([...state.all('contents').values()].reverse(), query)
    const url = (at: number, token?: string | null) =>
      `${baseUrl()}/v1/${name}?PageSize=${pageSize}&Page=${at}${token ? `&PageToken=${token}` : ''}`
    response.json({
      contents: rows.map(show),
      meta: {
        page,
        page_size: pageSize,
        first_page_url: url(0),
        previous_page_url: page > 0 ? url(page - 1) : null,
        next_page_url: next ? url(page + 1, next) : null,
        key: 'contents',
        url: url(page, query.PageToken),
      },
    })
  }

  function resource(content: Content) {
    const url = `${baseUrl()}/v1/Content/${content.sid}`
    return {
      sid: content.sid,
      account_sid: options.accountSid,
      friendly_name: content.friendlyName,
      language: content.language,
      variables: content.variables,
      types: content.types,
      date_created: new Date(content.createdAt).toISOString(),
      date_updated: new Date(content.updatedAt).toISOString(),
      url,
      links: {
        approval_create: `${url}/ApprovalRequests/whatsapp`,
        approval_fetch: `${url}/ApprovalRequests`,
      },
    }
  }

  return router
}

function approvalFacts(approval: Approval) {
  return {
    name: approval.name,
    category: approval.category,
    content_type: approval.contentType,
    status: approval.status,
    rejection_reason: approval.rejectionReason,
    allow_category_change: true,
  }
}
