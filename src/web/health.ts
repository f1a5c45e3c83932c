import { type RequestHandler, Router } from 'express'
import type { Health } from '../use-cases/readHealth'

/** For machines and people who watch over the product: 200 when it does its work, 503 when it does not. */
export function healthRoutes(health: () => Promise<Health>): Router {
  const answer: RequestHandler = async (_request, response) => {
    // A store that does not answer is the very thing this page is asked about.
    const now = await health().catch(() => ({ ok: false }))
    response.status(now.ok ? 200 : 503).json(now)
  }
  return Router().get('/health', answer)
}
