import { type RequestHandler, Router } from 'express'

export interface Health {
  ok: boolean
  store: string
  /** Seconds since the clock last looked at what is due. */
  lastTick: number | null
  waiting: { toSend: number; inDoubt: number; toHandle: number }
}

/** For machines and people who watch over the product: 200 when it does its work, 503 when it does not. */
export function healthRoutes(health: () => Promise<Health>): Router {
  const answer: RequestHandler = async (_request, response) => {
    const now = await health()
    response.status(now.ok ? 200 : 503).json(now)
  }
  return Router().get('/health', answer)
}
