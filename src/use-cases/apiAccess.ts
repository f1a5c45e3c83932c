import { randomBytes } from 'node:crypto'
import { type ApiToken, type Hook, type HookEvent, PROGRAM, type Scope } from '../domain/api'
import type { FieldProblem } from '../domain/fieldProblem'
import type { Staff } from '../domain/staff'
import { AppError } from '../errors'
import type { Documents } from '../ports/documents'
import type { Seal } from '../ports/seal'
import { type Auditing, auditEntry } from './audit'
import { type MakeOnce, makeOnce } from './makeOnce'
import { secretHash } from './secretHash'

type By = Pick<Staff, '_id' | 'organisation'>

/** So that a leaked token is recognised as one of ours, by people and by scanners. */
const TOKEN = 'brugbode_'
const SECRET = 'whsec_'
const MOST_HOOKS = 10

/**
 * @param asked.key of the form: sent twice, it is one token
 * @returns the token, for the page that shows it once and nowhere else
 */
export async function makeToken(
  deps: MakeOnce,
  by: By,
  { name, scope, key }: { name: string; scope: Scope; key: string },
): Promise<string> {
  const { organisation } = by
  const token = TOKEN + deps.seal.secretOf(`token|${organisation}|${key}`)
  const made: ApiToken = {
    _id: secretHash('token', token),
    organisation,
    name,
    scope,
    madeBy: by._id,
    madeAt: deps.clock.now(),
  }
  await makeOnce(deps, { into: 'apiTokens', insert: made }, { what: 'token_made', by: by._id })
  return token
}

/** Twice ends it once. */
export async function endToken(deps: Auditing, by: By, _id: string): Promise<void> {
  const { organisation } = by
  await deps.documents.atomically([
    {
      in: 'apiTokens',
      update: { _id, organisation, endedAt: { $exists: false } },
      patch: { set: { endedAt: deps.clock.now() } },
    },
    {
      into: 'auditLog',
      insert: auditEntry(deps, { what: 'token_ended', organisation, by: by._id, about: _id }),
    },
  ])
}

const USED_EVERY_MS = 5 * 60_000

/** Whose token this is. Null: nobody's, or ended. */
export async function readToken(
  { documents, clock }: Pick<Auditing, 'documents' | 'clock'>,
  token: string,
): Promise<{ by: By; scope: Scope } | null> {
  if (!token.startsWith(TOKEN)) return null
  const tokens = documents.collection('apiTokens')
  const found = await tokens.get(secretHash('token', token))
  if (!found || found.endedAt !== undefined) return null
  const now = clock.now()
  if ((found.usedAt ?? 0) < now - USED_EVERY_MS)
    await tokens.update({ _id: found._id }, { set: { usedAt: now } })
  return { by: { _id: PROGRAM + found._id, organisation: found.organisation }, scope: found.scope }
}

export type HookMade = { ok: true; hook: Hook; secret: string } | { ok: false; problems: FieldProblem[] }

/**
 * An address that is told from now on. With the same id twice it is one, with the same secret.
 * @param id made with the form, or from the request's key
 * @param near an address on this machine is allowed, and plain http: practice
 * @returns the secret, which is shown once
 */
export async function makeHook(
  deps: Auditing & { seal: Pick<Seal, 'lock' | 'unlock'> },
  by: By,
  { id, url, events, near }: { id: string; url: string; events: readonly HookEvent[]; near: boolean },
): Promise<HookMade> {
  const { organisation } = by
  const problems: FieldProblem[] = []
  const address = URL.canParse(url) ? new URL(url) : null
  const fits = address && (address.protocol === 'https:' || (near && address.protocol === 'http:'))
  if (!fits || address.username !== '' || url.length > 1_000)
    problems.push({ field: 'url', problem: 'hook_url' })
  if (events.length === 0) problems.push({ field: 'events', problem: 'hook_events' })
  const before = await deps.documents.collection('hooks').get(id)
  if (before?.organisation === organisation)
    return { ok: true, hook: before, secret: deps.seal.unlock(before.secret) }
  const open = { organisation, endedAt: { $exists: false } }
  if ((await deps.documents.collection('hooks').count(open)) >= MOST_HOOKS)
    problems.push({ field: 'url', problem: 'hooks_full', values: { count: MOST_HOOKS } })
  if (problems.length > 0) return { ok: false, problems }
  const secret = SECRET + randomBytes(32).toString('base64')
  const hook: Hook = {
    _id: id,
    organisation,
    url,
    secret: deps.seal.lock(secret),
    events: [...new Set(events)],
    madeAt: deps.clock.now(),
  }
  const done = await deps.documents.atomically([
    { into: 'hooks', insert: hook },
    {
      into: 'auditLog',
      insert: auditEntry(deps, { what: 'hook_made', organisation, by: by._id, about: hook._id }),
    },
  ])
  // The same form twice at one moment.
  return done ? { ok: true, hook, secret } : makeHook(deps, by, { id, url, events, near })
}

/** Nothing more is told there. Twice ends it once. */
export async function endHook(deps: Auditing, by: By, _id: string): Promise<void> {
  const { organisation } = by
  await deps.documents.atomically([
    {
      in: 'hooks',
      update: { _id, organisation, endedAt: { $exists: false } },
      patch: { set: { endedAt: deps.clock.now() } },
    },
    {
      into: 'auditLog',
      insert: auditEntry(deps, { what: 'hook_ended', organisation, by: by._id, about: _id }),
    },
  ])
}

/**
 * The id of what a request with this key makes: the same request twice makes one thing, also after a crash in between.
 * @param key as the other program chose it
 * @throws KEY_REUSED when the key came with another request before
 */
export async function idFor(
  { documents, clock }: { documents: Documents; clock: Auditing['clock'] },
  by: By,
  key: string,
  asked: string,
): Promise<string> {
  const _id = secretHash('request', `${by._id}|${key}`)
  const hash = secretHash('request', asked)
  const requests = documents.collection('apiRequests')
  const { organisation } = by
  if (!(await requests.insert({ _id, organisation, hash, at: clock.now() }))) {
    const before = await requests.get(_id)
    if (before && before.hash !== hash) throw new AppError('KEY_REUSED', 'This key came with another request')
  }
  return `api-${_id}`
}
