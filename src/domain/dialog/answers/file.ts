import type { AnswerSpec, Reply, Understood } from '../definition'

/** One file of an accepted type; `image/*` accepts every picture. */
export function file(reply: Reply, spec: Extract<AnswerSpec, { type: 'file' }>): Understood {
  const [one, another] = reply.media ?? []
  if (one === undefined) return { ok: false, problem: 'file_please' }
  if (another !== undefined) return { ok: false, problem: 'more_than_one' }
  const type = one.type.split(';')[0]!.trim().toLowerCase()
  const accepted = spec.accept.some(accept =>
    accept.endsWith('/*') ? type.startsWith(accept.slice(0, -1)) : type === accept.toLowerCase(),
  )
  return accepted
    ? { ok: true, value: { media: one.url, type: one.type } }
    : { ok: false, problem: 'file_type' }
}
