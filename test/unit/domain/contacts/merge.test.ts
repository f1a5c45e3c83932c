import { reverted, type Touched, withLaterNo } from '../../../../src/domain/contacts/merge'
import { aStoredContact } from '../../../support/storedExamples'

const touched = (before: object | null, after: object | null, name: Touched['in'] = 'contacts'): Touched => ({
  in: name,
  id: 'x',
  before: before as Touched['before'],
  after: after as Touched['after'],
})

test.each<[string, Touched, object | null, object | null]>([
  ['what went comes back', touched({ a: 1 }, null), null, { do: 'insert', document: { a: 1 } }],
  ['what went, and is there again', touched({ a: 1 }, null), { a: 2 }, null],
  ['what came goes', touched(null, { a: 1 }), { a: 1 }, { do: 'remove' }],
  ['what came, and changed since, stays', touched(null, { a: 1 }), { a: 2 }, null],
  ['what has gone since stays gone', touched({ a: 1 }, { a: 2 }), null, null],
  ['a field', touched({ a: 1 }, { a: 2 }), { a: 2, b: 3 }, { do: 'change', set: { a: 1 }, unset: [] }],
  ['a field that changed since', touched({ a: 1 }, { a: 2 }), { a: 3 }, null],
  ['a field that came', touched({}, { a: 2 }), { a: 2 }, { do: 'change', set: {}, unset: ['a'] }],
  ['a counter only rises', touched({ rev: 1, a: 1 }, { rev: 2, a: 1 }), { rev: 2, a: 1 }, null],
  [
    'of a list what came, and neither what was there nor what came since',
    touched({ a: [1, 2] }, { a: [3, 1, 2] }),
    { a: [3, 1, 4] },
    { do: 'change', set: { a: [1, 4] }, unset: [] },
  ],
  [
    'of a list what the merge left out',
    touched({ a: [{ key: 1, how: 'x' }] }, { a: [{ key: 1, how: 'y' }] }),
    { a: [{ key: 1, how: 'y' }, { key: 2 }] },
    { do: 'change', set: { a: [{ key: 1, how: 'x' }, { key: 2 }] }, unset: [] },
  ],
  [
    'inside a field',
    touched({ heardAt: { sms: 1 } }, { heardAt: { sms: 1, whatsapp: 2 } }),
    { heardAt: { sms: 5, whatsapp: 2 } },
    { do: 'change', set: { heardAt: { sms: 5 } }, unset: [] },
  ],
  [
    'a message that had left',
    touched({ contact: 'b', leftAt: 1 }, { contact: 'a', leftAt: 1 }, 'outbox'),
    { contact: 'a', leftAt: 1, state: 'delivered' },
    { do: 'change', set: { contact: 'b' }, unset: [] },
  ],
  [
    'a message that has left since',
    touched({ contact: 'b' }, { contact: 'a' }, 'outbox'),
    { contact: 'a', leftAt: 2 },
    null,
  ],
])('%s', (_, was, now, expected) => {
  expect(reverted(was, now as Touched['before'])).toEqual(expected)
})

describe('a no that was said since', () => {
  const line = (key: string, state: 'given' | 'withdrawn') =>
    ({ key, purpose: 'C1', state, version: '1', language: 'nl', at: 1, by: 'chat' }) as const
  const gone = aStoredContact({ _id: 'gone', consents: [line('theirs', 'given')] })
  const after = aStoredContact({ _id: 'kept', consents: [line('theirs', 'given'), line('own', 'given')] })

  test('holds for both', () => {
    const now = { ...after, stopped: { at: 5 }, consents: [...after.consents, line('no', 'withdrawn')] }
    expect(withLaterNo(gone, after, now)).toMatchObject({
      stopped: { at: 5 },
      consents: [{ key: 'theirs' }, { key: 'no' }],
    })
  })

  test('a yes does not', () => {
    const now = { ...after, consents: [...after.consents, line('yes', 'given')] }
    expect(withLaterNo(gone, after, now)).toEqual(gone)
  })
})
