import type { Request, RequestHandler, Response } from 'express'
import { chooseLanguage, isStaffLanguage, type StaffLanguage } from './words'

const COOKIE = 'language'
const A_YEAR_MS = 365 * 24 * 3_600_000

/** In which language this request is answered. */
export function languageOf(request: Request): StaffLanguage {
  const before = new RegExp(`(?:^|;\\s*)${COOKIE}=(\\w+)`).exec(request.headers.cookie ?? '')?.[1]
  return chooseLanguage(request.query.language, before, request.headers['accept-language'])
}

/** A language once chosen holds for the next pages as well. */
export const keepLanguage: RequestHandler = (request, response, next) => {
  const { language } = request.query
  rememberedLanguage(response, language)
  next()
}

export function rememberedLanguage(response: Response, language: unknown): void {
  if (isStaffLanguage(language))
    response.cookie(COOKIE, language, { httpOnly: true, sameSite: 'lax', maxAge: A_YEAR_MS })
}
