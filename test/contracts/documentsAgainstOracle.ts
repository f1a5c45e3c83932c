import fc from 'fast-check'
import type { AtomicStep, Collection, Filter, Sort } from '../../src/ports/documents'
import { type Answers, createOracle, type OneStep } from '../support/documentsOracle'
import type { TestDocuments } from '../support/openDocuments'
import type { World } from '../support/storeWorlds'

type Plain = Record<string, unknown> & { _id: string }

function filtersOf({ paths }: World): fc.Arbitrary<Filter> {
  const conditions = Object.entries(paths).map(([path, { values, ordered, inList }]) => {
    const ways: fc.Arbitrary<unknown>[] = [
      values,
      values.map($ne => ({ $ne })),
      fc.array(values, { maxLength: 3 }).map($in => ({ $in })),
    ]
    if (!inList) ways.push(fc.boolean().map($exists => ({ $exists })))
    if (ordered) {
      const limit = values.filter(value => value !== null)
      ways.push(
        fc.record({ $gte: limit }),
        fc.record({ $lt: limit }),
        fc.record({ $gt: limit, $lte: limit }),
        limit.chain($gte => fc.record({ $gte: fc.constant($gte), $lt: limit })),
      )
    }
    return fc.oneof(...ways).map(wanted => ({ [path]: wanted }) as Filter)
  })
  const one = fc.oneof(...conditions)
  const some = fc.array(one, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant({}) },
    { weight: 5, arbitrary: some.map(parts => Object.assign({}, ...parts)) },
    { weight: 1, arbitrary: some.map($or => ({ $or })) },
    { weight: 1, arbitrary: fc.tuple(one, some).map(([first, $and]) => ({ ...first, $and })) },
  )
}

const sortsOf = ({ sorts }: World): fc.Arbitrary<Sort> =>
  fc.uniqueArray(fc.tuple(fc.constantFrom(...sorts), fc.constantFrom<1 | -1>(1, -1)), {
    maxLength: 3,
    selector: ([path]) => path,
  })

type Ask = (on: Answers) => Promise<unknown>

/** One thing asked of the store, the same of the oracle; printed when the two differ. */
function asksOf(world: World): fc.Arbitrary<{ says: string; ask: Ask }> {
  const filter = filtersOf(world)
  const sort = sortsOf(world)
  const asks: Record<string, fc.Arbitrary<[Ask, unknown[]]>> = {
    insert: world.documents.map(document => [on => on.insert(document), [document]]),
    update: fc.tuple(filter, world.patches).map(([f, p]) => [on => on.update(f, p), [f, p]]),
    updateMany: fc.tuple(filter, world.patches).map(([f, p]) => [on => on.updateMany(f, p), [f, p]]),
    claim: fc.tuple(filter, world.patches, sort).map(([f, p, s]) => [on => on.claim(f, p, s), [f, p, s]]),
    remove: filter.map(f => [on => on.remove(f), [f]]),
    count: filter.map(f => [on => on.count(f), [f]]),
    countBy: fc
      .tuple(fc.constantFrom(...world.counted), filter)
      .map(([path, f]) => [async on => [...(await on.countBy(path, f))].sort(), [path, f]]),
    pages: fc
      .tuple(filter, sort, fc.integer({ min: 1, max: 3 }))
      .map(([f, s, limit]) => [on => pages(on, f, s, limit), [f, s, limit]]),
  }
  const step: fc.Arbitrary<OneStep> = fc.oneof(
    world.documents.map(insert => ({ insert })),
    fc.record({ update: filter, patch: world.patches }),
    filter.map(remove => ({ remove })),
  )
  asks.atomically = fc
    .array(step, { minLength: 1, maxLength: 4 })
    .map(steps => [on => on.atomically(steps), [steps]])
  const weights: Record<string, number> = { insert: 6, pages: 4 }
  return fc.oneof(
    ...Object.entries(asks).map(([name, arbitrary]) => ({
      weight: weights[name] ?? 2,
      arbitrary: arbitrary.map(([ask, given]) => ({ says: `${name}${JSON.stringify(given)}`, ask })),
    })),
  )
}

async function pages(on: Parameters<Ask>[0], filter: Filter, sort: Sort, limit: number): Promise<Plain[]> {
  const all: Plain[] = []
  for (;;) {
    const after = all.at(-1)
    const page = await on.list(filter, { sort, limit, ...(after === undefined ? {} : { after }) })
    all.push(...page)
    if (all.length > 100) throw new Error('pages without an end')
    if (page.length < limit) return all
  }
}

function stepOn(name: World['name'], step: OneStep): AtomicStep {
  if ('insert' in step) return { ...step, into: name } as never
  return 'update' in step ? { ...step, in: name } : { ...step, from: name }
}

/** Asks both the same, one thing after another, and compares every answer and what is there at the end. */
export async function sameAsOracle(world: World, open: () => TestDocuments, runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(asksOf(world), { minLength: 8, maxLength: 30 }), async asks => {
      const { documents } = open()
      const collection = documents.collection(world.name) as unknown as Collection<Plain>
      const store: Answers = {
        ...collection,
        atomically: steps => documents.atomically(steps.map(step => stepOn(world.name, step))),
      }
      await store.remove({})
      const oracle = createOracle('addressKeys')
      for (const { says, ask } of asks) expect([says, await ask(store)]).toEqual([says, await ask(oracle)])
      expect(await store.list({})).toEqual(await oracle.list({}))
    }),
    { numRuns: runs },
  )
}
