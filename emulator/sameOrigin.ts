import type { RequestHandler } from 'express'

/** Another website open in the same browser must not reach the practice phones. Programs send no such header. */
export const sameOrigin: RequestHandler = (request, response, next) => {
  const site = request.headers['sec-fetch-site']
  if (request.method === 'GET' || site === undefined || site === 'same-origin' || site === 'none')
    return next()
  response.status(403).json({ problem: 'from another website' })
}
