import { timingSafeEqual } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import { type RefusalCode, refusal } from './refusals'

/** Basic auth with the account's id and token, for every product of Twilio. */
export function apiAuth(accountSid: string, authToken: string): RequestHandler {
  const expected = Buffer.from(`Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`)
  return (request, response, next) => {
    const given = Buffer.from(request.headers.authorization ?? '')
    if (given.length === expected.length && timingSafeEqual(given, expected)) return next()
    response.setHeader('WWW-Authenticate', 'Basic realm="Twilio API"')
    refuse(response, 20003)
  }
}

export function refuse(response: Response, code: RefusalCode, detail?: string): void {
  const answer = refusal(code, detail)
  response.status(answer.status).json(answer)
}
