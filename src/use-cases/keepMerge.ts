import type { Merge, Touched } from '../domain/contacts/merge'
import type { AtomicStep, Documents, Patch } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'

type Document = Record<string, unknown>

/**
 * Two contacts become one in these steps; this one more keeps what each document was and became, as far as they differ.
 * An earlier merge of one of the two cannot be undone any more.
 */
export async function keepMerge(
  deps: { documents: Documents; newId: NewId; seal: Pick<Seal, 'lock'> },
  steps: readonly AtomicStep[],
  merge: Omit<Merge, '_id' | 'locked'>,
): Promise<AtomicStep> {
  const locked = deps.seal.lock(JSON.stringify(await touchedBy(deps.documents, steps)))
  return { insert: { _id: deps.newId(), ...merge, locked }, into: 'merges' }
}

async function touchedBy(documents: Documents, steps: readonly AtomicStep[]): Promise<Touched[]> {
  const all = new Map<string, Touched>()
  for (const step of steps) {
    const name = 'into' in step ? step.into : 'in' in step ? step.in : step.from
    const id = String(
      'insert' in step ? step.insert._id : 'update' in step ? step.update._id : step.remove._id,
    )
    const place = `${name}/${id}`
    const before =
      all.get(place)?.before ??
      ((await documents.collection(name).get(id, { fresh: true })) as Document | null)
    const now = all.has(place) ? all.get(place)!.after : before
    all.set(place, { in: name, id, before, after: afterStep(step, now) })
  }
  return [...all.values()].filter(({ before, after }) => before ?? after).map(differing)
}

function afterStep(step: AtomicStep, now: Touched['after']): Touched['after'] {
  if ('insert' in step) return step.insert as unknown as Document
  return 'update' in step && now ? patched(now, step.patch) : null
}

/** Fields at the top, which is all that merging changes. */
function patched(document: Readonly<Document>, { set = {}, unset = [], inc = {} }: Patch): Document {
  const counted = Object.entries(inc).map(([name, by]) => [name, Number(document[name] ?? 0) + by])
  const next = { ...document, ...set, ...Object.fromEntries(counted) }
  return Object.fromEntries(Object.entries(next).filter(([name]) => !unset.includes(name)))
}

/** Of what stays in place only what changes is kept, and whether it had left; of a person all, to see what came since. */
function differing({ before, after, ...touched }: Touched): Touched {
  if (!before || !after || touched.in === 'contacts') return { ...touched, before, after }
  const names = Object.keys({ ...before, ...after }).filter(
    name => name === 'leftAt' || JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  const pick = (from: Readonly<Document>) =>
    Object.fromEntries(names.flatMap(name => (from[name] === undefined ? [] : [[name, from[name]]])))
  return { ...touched, before: pick(before), after: pick(after) }
}
