import { formOf } from '../../../src/domain/contacts/contactForm'
import { versionOf } from '../../../src/domain/contacts/version'
import type { Documents } from '../../../src/ports/documents'
import { changeContact } from '../../../src/use-cases/changeContact'
import { type ImportContacts, importContacts } from '../../../src/use-cases/importContacts'
import { type PrepareImport, prepareImport } from '../../../src/use-cases/prepareImport'
import { fakeClock } from '../../support/fakeClock'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'
import { aStoredContact } from '../../support/storedExamples'
import { lexicon } from '../../support/understood'

const organisation = { _id: 'org', zone: 'Europe/Brussels', languages: ['nl', 'ar'] }
const HEADER = ['Naam', 'Gsm', 'Taal']
const NOOR = ['Noor Haddad', '', 'Arabisch']
const OMAR = ['Omar Diop', '0471234567', 'Frans']
const LIST = [HEADER, NOOR, OMAR]

let store: TestDocuments
let ids: number
beforeEach(async () => {
  store = await openTestDocuments()
  ids = 0
})
afterEach(() => store.dispose())

const deps = (documents: Documents = store.documents): PrepareImport & ImportContacts => ({
  documents,
  lexicon,
  clock: fakeClock('2026-11-26T12:00:00Z'),
  newId: () => `id-${ids++}`,
})
const prepare = (rows: string[][]) => prepareImport(deps(), { organisation, rows })
const take = async (rows: string[][]) => importContacts(deps(), await prepare(rows))
const contacts = () => store.documents.collection('contacts').list({}, { sort: [['name', 1]] })
const names = async () => (await contacts()).map(({ name }) => name)
const told = async (rows: string[][]) => {
  const { plan } = await prepare(rows)
  return [plan.add.length, plan.notes.map(({ row, code }) => [row, code])]
}
const many = (count: number, number: (index: number) => string): string[][] => [
  HEADER,
  ...Array.from({ length: count }, (_, index) => [`Mens ${index}`, number(index), 'nl']),
]

test('who has no number comes in by letter only, and the same file adds nobody', async () => {
  expect(await told(LIST)).toEqual([2, [[2, 'by_letter']]])
  expect(await take(LIST)).toEqual({ added: 2, changed: 0, left: [] })
  const [noor] = await contacts()
  expect(noor).toMatchObject({ name: 'Noor Haddad', language: 'ar', addresses: [] })
  expect(await told(LIST)).toEqual([
    0,
    [
      [2, 'unchanged'],
      [3, 'unchanged'],
    ],
  ])
  expect(await take(LIST)).toEqual({ added: 0, changed: 0, left: [] })
})

test('a list without a column for numbers, corrected and brought again: what is new comes over, nobody twice', async () => {
  const list = (language: string) => [
    ['Naam', 'Taal'],
    ['Noor Haddad', language],
  ]
  expect(await take(list(''))).toMatchObject({ added: 1 })
  expect(await take(list('Frans'))).toMatchObject({ added: 0, changed: 1 })
  expect(await take(list('Frans'))).toMatchObject({ added: 0, changed: 0 })
  expect(await contacts()).toMatchObject([{ name: 'Noor Haddad', language: 'fr' }])
})

test('two coordinators bring it at once: everybody is there once', async () => {
  const lists = await Promise.all([prepare(LIST), prepare([HEADER, OMAR, ['HADDAD Noor', '-', '']])])
  const both = await Promise.all(lists.map(list => importContacts(deps(), list)))
  expect(both.reduce((sum, { added }) => sum + added, 0)).toBe(2)
  expect(await names()).toHaveLength(2)
})

test('a number by hand, and another name: the old file still knows them, and so does a new one', async () => {
  await take([HEADER, NOOR])
  const [noor] = await contacts()
  const form = { ...formOf(noor!), phone: '0472 33 44 55', name: 'Noor Haddad-Saab' }
  const change = { version: versionOf(noor!), form }
  await changeContact({ documents: store.documents, languages: ['nl', 'ar'] }, noor!, change)
  expect(await told([HEADER, NOOR])).toEqual([0, [[2, 'unchanged']]])
  expect(await told([HEADER, ['Noor Haddad-Saab', '0472334455', '']])).toEqual([0, [[2, 'unchanged']]])
})

test('a number in a later list is given to nobody by name: it stays out, and a person looks', async () => {
  await take([HEADER, NOOR])
  const later = [HEADER, ['Noor Haddad', '0472334455', '']]
  expect(await told(later)).toEqual([0, [[2, 'letter_known']]])
  expect(await take(later)).toMatchObject({ added: 0, changed: 0 })
  expect(await names()).toEqual(['Noor Haddad'])
})

test('staff say that they are the same people: they have the number, on every channel, and the old list knows them', async () => {
  await take([HEADER, NOOR])
  const later = [HEADER, ['Noor Haddad', '0472334455', '']]
  const prepared = await prepareImport(deps(), { organisation, rows: later, same: true })
  const both = await Promise.all([importContacts(deps(), prepared), importContacts(deps(), prepared)])
  expect(both.map(({ added, changed }) => [added, changed])).toContainEqual([0, 1])
  const address = '+32472334455'
  const [noor, ...others] = await contacts()
  expect(others).toEqual([])
  expect(noor).toMatchObject({
    addresses: [
      { channel: 'whatsapp', address },
      { channel: 'sms', address },
    ],
    addressKeys: expect.arrayContaining([
      `org|whatsapp|${address}`,
      `org|sms|${address}`,
      `org|number|${address}`,
    ]),
  })
  expect(await told([HEADER, NOOR])).toEqual([0, [[2, 'unchanged']]])
  expect(await told(later)).toEqual([0, [[2, 'unchanged']]])
})

test('somebody typed in by hand gets what the list tells, also when the dry run alone found them', async () => {
  await store.documents.collection('contacts').insert(aStoredContact({ _id: 'noor', name: 'Haddad Noor' }))
  expect(await take([HEADER, NOOR])).toMatchObject({ added: 0, changed: 1 })
  expect(await contacts()).toMatchObject([{ _id: 'noor', language: 'ar' }])
})

test('the same name in another organisation is another person', async () => {
  await take([HEADER, NOOR])
  const other = { ...organisation, _id: 'other' }
  const prepared = await prepareImport(deps(), { organisation: other, rows: [HEADER, NOOR] })
  expect(await importContacts(deps(), prepared)).toMatchObject({ added: 1 })
})

test('killed halfway, the same list finishes it', async () => {
  const list = many(450, index => (index % 2 ? '' : `0470${100000 + index}`))
  let groups = 0
  const crash = (name: string) => {
    if (name === 'import.afterGroup' && ++groups === 2) throw new Error('crash')
  }
  await expect(importContacts({ ...deps(), crash }, await prepare(list))).rejects.toThrow('crash')
  expect(await names()).toHaveLength(400)
  expect(await take(list)).toEqual({ added: 50, changed: 0, left: [] })
  expect(await names()).toHaveLength(450)
})

test('a long list asks the store for no row by itself', async () => {
  const asked: string[] = []
  const counting: Documents = {
    ...store.documents,
    collection: name =>
      new Proxy(store.documents.collection(name), {
        get: (target, deed, self) => {
          asked.push(String(deed))
          return Reflect.get(target, deed, self)
        },
      }),
  }
  const prepared = await prepareImport(deps(counting), { organisation, rows: many(1_000, () => '') })
  const looking = asked.splice(0).length
  await importContacts(deps(counting), prepared)
  expect(await names()).toHaveLength(1_000)
  // A handful for the whole list, and a handful for each group of two hundred.
  expect([looking, asked.length].map(count => count < 40)).toEqual([true, true])
})
