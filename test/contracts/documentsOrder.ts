import type { Documents } from '../../src/ports/documents'
import { aStoredContact, aStoredRow, aStoredStatus } from '../support/storedExamples'

const ids = (documents: readonly { _id: string }[]) => documents.map(({ _id }) => _id)

/** Sorting, and reading on from where one stopped. */
export function order(open: () => Documents): void {
  test('absent and null first, then numbers, then texts by their code points', async () => {
    const facts = open().collection('facts')
    const contacts = open().collection('contacts')
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
    const outbox = open().collection('outbox')
    for (const _id of ['c', 'a', 'd', 'b']) await outbox.insert(aStoredRow({ _id, rank: _id < 'c' ? 1 : 0 }))
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

  test('a sort that goes further than any index', async () => {
    const outbox = open().collection('outbox')
    const statuses = open().collection('statuses')
    for (const [_id, at, seq] of [
      ['a', 3, 2],
      ['b', 1, 1],
      ['c', 2, 2],
      ['d', 1, 3],
    ] as const) {
      await statuses.insert(aStoredStatus({ _id, at, row: 'r' }))
      await outbox.insert(aStoredRow({ _id, fallbackAt: 9, nextAt: at, seq }))
    }
    const byRow = { row: 'r', applied: false }
    expect(ids(await statuses.list(byRow, { sort: [['at', -1]] }))).toEqual(['a', 'c', 'd', 'b'])
    const byFallback = { state: 'planned', fallbackAt: { $lte: 9 } }
    const sort = [
      ['fallbackAt', 1],
      ['nextAt', 1],
      ['seq', 1],
    ] as const
    expect(ids(await outbox.list(byFallback, { sort }))).toEqual(['b', 'd', 'c', 'a'])
    expect((await outbox.claim(byFallback, { inc: { fence: 1 } }, sort))?._id).toBe('b')
  })

  test('pages go on where they stopped, whatever comes and goes meanwhile', async () => {
    const outbox = open().collection('outbox')
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => outbox.insert(aStoredRow({ _id: `r${i + 10}`, nextAt: i % 3 }))),
    )
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
    const statuses = open().collection('statuses')
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
}
