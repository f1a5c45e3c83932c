import fc from 'fast-check'
import type { Collection, Filter, Patch, Sort } from '../../src/ports/documents'
import { createOracle } from '../support/documentsOracle'
import type { TestDocuments } from '../support/openDocuments'
import { aStoredContact, aStoredRow } from '../support/storedExamples'

type Plain = Record<string, unknown> & { _id: string }

/** What random documents, filters and changes of one collection are made of: few values, so that they meet. */
interface World {
  name: 'contacts' | 'outbox' | 'inbound'
  documents: fc.Arbitrary<Plain>
  paths: Record<
    string,
    { values: fc.Arbitrary<string | number | boolean | null>; ordered?: true; inList?: true }
  >
  patches: fc.Arbitrary<Patch>
  sorts: string[]
  counted: string[]
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'B', 'é')
const few = fc.constantFrom(-1, 0, 1, 2, 2.5, 3e12)
const word = fc.constantFrom('', 'x', 'y', 'xy', 'x\u0001', 'X')
const keys = fc.uniqueArray(fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5', 'k6'), { maxLength: 2 })
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
const known = <T extends object>(document: T): T => JSON.parse(JSON.stringify(document))

const contacts: World = {
  name: 'contacts',
  documents: fc
    .record({
      _id: id,
      name: word,
      addressKeys: keys,
      tags: fc.array(word, { maxLength: 3 }),
      turn: few,
      languageChosen: fc.boolean(),
      heardAt: fc.record({ sms: maybe(few), whatsapp: maybe(few) }),
      stopped: maybe(fc.record({ at: few })),
      consents: fc.array(word.map(consent), { maxLength: 2 }),
    })
    .map(given => known(aStoredContact(given as never)) as never),
  paths: {
    _id: { values: id },
    name: { values: fc.oneof(word, fc.constant(null)), ordered: true },
    addressKeys: { values: fc.constantFrom('k1', 'k2', 'k9', '', null) },
    tags: { values: fc.oneof(word, fc.constant(null)) },
    turn: { values: few, ordered: true },
    languageChosen: { values: fc.boolean() },
    'heardAt.sms': { values: fc.oneof(few, fc.constant(null)), ordered: true },
    'stopped.at': { values: fc.oneof(few, fc.constant(null)), ordered: true },
    stopped: { values: fc.constant(null) },
    'consents.key': { values: word, inList: true },
  },
  patches: fc.oneof(
    fc.record({ set: fc.record({ name: word, 'heardAt.sms': few }) }),
    fc.record({ set: fc.record({ 'stopped.at': few }), inc: fc.record({ turn: few }) }),
    fc.record({ unset: fc.constantFrom(['stopped'], ['heardAt.sms', 'stopped.channel'], ['stopped']) }),
    fc.record({ push: fc.record({ tags: word, consents: word.map(consent) }) }),
    fc.record({ addToSet: fc.record({ tags: word }), inc: fc.record({ 'heardAt.whatsapp': few }) }),
  ),
  sorts: ['name', 'turn', 'heardAt.sms', 'languageChosen', '_id'],
  counted: ['name', 'heardAt.sms', 'languageChosen', 'turn'],
}

const state = fc.constantFrom('planned', 'sending', 'failed')
const phase = fc.constantFrom('sending', 'unknown', 'accepted')
const attempt = fc.record({ phase, rank: few, sid: maybe(fc.constantFrom('SM1', 'SM2')) })

const outbox: World = {
  name: 'outbox',
  documents: fc
    .record({
      _id: id,
      state,
      sender: fc.constantFrom('s1', 's2'),
      contact: fc.constantFrom('c1', 'c2'),
      rank: fc.constantFrom(0, 1, 5),
      nextAt: few,
      seq: maybe(few),
      fallbackAt: maybe(few),
      spent: fc.subarray(['sms', 'whatsapp']),
      attempts: fc.dictionary(
        fc.constantFrom('1', '2'),
        attempt.map(given => ({ channel: 'sms', startedAt: 1, bodyHash: 'h', ...given })),
      ),
    })
    .map(given => known(aStoredRow(given as never)) as never),
  paths: {
    _id: { values: id },
    state: { values: state, ordered: true },
    sender: { values: fc.constantFrom('s1', 's2') },
    contact: { values: fc.constantFrom('c1', 'c2') },
    rank: { values: fc.constantFrom(0, 1, 5), ordered: true },
    nextAt: { values: few, ordered: true },
    seq: { values: fc.oneof(few, fc.constant(null)), ordered: true },
    fallbackAt: { values: fc.oneof(few, fc.constant(null)), ordered: true },
    spent: { values: fc.constantFrom('sms', 'whatsapp') },
    'attempts.2.phase': { values: fc.oneof(phase, fc.constant(null)) },
    'attempts.1.rank': { values: few, ordered: true },
    'attempts.1': { values: fc.constant(null) },
  },
  patches: fc.oneof(
    fc.record({ set: fc.record({ state, nextAt: few }), inc: fc.record({ fence: fc.constant(1) }) }),
    fc.record({ set: fc.record({ fallbackAt: few, 'attempts.2.phase': phase }) }),
    fc.record({ unset: fc.constantFrom(['fallbackAt', 'attempts.1'], ['attempts.2.sid'], ['seq']) }),
    fc.record({ addToSet: fc.record({ spent: fc.constantFrom('sms', 'whatsapp') }) }),
  ),
  sorts: ['state', 'rank', 'nextAt', 'seq', 'fallbackAt', 'sender'],
  counted: ['state', 'sender', 'seq', 'rank'],
}

const handled = fc.constantFrom<false | 'done' | 'given_up'>(false, 'done', 'given_up')
const marks = fc.oneof(word, few, fc.array(few, { maxLength: 2 }))

const inbound: World = {
  name: 'inbound',
  documents: fc
    .record({ _id: id, contact: fc.constantFrom('c1', 'c2'), handled, at: few, text: marks })
    .map(({ text, ...given }) => ({
      organisation: 'org',
      late: false,
      stopWord: false,
      tries: 0,
      event: { kind: 'message', text },
      ...given,
    })),
  paths: {
    _id: { values: id },
    contact: { values: fc.constantFrom('c1', 'c2') },
    handled: { values: handled },
    at: { values: few, ordered: true },
    'event.text': { values: fc.oneof(word, few, fc.constant(null)), ordered: true },
    'event.payload': { values: fc.constantFrom('x', null) },
  },
  patches: fc.oneof(
    fc.record({ set: fc.record({ handled }) }),
    fc.record({ set: fc.record({ at: few, event: marks.map(text => ({ kind: 'message', text })) }) }),
    fc.record({ inc: fc.record({ tries: fc.constant(1) }) }),
  ),
  sorts: ['at', 'contact', '_id'],
  counted: ['contact', 'at'],
}

export const WORLDS: readonly World[] = [contacts, outbox, inbound]

function consent(key: string) {
  return { key, purpose: 'C1', state: 'given', version: '1', language: 'nl', at: 1, by: 'chat' }
}

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

type Ask = (on: Pick<Collection<Plain>, keyof ReturnType<typeof createOracle>>) => Promise<unknown>

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
    if (page.length < limit) return all
  }
}

/** Asks both the same, one thing after another, and compares every answer and what is there at the end. */
export async function sameAsOracle(world: World, open: () => TestDocuments, runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(asksOf(world), { minLength: 8, maxLength: 30 }), async asks => {
      const store = open().documents.collection(world.name) as unknown as Collection<Plain>
      await store.remove({})
      const oracle = createOracle('addressKeys')
      for (const { says, ask } of asks) expect([says, await ask(store)]).toEqual([says, await ask(oracle)])
      expect(await store.list({})).toEqual(await oracle.list({}))
    }),
    { numRuns: runs },
  )
}
