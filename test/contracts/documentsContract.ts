import type { AtomicStep, Documents } from '../../src/ports/documents'
import type { TestDocuments } from '../support/openDocuments'
import { aStoredContact, aStoredRow, aStoredStatus } from '../support/storedExamples'
import { sameAsOracle, WORLDS } from './documentsAgainstOracle'
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

  describe('order', () => {
    test('absent and null first, then numbers, then texts by their code points', async () => {
      const facts = documents.collection('facts')
      const contacts = documents.collection('contacts')
      for (const [_id, name] of Object.entries({
        a: '',
        b: '\uFFFD',
        c: '😀',
        d: 'z',
        e: 'Z',
        f: 'é',
        g: 'z\u0000',
      }))
        await contacts.insert(aStoredContact({ _id, name }))
      await contacts.insert(aStoredContact({ _id: 'h', name: 'Za' }))
      expect(ids(await contacts.list({}, { sort: [['name', 1]] })).join('')).toBe('aehdgfbc')
      expect(ids(await contacts.list({}, { sort: [['name', -1]] })).join('')).toBe('cbfgdhea')

      for (const [i, value] of [3, -1, 2.5, 0, -1e300, 5e-324, 1e12].entries())
        await contacts.update({ _id: 'abcdefg'[i]! }, { set: { 'heardAt.sms': value } })
      expect(ids(await contacts.list({}, { sort: [['heardAt.sms', 1]] })).join('')).toBe('hebdfcag')
      expect(await facts.count({})).toBe(0)
    })

    test('equals stand in order of id, in the direction of the sort; without a sort, all do', async () => {
      const outbox = documents.collection('outbox')
      for (const _id of ['c', 'a', 'd', 'b'])
        await outbox.insert(aStoredRow({ _id, rank: _id < 'c' ? 1 : 0 }))
      expect(ids(await outbox.list({}))).toEqual(['a', 'b', 'c', 'd'])
      expect(ids(await outbox.list({ state: 'planned' }, { sort: [['rank', 1]] }))).toEqual([
        'c',
        'd',
        'a',
        'b',
      ])
      expect(ids(await outbox.list({ state: 'planned' }, { sort: [['rank', -1]] }))).toEqual([
        'b',
        'a',
        'd',
        'c',
      ])
      expect((await outbox.first({}, { sort: [['_id', -1]] }))?._id).toBe('d')
      expect(ids(await outbox.list({}, { limit: 0 }))).toEqual([])
    })

    test('pages go on where they stopped, whatever comes and goes meanwhile', async () => {
      const outbox = documents.collection('outbox')
      await times(i => outbox.insert(aStoredRow({ _id: `r${i + 10}`, nextAt: i % 3 })))
      const sort = [['nextAt', 1]] as const
      const seen: string[] = []
      let after: object | undefined
      for (;;) {
        const page = await outbox.list({ state: 'planned' }, { sort, limit: 7, ...(after ? { after } : {}) })
        if (page.length === 0) break
        seen.push(...ids(page))
        after = page.at(-1)
        // The last one seen goes; one comes before where we are.
        await outbox.remove({ _id: page.at(-1)!._id })
        await outbox.insert(aStoredRow({ _id: `new${seen.length}`, nextAt: -1 }))
      }
      expect(new Set(seen).size).toBe(50)
      expect(seen).toHaveLength(50)
    })

    test('a stream of a thousand comes whole and in order, also backwards and cut off', async () => {
      const statuses = documents.collection('statuses')
      await Promise.all(
        Array.from({ length: 1000 }, (_, i) =>
          statuses.insert(aStoredStatus({ _id: `s${i}`, at: (i * 7919) % 1000 })),
        ),
      )
      const collected = async (options: object) => {
        const at: number[] = []
        for await (const status of statuses.each({ applied: false }, options)) at.push(status.at)
        return at
      }
      const all = Array.from({ length: 1000 }, (_, i) => i)
      expect(await collected({ sort: [['at', 1]] })).toEqual(all)
      expect(await collected({ sort: [['at', -1]] })).toEqual(all.toReversed())
      expect(await collected({ sort: [['at', 1]], limit: 450 })).toEqual(all.slice(0, 450))
    })
  })

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

  describe('all or nothing', () => {
    const contact = aStoredContact({ _id: 'c1', addressKeys: ['x'] })
    const row = aStoredRow({ _id: 'r1', key: 'k1' })
    const failing: Record<string, AtomicStep> = {
      'a taken id': { insert: { ...row, key: 'other' }, into: 'outbox' },
      'a taken key': { insert: { ...row, _id: 'other' }, into: 'outbox' },
      'a change that matches nothing': {
        update: { _id: 'r1', fence: 7 },
        patch: { set: { fence: 8 } },
        in: 'outbox',
      },
      'a change that takes another one’s key': {
        update: { _id: 'c2' },
        patch: { addToSet: { addressKeys: 'x' } },
        in: 'contacts',
      },
    }

    test.each(Object.entries(failing))('%s undoes every step before it', async (_, last) => {
      const contacts = documents.collection('contacts')
      await documents.collection('outbox').insert(row)
      await contacts.insert(contact)
      await contacts.insert(aStoredContact({ _id: 'c2' }))
      await contacts.insert(aStoredContact({ _id: 'c3', addressKeys: ['z'] }))
      const before = await contacts.list({})
      const done = await documents.atomically([
        { insert: aStoredStatus({ _id: 's1' }), into: 'statuses' },
        { update: { _id: 'c3' }, patch: { set: { addressKeys: ['y'] }, inc: { turn: 1 } }, in: 'contacts' },
        { remove: { addressKeys: { $in: ['y'] } }, from: 'contacts' },
        { insert: aStoredContact({ _id: 'c4', addressKeys: ['z'] }), into: 'contacts' },
        last,
      ])
      expect(done).toBe(false)
      expect(await documents.collection('statuses').count({})).toBe(0)
      expect(await contacts.list({})).toEqual(before)
      expect((await contacts.first({ addressKeys: 'z' }))?._id).toBe('c3')
      expect(await contacts.first({ addressKeys: 'y' })).toBeNull()
      expect(await contacts.insert(aStoredContact({ _id: 'c5', addressKeys: ['y'] }))).toBe(true)
    })

    test('each step sees what the ones before it did', async () => {
      const done = await documents.atomically([
        { insert: contact, into: 'contacts' },
        { update: { addressKeys: 'x', turn: 0 }, patch: { inc: { turn: 1 } }, in: 'contacts' },
        { update: { _id: 'c1', turn: 1 }, patch: { inc: { turn: 1 } }, in: 'contacts' },
        { remove: { turn: 0 }, from: 'contacts' },
      ])
      expect(done).toBe(true)
      expect((await documents.collection('contacts').get('c1'))?.turn).toBe(2)
      expect(await documents.atomically([])).toBe(true)
    })

    test('a wrong step is refused before anything happens', async () => {
      const steps: AtomicStep[] = [
        { insert: contact, into: 'contacts' },
        { update: { fence: { $lt: 1 } }, patch: { set: { fence: 'x' } }, in: 'outbox' },
      ]
      await expect(documents.atomically(steps)).rejects.toMatchObject({ code: 'STORE_DOCUMENT_INVALID' })
      expect(await documents.collection('contacts').get('c1')).toBeNull()
    })
  })

  describe('the life of a message, in the filters and changes of the protocol', () => {
    outboxLife(() => documents)
  })

  describe('refused', () => {
    refusals(() => documents)
  })

  test.each(WORLDS)(
    'random requests about $name are answered as a plain list would',
    world => sameAsOracle(world, () => store, runs),
    300_000,
  )
}
