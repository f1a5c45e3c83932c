import type { Documents } from '../../src/ports/documents'
import type { TestDocuments } from '../support/openDocuments'
import { aStoredContact, aStoredRow, aStoredStatus } from '../support/storedExamples'
import { WORLDS } from '../support/storeWorlds'
import { sameAsOracle } from './documentsAgainstOracle'
import { allOrNothing } from './documentsAtomically'
import { order } from './documentsOrder'
import { refusals } from './documentsRefusals'
import { outboxLife } from './outboxLife'

const FIFTY = Array.from({ length: 50 }, (_, i) => i)
const times = <T>(ask: (i: number) => Promise<T>) => Promise.all(FIFTY.map(ask))
const ids = (documents: readonly { _id: string }[]) => documents.map(({ _id }) => _id)

/** What every engine must do. `runs`: how many random talks with the oracle for each collection. */
export function documentsContract(open: () => Promise<TestDocuments>, runs: number): void {
  let store: TestDocuments
  let documents: Documents
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    documents = store.documents
    for (const name of ['contacts', 'outbox', 'statuses', 'facts', 'enrolments'] as const)
      await documents.collection(name).remove({})
  })
  afterAll(() => store.dispose())

  describe('keeping', () => {
    test('what is put in comes out, and belongs to who took it', async () => {
      const contacts = documents.collection('contacts')
      const given = aStoredContact({ _id: 'c1', tags: ['x'], heardAt: { sms: 3 }, stopped: { at: 1 } })
      expect(await contacts.insert(given)).toBe(true)
      given.tags.push('later')
      const got = await contacts.get('c1')
      got?.tags.push('mine')
      expect((await contacts.get('c1'))?.tags).toEqual(['x'])
      expect(await contacts.get('c2')).toBeNull()
    })

    test('absent members stay absent, empty ones stay empty', async () => {
      const facts = documents.collection('facts')
      const value = { none: undefined, nil: null, empty: {}, list: [], no: false, zero: 0, text: '' }
      await facts.insert({ _id: 'f', value })
      const { none: _, ...kept } = value
      expect(await facts.get('f')).toEqual({ _id: 'f', value: kept })
      expect(Object.keys(((await facts.get('f')) as { value: object }).value)).not.toContain('none')
    })

    test('ten thousand characters, every script and half an emoji', async () => {
      const facts = documents.collection('facts')
      await facts.insert({ _id: 'long', value: '👩‍👩‍👧'.repeat(1250) })
      await facts.insert({ _id: 'scripts', value: 'مرحبا ሰላም བཀྲ་ཤིས \u0000 \u2068x\u2069' })
      await facts.insert({ _id: 'half', value: 'cut \uD83D' })
      expect((await facts.get('long'))?.value).toBe('👩‍👩‍👧'.repeat(1250))
      expect((await facts.get('scripts'))?.value).toBe('مرحبا ሰላም བཀྲ་ཤིས \u0000 \u2068x\u2069')
      expect((await facts.get('half'))?.value).toBe('cut \uFFFD')
    })

    test('everything is there after closing and opening, and is found by its indexes', async () => {
      await documents.collection('outbox').insert(aStoredRow({ _id: 'r1', key: 'k', nextAt: 5 }))
      documents = await store.reopen()
      const outbox = documents.collection('outbox')
      expect(await outbox.first({ state: 'planned', nextAt: { $lte: 5 } })).toEqual(
        aStoredRow({ _id: 'r1', key: 'k', nextAt: 5 }),
      )
      expect(await outbox.insert(aStoredRow({ _id: 'r2', key: 'k' }))).toBe(false)
    })

    test('a closed store says so', async () => {
      const contacts = documents.collection('contacts')
      await documents.close()
      await expect(contacts.insert(aStoredContact({ _id: 'c' }))).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
      })
      documents = await store.reopen()
      expect(await documents.collection('contacts').get('c')).toBeNull()
    })
  })

  describe('unique keys', () => {
    test('an id or a key is taken once, whoever comes second', async () => {
      const outbox = documents.collection('outbox')
      expect(await outbox.insert(aStoredRow({ _id: 'r1', key: 'k' }))).toBe(true)
      expect(await outbox.insert(aStoredRow({ _id: 'r1', key: 'other' }))).toBe(false)
      expect(await outbox.insert(aStoredRow({ _id: 'r2', key: 'k' }))).toBe(false)
      expect(await outbox.remove({ _id: 'r1' })).toBe(1)
      expect(await outbox.insert(aStoredRow({ _id: 'r2', key: 'k' }))).toBe(true)
    })

    test('each of a list of keys is taken; lists without keys do not meet', async () => {
      const contacts = documents.collection('contacts')
      const insert = (_id: string, addressKeys: string[]) =>
        contacts.insert(aStoredContact({ _id, addressKeys }))
      expect(await insert('a', ['x', 'y'])).toBe(true)
      expect(await insert('b', ['z', 'y'])).toBe(false)
      expect(await insert('c', [])).toBe(true)
      expect(await insert('d', [])).toBe(true)
      expect(await contacts.update({ _id: 'c' }, { addToSet: { addressKeys: 'x' } })).toBeNull()
      expect((await contacts.get('c'))?.addressKeys).toEqual([])
      expect(ids(await contacts.list({ addressKeys: { $in: ['x', 'y'] } }))).toEqual(['a'])
    })

    test('a key that leaves a list is free again, where the server frees it', async () => {
      const contacts = documents.collection('contacts')
      await contacts.insert(aStoredContact({ _id: 'a', addressKeys: ['left', 'kept'] }))
      await contacts.update({ _id: 'a' }, { set: { addressKeys: ['kept'] } })
      const next = aStoredContact({ _id: 'b', addressKeys: ['left'] })
      expect(await contacts.insert(next)).toBe(await store.freesKeys())
    })

    test('of fifty at once with one key, one is in', async () => {
      const outbox = documents.collection('outbox')
      const done = await times(i => outbox.insert(aStoredRow({ _id: `r${i}`, key: 'k' })))
      expect(done.filter(Boolean)).toHaveLength(1)
      expect(await outbox.count({ key: 'k' })).toBe(1)
    })
  })

  describe('fifty at once', () => {
    test('claim one row: one gets it', async () => {
      const outbox = documents.collection('outbox')
      await outbox.insert(aStoredRow({ _id: 'r1' }))
      const won = await times(i =>
        outbox.claim(
          { state: 'planned', nextAt: { $lte: 100 } },
          { set: { nextAt: 200, owner: `p${i}` }, inc: { fence: 1 } },
          [['rank', 1]],
        ),
      )
      const [winner] = won.filter(row => row !== null)
      expect(won.filter(row => row !== null)).toHaveLength(1)
      expect(await outbox.get('r1')).toEqual(winner)
      expect(winner).toMatchObject({ fence: 1, nextAt: 200 })
    })

    test('claim fifty rows: each gets another one, the small ranks first', async () => {
      const outbox = documents.collection('outbox')
      await times(i => outbox.insert(aStoredRow({ _id: `r${i}`, rank: i % 2 ? 5 : 0, nextAt: 50 - i })))
      const claimed = await times(() =>
        outbox.claim({ state: 'planned', sender: 'org|sms' }, { set: { state: 'sending' } }, [
          ['rank', 1],
          ['nextAt', 1],
        ]),
      )
      expect(new Set(claimed.map(row => row?._id)).size).toBe(50)
      expect(await outbox.count({ state: 'planned' })).toBe(0)
    })

    test('update one document on a condition: one is first', async () => {
      const outbox = documents.collection('outbox')
      await outbox.insert(aStoredRow({ _id: 'r1' }))
      const done = await times(() => outbox.update({ _id: 'r1', fence: 0 }, { inc: { fence: 1 } }))
      expect(done.filter(row => row !== null)).toHaveLength(1)
    })

    test('count in one document: none is lost', async () => {
      const outbox = documents.collection('outbox')
      await outbox.insert(aStoredRow({ _id: 'r1' }))
      await times(() => outbox.update({ _id: 'r1' }, { inc: { tries: 1 } }))
      expect((await outbox.get('r1', { fresh: true }))?.tries).toBe(50)
    })

    test('change two documents together: all or nothing, one after the other', async () => {
      await documents.collection('outbox').insert(aStoredRow({ _id: 'r1' }))
      const done = await times(i =>
        documents.atomically([
          { insert: aStoredStatus({ _id: `s${i}` }), into: 'statuses' },
          { update: { _id: 'r1', tries: { $lt: 3 } }, patch: { inc: { tries: 1 } }, in: 'outbox' },
        ]),
      )
      expect(done.filter(Boolean)).toHaveLength(3)
      expect(await documents.collection('statuses').count({})).toBe(3)
    })
  })

  describe('order', () => order(() => documents))

  describe('counting', () => {
    test('documents, and documents per value; absent values are no value', async () => {
      const outbox = documents.collection('outbox')
      for (const [_id, state, campaign] of [
        ['a', 'planned', 'x'],
        ['b', 'planned', 'y'],
        ['c', 'sending', 'x'],
        ['d', 'planned', undefined],
      ] as const)
        await outbox.insert(aStoredRow({ _id, state, ...(campaign ? { campaign } : {}) }))
      expect(await outbox.count({ state: 'planned' })).toBe(3)
      expect(await outbox.count({ state: { $in: ['planned', 'sending'], $gt: 'planned' } })).toBe(1)
      expect(await outbox.count({ state: 'planned', $and: [{ state: 'sending' }] })).toBe(0)
      expect(await outbox.count({ $and: [{ $or: [{ state: 'sending' }, { campaign: 'y' }] }] })).toBe(2)
      expect(await outbox.countBy('state', {})).toEqual(
        new Map([
          ['planned', 3],
          ['sending', 1],
        ]),
      )
      expect(await outbox.countBy('campaign', { state: 'planned' })).toEqual(
        new Map([
          ['x', 1],
          ['y', 1],
        ]),
      )
      expect(await outbox.updateMany({ campaign: 'x' }, { set: { reason: 'moved' } })).toBe(2)
      expect(await outbox.remove({ reason: 'moved' })).toBe(2)
    })
  })

  describe('all or nothing', () => allOrNothing(() => documents))

  describe('the life of a message, in the filters and changes of the protocol', () =>
    outboxLife(() => documents))

  describe('refused', () => refusals(() => documents))

  test.each(WORLDS)(
    'random requests about $name are answered as a plain list would',
    world => sameAsOracle(world, () => store, runs),
    300_000,
  )
}
