import type { AtomicStep, Documents } from '../../src/ports/documents'
import { aStoredContact, aStoredRow, aStoredStatus } from '../support/storedExamples'

/** A list of steps happens whole or not at all. */
export function allOrNothing(open: () => Documents): void {
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
    const contacts = open().collection('contacts')
    await open().collection('outbox').insert(row)
    await contacts.insert(contact)
    await contacts.insert(aStoredContact({ _id: 'c2' }))
    await contacts.insert(aStoredContact({ _id: 'c3', addressKeys: ['z'] }))
    const before = await contacts.list({})
    const done = await open().atomically([
      { insert: aStoredStatus({ _id: 's1' }), into: 'statuses' },
      { update: { _id: 'c3' }, patch: { set: { addressKeys: ['y'] }, inc: { turn: 1 } }, in: 'contacts' },
      { remove: { addressKeys: { $in: ['y'] } }, from: 'contacts' },
      { insert: aStoredContact({ _id: 'c4', addressKeys: ['z'] }), into: 'contacts' },
      last,
    ])
    expect(done).toBe(false)
    expect(await open().collection('statuses').count({})).toBe(0)
    expect(await contacts.list({})).toEqual(before)
    expect((await contacts.first({ addressKeys: 'z' }))?._id).toBe('c3')
    expect(await contacts.first({ addressKeys: 'y' })).toBeNull()
    expect(await contacts.insert(aStoredContact({ _id: 'c5', addressKeys: ['y'] }))).toBe(true)
  })

  test('each step sees what the ones before it did', async () => {
    const done = await open().atomically([
      { insert: contact, into: 'contacts' },
      { update: { addressKeys: 'x', turn: 0 }, patch: { inc: { turn: 1 } }, in: 'contacts' },
      { update: { _id: 'c1', turn: 1 }, patch: { inc: { turn: 1 } }, in: 'contacts' },
      { remove: { turn: 0 }, from: 'contacts' },
    ])
    expect(done).toBe(true)
    expect((await open().collection('contacts').get('c1'))?.turn).toBe(2)
    expect(await open().atomically([])).toBe(true)
  })

  test('a wrong step is refused before anything happens', async () => {
    const steps: AtomicStep[] = [
      { insert: contact, into: 'contacts' },
      { update: { fence: { $lt: 1 } }, patch: { set: { fence: 'x' } }, in: 'outbox' },
    ]
    await expect(open().atomically(steps)).rejects.toMatchObject({ code: 'STORE_DOCUMENT_INVALID' })
    expect(await open().collection('contacts').get('c1')).toBeNull()
  })
}
