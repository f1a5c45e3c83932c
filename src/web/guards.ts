import type { NextFunction, Request, Response } from 'express'
import { AppError } from '../errors'

/** A change comes from one of our own pages; the browser says so itself (Fetch Metadata, then Origin). */
export function ownPagesOnly(request: Request, _response: Response, next: NextFunction): void {
  next(isOwn(request) ? undefined : new AppError('NOT_AUTHENTIC', 'A form from elsewhere'))
}

function isOwn(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const site = request.headers['sec-fetch-site']
  const { origin, host } = request.headers
  return site
    ? site === 'same-origin' || site === 'none'
    : origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}
