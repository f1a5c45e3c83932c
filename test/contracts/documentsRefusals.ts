import type { Documents } from '../../src/ports/documents'
import { aStoredContact, aStoredRow } from '../support/storedExamples'

const FILTERS: [label: string, filter: unknown, path: string][] = [
  ['a name that is not declared', { contactId: 'x' }, 'contactId'],
  ['a place below a text', { 'state.x': 'x' }, 'state.x'],
  ['an empty name on the way', { 'attempts..phase': 'x' }, 'attempts..phase'],
  ['a pattern', { text: { $regex: 'x' } }, 'text'],
  ['a regular expression', { text: /x/ }, 'text'],
  ['not', { rank: { $not: { $lt: 3 } } }, 'rank'],
  ['an operator on top', { $where: 'true' }, '$where'],
  ['none of', { $nor: [{ rank: 1 }] }, '$nor'],
  ['an undefined value', { sender: undefined }, 'sender'],
  ['a list as value', { spent: ['sms'] }, 'spent'],
  ['an object as value', { wish: {} }, 'wish'],
  ['a date', { nextAt: { $lt: new Date(0) } }, 'nextAt'],
  ['a number that is none', { nextAt: { $lt: Number.NaN } }, 'nextAt'],
  ['a text where a number is', { nextAt: '5' }, 'nextAt'],
  ['an order among lists', { spent: { $lt: 'x' } }, 'spent'],
  ['an order among truths', { last: { $gt: 'x' } }, 'last'],
  ['an order with null', { nextAt: { $lt: null } }, 'nextAt'],
  ['in what is no list', { state: { $in: 'planned' } }, 'state'],
  ['exists with a number', { seq: { $exists: 1 } }, 'seq'],
  ['or without members', { $or: [] }, '$or'],
  ['an empty member of or', { $or: [{}] }, '$or'],
  ['a mistake inside or', { $or: [{ rank: 1 }, { nope: 1 }] }, 'nope'],
  ['a mistake inside and', { $and: [{ nope: 1 }] }, 'nope'],
]

const PATCHES: [label: string, patch: unknown, code: string, path: string][] = [
  ['nothing', {}, 'STORE_FILTER_REFUSED', 'patch'],
  ['another operator', { rename: { a: 'b' } }, 'STORE_FILTER_REFUSED', 'rename'],
  ['a replacement of the id', { set: { _id: 'x' } }, 'STORE_FILTER_REFUSED', '_id'],
  ['an undeclared field', { set: { nope: 1 } }, 'STORE_FILTER_REFUSED', 'nope'],
  ['an undefined value', { set: { owner: undefined } }, 'STORE_FILTER_REFUSED', 'owner'],
  ['one place twice', { set: { rank: 1 }, inc: { rank: 1 } }, 'STORE_FILTER_REFUSED', 'rank'],
  ['a place and a part of it', { set: { wish: {} }, unset: ['wish.cancel'] }, 'STORE_FILTER_REFUSED', 'wish'],
  ['an element of a list by number', { set: { 'spent.0': 'sms' } }, 'STORE_FILTER_REFUSED', 'spent.0'],
  ['adding to a text', { inc: { state: 1 } }, 'STORE_FILTER_REFUSED', 'state'],
  ['adding what is no number', { inc: { rank: '1' } }, 'STORE_FILTER_REFUSED', 'rank'],
  ['pushing to what is no list', { push: { rank: 1 } }, 'STORE_FILTER_REFUSED', 'rank'],
  ['an object in a set', { addToSet: { spent: {} } }, 'STORE_FILTER_REFUSED', 'spent'],
  ['a value of the wrong kind', { set: { rank: '5' } }, 'STORE_DOCUMENT_INVALID', 'rank'],
  ['a name that is none of those', { set: { state: 'gone' } }, 'STORE_DOCUMENT_INVALID', 'state'],
  ['a wrong element', { push: { spent: 'pigeon' } }, 'STORE_DOCUMENT_INVALID', 'spent'],
  ['taking away what is needed', { unset: ['notAfter'] }, 'STORE_DOCUMENT_INVALID', 'notAfter'],
  ['null for what is needed', { set: { notAfter: null } }, 'STORE_DOCUMENT_INVALID', 'notAfter'],
  [
    'a wrong phase of an attempt',
    { set: { 'attempts.2.phase': 'over' } },
    'STORE_DOCUMENT_INVALID',
    'attempts.2.phase',
  ],
]

const DOCUMENTS: [label: string, over: object, path: string][] = [
  ['a field too many', { nope: 'secret' }, 'nope'],
  ['a field too few', { notAfter: undefined }, 'notAfter'],
  ['a text for a number', { rank: 'secret' }, 'rank'],
  ['a number that is none', { nextAt: Number.POSITIVE_INFINITY }, 'nextAt'],
  ['an unknown state', { state: 'secret' }, 'state'],
  ['an empty id', { _id: '' }, '_id'],
  ['an id longer than a key may be', { _id: 'x'.repeat(201) }, '_id'],
  ['a date', { createdAt: new Date(0) }, 'createdAt'],
  ['a wrong attempt', { attempts: { 1: { channel: 'sms' } } }, 'attempts.1.phase'],
  ['a value that is no JSON', { say: { text: 'a:b', values: { name: () => 'secret' } } }, 'say.values.name'],
  ['a name with a dot', { attempts: { 'a.b': {} } }, 'attempts.a.b'],
  ['a name with a dollar', { say: { text: 'a:b', values: { $set: 'secret' } } }, 'say.values.$set'],
]

/** What is outside the port means nothing on any engine: refused with its place, and without a value. */
export function refusals(documents: () => Documents): void {
  const outbox = () => documents().collection('outbox')
  beforeEach(() => outbox().insert(aStoredRow({ _id: 'r1' })))

  test.each(FILTERS)('filter: %s', async (_, filter, path) => {
    const asks = [
      () => outbox().list(filter as never),
      () => outbox().count(filter as never),
      () => outbox().countBy('state', filter as never),
      () => outbox().update(filter as never, { inc: { rev: 1 } }),
      () => outbox().updateMany(filter as never, { inc: { rev: 1 } }),
      () => outbox().claim(filter as never, { inc: { rev: 1 } }, []),
      () => outbox().remove(filter as never),
      () => documents().atomically([{ remove: filter as never, from: 'outbox' }]),
    ]
    for (const ask of asks)
      await expect(ask()).rejects.toMatchObject({ code: 'STORE_FILTER_REFUSED', facts: { path } })
    expect(await outbox().get('r1')).toMatchObject({ rev: 0 })
  })

  test.each(PATCHES)('change: %s', async (_, patch, code, path) => {
    for (const ask of [
      outbox().update({ _id: 'r1' }, patch as never),
      outbox().updateMany({ _id: 'nobody' }, patch as never),
      outbox().claim({ _id: 'r1' }, patch as never, []),
    ]) {
      const error = await ask.catch(caught => caught)
      expect(error).toMatchObject({ code })
      expect([error.facts.path, error.facts.mistakes?.[0].path]).toContain(path)
    }
    expect(await outbox().get('r1')).toEqual(aStoredRow({ _id: 'r1' }))
  })

  test.each(DOCUMENTS)('document: %s', async (_, over, path) => {
    const wrong = { ...aStoredRow({ _id: 'r2' }), ...over } as never
    const error = await outbox()
      .insert(wrong)
      .catch(caught => caught)
    expect(error).toMatchObject({ code: 'STORE_DOCUMENT_INVALID' })
    expect(error.facts.mistakes.map((mistake: { path: string }) => mistake.path)).toContain(path)
    expect(`${error.message} ${JSON.stringify(error.facts)}`).not.toContain('secret')
    expect(await outbox().count({})).toBe(1)
  })

  test('a change that does not fit what is there', async () => {
    const facts = documents().collection('facts')
    await facts.insert({ _id: 'f', value: 'text' })
    for (const patch of [{ inc: { value: 1 } }, { push: { value: 1 } }, { set: { 'value.x': 1 } }])
      await expect(facts.update({ _id: 'f' }, patch)).rejects.toMatchObject({
        code: 'STORE_DOCUMENT_INVALID',
      })
    expect(await facts.get('f')).toEqual({ _id: 'f', value: 'text' })
  })

  test('a sort by a list, by a place of any form, or in no direction', async () => {
    for (const sort of [[['spent', 1]], [['attempts', 1]], [['nope', 1]], [['rank', 2]]])
      await expect(outbox().list({}, { sort: sort as never })).rejects.toMatchObject({
        code: 'STORE_FILTER_REFUSED',
      })
    await expect(outbox().countBy('attempts', {})).rejects.toMatchObject({ code: 'STORE_FILTER_REFUSED' })
  })

  test('a key twice in one list', async () => {
    const contacts = documents().collection('contacts')
    await contacts.remove({})
    const twice = aStoredContact({ _id: 'c1', addressKeys: ['x', 'x'] })
    await expect(contacts.insert(twice)).rejects.toMatchObject({ code: 'STORE_DOCUMENT_INVALID' })
    await contacts.insert(aStoredContact({ _id: 'c1', addressKeys: ['x'] }))
    await expect(contacts.update({ _id: 'c1' }, { push: { addressKeys: 'x' } })).rejects.toMatchObject({
      code: 'STORE_FILTER_REFUSED',
    })
    expect((await contacts.update({ _id: 'c1' }, { addToSet: { addressKeys: 'x' } }))?.addressKeys).toEqual([
      'x',
    ])
  })

  test('one unique key for many documents', async () => {
    const contacts = documents().collection('contacts')
    await contacts.insert(aStoredContact({ _id: 'c1' }))
    for (const patch of [{ set: { addressKeys: ['x'] } }, { addToSet: { addressKeys: 'x' } }])
      await expect(contacts.updateMany({}, patch)).rejects.toMatchObject({
        code: 'STORE_FILTER_REFUSED',
        facts: { path: 'addressKeys' },
      })
  })
}
