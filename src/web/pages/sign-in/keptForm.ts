import type { Request } from 'express'
import { ownPath } from '../../session'

/** A form that came after the session was over: where it went, and what was in it. */
export interface KeptForm {
  path: string
  fields: [name: string, value: string][]
}

/** Longer ones would not come back in one piece. */
const MOST_LETTERS = 20_000
const isSecret = (name: string) => /password|^old$/.test(name)

/** What somebody typed and sent too late; undefined where nothing can be kept: files, passwords, what a script sent. */
export function keptForm(request: Request): KeptForm | undefined {
  if (request.method !== 'POST' || request.headers['sec-fetch-dest'] !== 'document') return undefined
  const fields = Object.entries((request.body ?? {}) as Record<string, string | string[]>).flatMap(
    ([name, values]) => [values].flat().map((value): [string, string] => [name, value]),
  )
  const kept = { path: request.originalUrl, fields }
  const tooMuch = JSON.stringify(kept).length > MOST_LETTERS
  return fields.length === 0 || tooMuch || fields.some(([name]) => isSecret(name)) ? undefined : kept
}

export const packForm = (kept: KeptForm): string => JSON.stringify(kept)

/** As it comes back with the sign-in; whatever else stands there is nothing. */
export function unpackForm(packed: unknown): KeptForm | undefined {
  if (typeof packed !== 'string' || packed === '') return undefined
  try {
    const { path, fields } = JSON.parse(packed) as Partial<KeptForm>
    const areFields =
      Array.isArray(fields) &&
      fields.every(pair => Array.isArray(pair) && pair.length === 2 && pair.every(isText))
    return areFields && isText(path) && ownPath(path) === path ? { path, fields } : undefined
  } catch {
    return undefined
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
