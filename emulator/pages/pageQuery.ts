import type { Request } from 'express'
import { isPageLanguage, type PageLanguage } from './words'

const SIDE_BY_SIDE = 4

/** Which phones are open: at most four, the last ones asked for; at first the first four. */
export function openOf(request: Request, count: number): number[] {
  const asked = request.query.open
  if (typeof asked !== 'string') return [...Array(Math.min(SIDE_BY_SIDE, count)).keys()]
  const numbers = asked
    .split('.')
    .filter(part => /^\d+$/.test(part))
    .map(Number)
  return [...new Set(numbers)].filter(n => n < count).slice(-SIDE_BY_SIDE)
}

/** Numbers of phones, never names or addresses: addresses of pages stay in histories. */
export function queryOf(open: number[], language: PageLanguage | null): string {
  return `?open=${open.join('.')}${language ? `&language=${language}` : ''}`
}

export function chosenLanguage(request: Request): PageLanguage | null {
  const asked = String(request.query.language ?? '')
  return isPageLanguage(asked) ? asked : null
}

export function languageOf(request: Request): PageLanguage {
  const asked = chosenLanguage(request)
  if (asked) return asked
  const accepted = request.acceptsLanguages().map(tag => tag.split('-')[0] as string)
  return accepted.find(isPageLanguage) ?? 'en'
}
