import type { Case } from '../domain/cases/case'
import type { OpenStep } from '../domain/cases/open'
import { inPlace, type Place, placeOf, RESTS, readPlace, writePlace } from '../domain/cases/place'
import type { Documents, Filter } from '../ports/documents'

export interface PageAsked {
  /** Those for whom something waits, and may be on the list. */
  open: readonly Case[]
  steps: ReadonlyMap<string, readonly OpenStep[]>
  /** The others; null: they are not asked for. */
  rest: Filter | null
  /** What no index can tell: who of these is meant. */
  meant: (batch: readonly Case[]) => Promise<readonly Case[]>
  /** `next` of the page before. */
  after?: string | undefined
  limit: number
}

/** So many people are looked at together, and so often for one page; then the next page goes on. */
const TOGETHER = 200
const LOOKS = 10

/** Goes on behind a place, also when whoever stood there has gone or moved. */
export async function pageOfCases(
  documents: Documents,
  { open, steps, rest, meant, after, limit }: PageAsked,
): Promise<{ cases: Case[]; next?: string }> {
  const start = after === undefined ? null : readPlace(after)
  const place = (one: Case): Place => placeOf(one, steps.get(one._id) ?? [])
  const waiting = open
    .filter(one => !start || inPlace(place(one), start) > 0)
    .toSorted((a, b) => inPlace(place(a), place(b)))
  const found = [...(await meant(waiting))]
  let seen: Place | null = start?.[0] === RESTS ? start : null
  let isLast = rest === null
  for (let look = 0; look < LOOKS && rest && !isLast && found.length <= limit; look++) {
    const options = { sort: [['heardAt', 1]], limit: TOGETHER } as const
    const behind = seen ? { after: { heardAt: seen[1], _id: seen[2] } } : {}
    const batch = await documents.collection('cases').list(rest, { ...options, ...behind })
    found.push(...(await meant(batch.filter(({ _id }) => !steps.has(_id)))))
    const last = batch.at(-1)
    if (last) seen = placeOf(last, [])
    isLast = batch.length < TOGETHER
  }
  const cases = found.slice(0, limit)
  const next = found.length > limit ? place(cases.at(-1)!) : isLast ? null : seen
  return { cases, ...(next ? { next: writePlace(next) } : {}) }
}
