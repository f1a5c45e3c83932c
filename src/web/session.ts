import type { CookieOptions, Request, RequestHandler, Response } from 'express'
import { can, type Verb } from '../domain/access/can'
import { SIGN_IN, type Staff } from '../domain/staff'
import { AppError } from '../errors'
import { isStaffLanguage } from './words'

export interface Sessions {
  /** Who is signed in with this secret. */
  readSession(secret: string): Promise<Staff | null>
  rememberLanguage(staff: Staff, language: string): Promise<void>
  /** People reach us by https alone: the cookie never leaves otherwise. */
  secure: boolean
}

const OPTIONS: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: SIGN_IN.IDLE_MS }

/** `__Host-`: no other host and no plain http can set it (RFC 6265bis 4.1.3). */
const cookieName = (secure: boolean) => (secure ? '__Host-session' : 'session')

export function secretIn(request: Request, { secure }: Pick<Sessions, 'secure'>): string | null {
  const cookies = (request.headers.cookie ?? '').split(';').map(pair => pair.trim())
  const own = cookies.find(pair => pair.startsWith(`${cookieName(secure)}=`))
  return own?.slice(cookieName(secure).length + 1) || null
}

export function keepSecret(response: Response, secret: string, { secure }: Pick<Sessions, 'secure'>): void {
  response.cookie(cookieName(secure), secret, { ...OPTIONS, secure })
}

export function dropSecret(response: Response, { secure }: Pick<Sessions, 'secure'>): void {
  const { maxAge: _, ...options } = OPTIONS
  response.clearCookie(cookieName(secure), { ...options, secure })
}

/** Who asks for this page; set by `signedInOnly`. */
export const staffOf = (request: Request): Staff | undefined => request.res?.locals.staff

/** Whose deed this is, on every page behind the door. */
export function byOf(request: Request): Staff {
  const staff = staffOf(request)
  if (!staff) throw new AppError('NOT_AUTHENTIC', 'Nobody is signed in here')
  return staff
}

/**
 * Everything after this is for people who are signed in; others are led to the door, and back afterwards.
 * @param keep lets in again together with what was typed; false: there is nothing to keep
 */
export function signedInOnly(
  sessions: Sessions,
  keep: (request: Request, response: Response, to: string) => boolean,
): RequestHandler {
  return async (request, response, next) => {
    // What staff saw stays in no cache: not in a shared one, nor behind the back button after signing out.
    response.setHeader('cache-control', 'no-store')
    const secret = secretIn(request, sessions)
    const staff = secret ? await sessions.readSession(secret) : null
    if (!staff) {
      if (keep(request, response, pageOf(request.path))) return
      return response.redirect(303, doorFor(request, secret !== null))
    }
    response.locals.staff = staff
    // The cookie lives on with the session.
    keepSecret(response, secret!, sessions)
    const { language } = request.query
    if (isStaffLanguage(language) && language !== staff.language)
      await sessions.rememberLanguage(staff, language)
    next()
  }
}

function doorFor(request: Request, wasHere: boolean): string {
  // A form that came too late leads back to its page.
  const to = request.method === 'GET' ? request.originalUrl : pageOf(request.path)
  const query = new URLSearchParams({ ...(to === '/' ? {} : { to }), ...(wasHere ? { away: 'yes' } : {}) })
  return query.size > 0 ? `/sign-in?${query}` : '/sign-in'
}

/** `/campaigns/x` of `/campaigns/x/tasks`. */
export const pageOf = (path: string): string => `/${path.split('/').slice(1, 3).join('/')}`

/** A place of our own to go on to; whatever else stands there leads home. */
export function ownPath(to: unknown): string {
  const HERE = 'http://here.invalid'
  if (typeof to !== 'string' || !/^\/(?![/\\])/.test(to) || !URL.canParse(to, HERE)) return '/'
  const { origin, pathname, search } = new URL(to, HERE)
  // `/.//elsewhere` becomes `//elsewhere` once it is read.
  if (origin !== HERE || pathname.startsWith('//')) return '/'
  return pathname === '/sign-in' ? '/' : pathname + search
}

/** Each part of the pages: what one must be allowed to see it, and to change something there. */
export const PARTS: Readonly<Record<string, { see: Verb; change: Verb }>> = {
  inbox: { see: 'see_contacts', change: 'change_contacts' },
  today: { see: 'see_campaigns', change: 'change_campaigns' },
  campaigns: { see: 'see_campaigns', change: 'change_campaigns' },
  contacts: { see: 'see_contacts', change: 'change_contacts' },
  reports: { see: 'read_reports', change: 'read_reports' },
  texts: { see: 'see_campaigns', change: 'change_campaigns' },
  templates: { see: 'see_campaigns', change: 'change_campaigns' },
  settings: { see: 'change_settings', change: 'change_settings' },
  account: { see: 'read_reports', change: 'read_reports' },
  c: { see: 'see_campaigns', change: 'change_campaigns' },
  letters: { see: 'see_campaigns', change: 'change_campaigns' },
  talks: { see: 'read_reports', change: 'read_reports' },
  more: { see: 'read_reports', change: 'read_reports' },
}

export const partOf = (path: string) => {
  const [, name = ''] = path.split('/')
  return Object.hasOwn(PARTS, name) ? PARTS[name] : undefined
}

/** A part that is in no row of the table is not there, for nobody: a new page is closed until somebody thought of it. */
export const knownOnly: RequestHandler = ({ path }, _response, next) => {
  const isKnown = path === '/' || partOf(path) !== undefined
  next(isKnown ? undefined : new AppError('NOT_FOUND', 'There is no such page'))
}

/** Refuses what somebody's role does not allow, with `refuse`. */
export function allowedOnly(refuse: (request: Request, response: Response) => void): RequestHandler {
  return (request, response, next) => {
    const role = staffOf(request)?.role
    const part = partOf(request.path)
    const isLooking = request.method === 'GET' || request.method === 'HEAD'
    if (!part || (role && can(role, isLooking ? part.see : part.change))) next()
    else refuse(request, response)
  }
}
