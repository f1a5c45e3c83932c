import { createHash, timingSafeEqual } from 'node:crypto'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { AppError } from '../errors'

/** Basic authentication with one password for all staff, until everybody signs in by name. */
export function staffOnly(password: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (password === undefined || allowed(request.headers.authorization, password)) return next()
    response.setHeader('WWW-Authenticate', 'Basic realm="Brugbode", charset="UTF-8"')
    response.status(401).end()
  }
}

function allowed(header: string | undefined, password: string): boolean {
  const [, given = ''] = Buffer.from(header?.replace(/^Basic /, '') ?? '', 'base64')
    .toString('utf8')
    .split(/:(.*)/s)
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(password))
}

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
