import { listContacts } from '../../../src/use-cases/listContacts'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { aStoredContact } from '../../support/storedExamples'

let store: TestDocuments
beforeAll(async () => {
  store = await openTestDocuments()
  const contacts = store.documents.collection('contacts')
  for (const [_id, name, organisation] of [
    ['1', 'Émile', 'org'],
    ['2', 'eva', 'org'],
    ['3', 'Adam', 'org'],
    ['4', 'Zoë', 'org'],
    ['5', 'Aaron', 'other'],
  ] as const)
    await contacts.insert(aStoredContact({ _id, name, organisation, tags: _id < '3' ? ['a'] : [] }))
  const list = { by: 'els', until: 9, sheet: 0, workUntil: 0, progress: { done: 0, of: 0 } }
  for (const [_id, at, state] of [
    ['older', 1, 'done'],
    ['last', 2, 'done'],
    ['undone', 3, 'undone'],
  ] as const)
    await store.documents.collection('imports').insert({ ...list, _id, at, state, organisation: 'org' })
  await contacts.update({ _id: '1' }, { set: { addedBy: 'last' } })
  await contacts.update({ _id: '2' }, { set: { addedBy: 'older' } })
})
afterAll(() => store.dispose())

const list = (asked: Omit<Parameters<typeof listContacts>[2], 'limit'>) =>
  listContacts(store.documents, 'org', { ...asked, limit: 3 })
const names = ({ contacts }: { contacts: { name: string }[] }) => contacts.map(({ name }) => name)

test('page after page, nobody twice and nobody of another organisation', async () => {
  const first = await list({ filter: {} })
  expect([names(first), first.count, first.next]).toEqual([['Adam', 'Émile', 'eva'], 4, '2'])
  const second = await list({ filter: {}, after: '2' })
  expect([names(second), second.count, second.next]).toEqual([['Zoë'], 4, undefined])
})

test('a page after somebody who is gone is the first one', async () => {
  expect(names(await list({ filter: {}, after: 'gone' }))).toEqual(['Adam', 'Émile', 'eva'])
})

test('what one may choose from counts everybody, whatever is chosen', async () => {
  const { choices, contacts } = await list({ filter: { tags: ['a'], search: 'eva' } })
  expect(contacts.map(({ _id }) => _id)).toEqual(['2'])
  expect(choices).toEqual({
    all: 4,
    audiences: new Map([['participant', 4]]),
    languages: new Map([['nl', 4]]),
    tags: new Map([['a', 2]]),
    standings: new Map([['not_asked', 4]]),
    lists: new Map([['last', 1]]),
  })
})

test('who came in with a list', async () => {
  expect(names(await list({ filter: { lists: ['last'] } }))).toEqual(['Émile'])
})

test('nobody is called so, but somebody nearly', async () => {
  const { contacts, near } = await list({ filter: { search: 'Emiel' } })
  expect([contacts, near.map(({ name }) => name)]).toEqual([[], ['Émile']])
})
