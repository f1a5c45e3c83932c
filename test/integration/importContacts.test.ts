import { type ImportContacts, importContacts } from '../../src/use-cases/importContacts'
import { type PrepareImport, prepareImport } from '../../src/use-cases/prepareImport'
import { fakeClock } from '../support/fakeClock'
import { openTestDocuments, type TestDocuments } from '../support/openDocuments'
import { aStoredContact } from '../support/storedExamples'
import { lexicon } from '../support/understood'

const organisation = { _id: 'org', zone: 'Europe/Brussels', languages: ['nl', 'ar'] }
const HEADER = ['Naam', 'Gsm', 'Taal', 'Toestemming', 'Datum toestemming', 'Toestemming via', 'Groep']
const AMINA = ['Amina Bekri', '470123456', 'Arabisch', 'ja', '12/03/2026', 'formulier', 'café']
const OMAR = ['Omar Diop', '0471234567', '', '', '', '', '']
const LIST = [HEADER, AMINA, OMAR]

let store: TestDocuments
let deps: PrepareImport & ImportContacts
let ids: number
const clock = fakeClock('2026-11-23T12:00:00Z')

beforeEach(async () => {
  store = await openTestDocuments()
  ids = 0
  deps = { documents: store.documents, lexicon, clock, newId: () => `id-${ids++}` }
})
afterEach(() => store.dispose())

const prepare = (rows: string[][]) => prepareImport(deps, { organisation, rows })
const take = async (rows: string[][]) => importContacts(deps, await prepare(rows))
const contacts = () => store.documents.collection('contacts').list({}, { sort: [['name', 1]] })
const facts = () => store.documents.collection('facts').list({})

/** A list of so many people. */
const many = (count: number): string[][] => [
  HEADER,
  ...Array.from({ length: count }, (_, index) => [
    `Mens ${index}`,
    `0470${100000 + index}`,
    'nl',
    'ja',
    '',
    '',
    '',
  ]),
]

test('a dry run writes nothing', async () => {
  const { plan, problem } = await prepare(LIST)
  expect([plan.add.length, problem]).toEqual([2, undefined])
  expect([await contacts(), await facts()]).toEqual([[], []])
})

test('people are there with everything the list tells, and their consent with its proof', async () => {
  expect(await take(LIST)).toEqual({ added: 2, changed: 0, left: [] })
  const address = '+32470123456'
  expect(await contacts()).toEqual([
    {
      _id: 'id-0',
      organisation: 'org',
      name: 'Amina Bekri',
      addresses: [
        { channel: 'whatsapp', address },
        { channel: 'sms', address },
      ],
      addressKeys: [`org|whatsapp|${address}`, `org|sms|${address}`, `org|number|${address}`],
      language: 'ar',
      languageChosen: true,
      reads: 'simple',
      audience: 'participant',
      tags: ['café'],
      evening: false,
      consents: [
        {
          key: 'import:C1:given:2026-03-12',
          purpose: 'C1',
          state: 'given',
          version: 'list',
          language: 'ar',
          at: Date.parse('2026-03-12T00:00+01:00'),
          by: 'import',
          how: 'formulier',
        },
      ],
      heardAt: {},
      turn: 0,
    },
    expect.objectContaining({ name: 'Omar Diop', language: 'nl', languageChosen: false, consents: [] }),
  ])
})

test('the same file twice adds nothing and changes nothing', async () => {
  await take(LIST)
  const before = await contacts()
  const again = await prepare(LIST)
  expect(again.plan).toMatchObject({ add: [], change: [] })
  expect(await importContacts(deps, again)).toEqual({ added: 0, changed: 0, left: [] })
  expect(await contacts()).toEqual(before)
})

test('a plan that was confirmed twice is carried out once', async () => {
  const prepared = await prepare(LIST)
  const both = await Promise.all([importContacts(deps, prepared), importContacts(deps, prepared)])
  expect(both.map(({ added }) => added).sort()).toEqual([0, 2])
  expect(await contacts()).toHaveLength(2)
})

test('somebody who is known gets what is new, and a second time nothing', async () => {
  await take([HEADER, OMAR])
  const fuller = [HEADER, ['Diop Omar', '0471234567', 'Frans', 'ja', '', 'telefoon', 'café, bus']]
  expect(await take(fuller)).toEqual({ added: 0, changed: 1, left: [] })
  expect(await take(fuller)).toEqual({ added: 0, changed: 0, left: [] })
  const [omar] = await contacts()
  expect(omar).toMatchObject({
    name: 'Omar Diop',
    language: 'fr',
    languageChosen: true,
    tags: ['café', 'bus'],
  })
  expect(omar?.consents).toEqual([
    expect.objectContaining({ state: 'given', at: clock.now(), by: 'import', how: 'telefoon' }),
  ])
})

test('who guides somebody is read by the address of a colleague, of this organisation alone', async () => {
  const staff = store.documents.collection('staff')
  const els = { name: 'Els', role: 'coordinator', passwordVersion: 0 } as const
  await staff.insert({ ...els, _id: 'els', organisation: 'org', email: 'els@brug.be' })
  await staff.insert({ ...els, _id: 'theirs', organisation: 'other', email: 'els@elsewhere.be' })
  const guided = (email: string) => [
    ['Naam', 'Gsm', 'Begeleider'],
    ['Omar Diop', '0471234567', email],
  ]
  const { plan } = await prepare(guided('els@elsewhere.be'))
  expect(plan).toMatchObject({ add: [], notes: [{ code: 'supervisor_unknown', column: 2 }] })
  await take([HEADER, OMAR])
  expect(await take(guided('ELS@brug.be'))).toMatchObject({ added: 0, changed: 1 })
  expect(await take(guided('els@brug.be'))).toMatchObject({ added: 0, changed: 0 })
  const [omar] = await contacts()
  expect(omar).toMatchObject({ name: 'Omar Diop', supervisor: 'els' })
  // Whom somebody guides is on the list of whom we follow.
  const cases = await store.documents.collection('cases').list({})
  expect(cases).toMatchObject([{ _id: omar!._id, supervisor: 'els' }])
})

test('the same number in another organisation is another person', async () => {
  await take(LIST)
  const other = { ...organisation, _id: 'other' }
  const { plan } = await prepareImport(deps, { organisation: other, rows: LIST })
  expect(plan.add).toHaveLength(2)
})

describe('between the dry run and the yes', () => {
  const intruder = (name: string) =>
    aStoredContact({
      _id: 'intruder',
      name,
      addresses: [{ channel: 'whatsapp', address: '+32470123456' }],
      addressKeys: ['org|whatsapp|+32470123456', 'org|number|+32470123456'],
    })
  test('somebody wrote to us: they are known now, not there twice', async () => {
    const prepared = await prepare(LIST)
    await store.documents.collection('contacts').insert(intruder('Amina Bekri'))
    expect(await importContacts(deps, prepared)).toEqual({ added: 1, changed: 1, left: [] })
    expect(await contacts()).toHaveLength(2)
  })
  test('their number got another name: left out and told', async () => {
    const prepared = await prepare(LIST)
    await store.documents.collection('contacts').insert(intruder('Iemand Anders'))
    const { added, left } = await importContacts(deps, prepared)
    expect([added, left.map(({ row, code }) => [row, code])]).toEqual([1, [[2, 'other_person']]])
  })
  test('they said STOP: a yes of the list does not undo it', async () => {
    await take([HEADER, ['Amina Bekri', '0470123456', '', '', '', '', '']])
    const prepared = await prepare(LIST)
    expect(prepared.plan.change).toHaveLength(1)
    await store.documents
      .collection('contacts')
      .update({ name: 'Amina Bekri' }, { set: { stopped: { at: 1 }, turn: 4 } })
    await importContacts(deps, prepared)
    expect((await contacts())[0]?.consents).toEqual([])
  })
})

describe('a crash', () => {
  const crashAt = (point: string, nth: number): ImportContacts => {
    let seen = 0
    return {
      ...deps,
      crash: name => {
        if (name === point && ++seen === nth) throw new Error('crash')
      },
    }
  }
  test.each([
    ['import.afterBegin', 1, 0],
    ['import.afterGroup', 1, 200],
    ['import.afterGroup', 2, 400],
    ['import.afterGroup', 3, 450],
  ])('at %s %i leaves whole groups, is told, and the same list finishes it', async (point, nth, written) => {
    const list = many(450)
    await expect(importContacts(crashAt(point, nth), await prepare(list))).rejects.toThrow('crash')
    expect(await contacts()).toHaveLength(written)
    const again = await prepare(list)
    expect(again.unfinished).toBe(true)
    expect(await importContacts(deps, again)).toEqual({ added: 450 - written, changed: 0, left: [] })
    expect(await contacts()).toHaveLength(450)
    expect((await prepare(list)).unfinished).toBe(false)
  })
})

test('a group that cannot be written leaves nothing of itself, and no number in the error', async () => {
  // A key without its address: nobody is found by it, and it is taken.
  await store.documents
    .collection('contacts')
    .insert(aStoredContact({ _id: 'odd', addressKeys: ['org|number|+32471234567'] }))
  const failed = await take(LIST).catch((error: unknown) => error)
  expect(failed).toMatchObject({ code: 'CONTACT_EXISTS' })
  expect(JSON.stringify([failed, String(failed)])).not.toMatch(/47[01]/)
  expect(await contacts()).toHaveLength(1)
})

describe('a list with nobody in it', () => {
  test.each([
    ['empty', [], 'empty'],
    ['empty rows', [[''], ['', '']], 'empty'],
    ['names of columns alone', [HEADER], 'only_headers'],
    ['names of columns and empty rows', [HEADER, ['', ''], ['']], 'only_headers'],
    ['no name of a column', [['Amina', '0470123456']], 'no_columns'],
    [
      'no names',
      [
        ['Gsm', 'Taal'],
        ['0470123456', 'nl'],
      ],
      'no_columns',
    ],
  ])('%s', async (_, rows, problem) => {
    expect((await prepare(rows)).problem).toBe(problem)
  })
})

test('progress is told to the end', async () => {
  const looked: number[] = []
  const written: number[] = []
  const prepared = await prepareImport(deps, {
    organisation,
    rows: many(450),
    onProgress: done => looked.push(done),
  })
  await importContacts(deps, prepared, done => written.push(done))
  expect([looked, written]).toEqual([
    [250, 451],
    [200, 400, 450],
  ])
})
