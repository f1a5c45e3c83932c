import { readList } from '../../../src/lists/readList'
import { writeList } from '../../../src/lists/writeList'
import { everythingStored } from '../../support/everythingStored'
import { type House, openHouse } from '../../support/openHouse'
import { until } from '../../support/until'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

let keys = 0

const send = (path: string, fields: Record<string, string> = {}) => house.visit(path, fields)
/** A button on the page as it is now. */
const press = async (path: string, deed: 'take' | 'fix', fields: Record<string, string> = {}) =>
  send(`${path}/${deed}`, { seen: String((await stored(idIn(path))).rev), ...fields })
const read = async (path: string) => (await house.visit(path)).words

async function upload(rows: string[][] | Buffer, name = 'lijst.xlsx') {
  const body = new FormData()
  body.set('id', `import-key-number-${keys++}`)
  const bytes = Buffer.isBuffer(rows) ? rows : await writeList(rows)
  body.set('file', new File([new Uint8Array(bytes)], name))
  return house.visit('/contacts/import', body)
}
const idIn = (to: string) => to.split('/')[3] ?? ''
const stored = async (id: string) => (await house.documents.collection('imports').get(id, { fresh: true }))!
const arrives = async (id: string, state: string) => {
  await until(async () => (await stored(id)).state === state)
  return stored(id)
}
const people = () => house.documents.collection('contacts').count({ addedBy: { $exists: true } })
const MAPPED = { 'column.0': 'name', 'column.1': 'phone', 'column.2': 'language', agrees: 'no' }
const LIST = [
  ['Naam', 'GSM', 'taal'],
  ['Bekri Samira', '471000001', 'Arabisch'],
  ['Omari Bilal', '0032 471 00 00 02', 'Tigrnya'],
  ['Farid O.', '04710000', 'Frans'],
]

test('from the file to the contacts: columns guessed, a row put right, one left out, and back again', async () => {
  const { status, to } = await upload(LIST)
  const id = idIn(to)
  expect([status, to]).toEqual([303, `/contacts/import/${id}/columns`])
  const kept = (await everythingStored(house.documents)).map(({ text }) => text).join()
  expect(kept).not.toContain('Samira')
  expect(await read(to)).toContain('Bekri Samira')

  const path = `/contacts/import/${id}`
  expect((await send(`${path}/columns`, { ...MAPPED, agrees: '' })).status).toBe(422)
  const yes = { ...MAPPED, agrees: 'yes', by: 'paper', day: '2026-11-01', how: 'blauwe map' }
  expect((await send(`${path}/columns`, yes)).to).toBe(`${path}/wait`)
  expect((await arrives(id, 'check')).counts).toEqual({
    ready: 1,
    letters: 0,
    fix: 2,
    change: 0,
    unchanged: 0,
  })
  const check = await read(`${path}/check`)
  expect(check).toContain('Row 3')
  expect(check).toContain('Do you mean Tigrinya?')
  expect(check).toContain('This number is 2 digits short')

  const rows = await readList((await send(`${path}/bad`)).bytes)
  expect(rows).toMatchObject({
    ok: true,
    rows: [
      ['Naam', 'GSM', 'taal', 'Problem'],
      ['Omari Bilal', '0032 471 00 00 02', 'Tigrnya', expect.stringContaining('Tigrinya')],
      ['Farid O.', '04710000', 'Frans', expect.stringContaining('short')],
    ],
  })

  await press(path, 'fix', { 'fix.3.2': 'Tigrinya' })
  expect((await arrives(id, 'check')).counts).toEqual({
    ready: 2,
    letters: 0,
    fix: 1,
    change: 0,
    unchanged: 0,
  })
  expect(await people()).toBe(0)
  expect((await press(path, 'take')).to).toBe(`${path}/wait`)
  const done = await arrives(id, 'done')
  expect(done).toMatchObject({ result: { added: 2, changed: 0, notTaken: 1 } })
  expect([done.list, done.fixes, done.checked]).toEqual([undefined, undefined, undefined])
  const samira = await house.documents.collection('contacts').first({ addressKeys: 'demo|sms|+32471000001' })
  expect(samira).toMatchObject({
    name: 'Bekri Samira',
    language: 'ar',
    consents: [{ purpose: 'C1', state: 'given', by: 'paper', how: 'blauwe map' }],
  })
  // Sent twice, and every page leads to where the list is now.
  expect((await press(path, 'take')).to).toBe(`${path}/done`)
  expect((await house.visit(`${path}/wait`)).to).toBe(`${path}/done`)
  expect(await people()).toBe(2)

  expect((await send(`${path}/undo`)).to).toBe(`${path}/done`)
  expect(await people()).toBe(0)
  expect((await send(`${path}/undo`)).to).toBe(`${path}/done`)
  expect(await read(`${path}/done`)).toContain('out again')
})

async function takeAll(rows: string[][]) {
  const id = idIn((await upload(rows)).to)
  await send(`/contacts/import/${id}/columns`, MAPPED)
  await arrives(id, 'check')
  return { id, path: `/contacts/import/${id}` }
}

test('the same file twice adds nothing; whoever something happened with stays when it is undone', async () => {
  const rows = LIST.slice(0, 2)
  const first = await takeAll(rows)
  await press(first.path, 'take')
  await arrives(first.id, 'done')
  const again = await takeAll(rows)
  expect((await stored(again.id)).counts).toEqual({ ready: 0, letters: 0, fix: 0, change: 0, unchanged: 1 })
  expect(await read(`${again.path}/check`)).toContain('All these people are here already')
  await send(`${again.path}/leave`)
  expect(await house.documents.collection('imports').get(again.id)).toBeNull()

  await house.documents.collection('contacts').updateMany({ addedBy: first.id }, { set: { rev: 1 } })
  expect((await send(`${first.path}/undo`)).to).toBe(`${first.path}/done?stayed=1`)
  expect(await people()).toBe(1)
})

test('a list without numbers: said before it is checked and before it is taken over', async () => {
  const rows = [
    ['Naam', 'taal'],
    ['Noor Haddad', 'Arabisch'],
    ['Haddad Noor', 'Frans'],
  ]
  const { to } = await upload(rows)
  expect(await read(to)).toContain(
    'No column is read as a mobile number. Then whoever is new gets letters only',
  )
  const path = `/contacts/import/${idIn(to)}`
  await send(`${path}/columns`, { 'column.0': 'name', 'column.1': 'language', agrees: 'no' })
  const { counts } = await arrives(idIn(to), 'check')
  expect(counts).toEqual({ ready: 1, letters: 1, fix: 1, change: 0, unchanged: 0 })
  const check = await read(`${path}/check`)
  expect(check).toContain('1 of them has no number and gets letters only.')
  expect(check).toContain('The same name as row 2, and no number here.')
  await press(path, 'fix', { 'fix.3.0': 'Haddad Noor (Gent)' })
  await arrives(idIn(to), 'check')
  const before = await people()
  await press(path, 'take')
  await arrives(idIn(to), 'done')
  expect((await people()) - before).toBe(2)

  const later = await takeAll([LIST[0]!, ['Noor Haddad', '0472334455', '']])
  expect(await read(`${later.path}/check`)).toContain('It is the same person: give them the number')
  await press(later.path, 'fix', { 'fix.2.0': 'Noor Haddad', same: 'yes' })
  const asked = await arrives(later.id, 'check')
  expect(asked.counts).toEqual({ ready: 0, letters: 0, fix: 0, change: 1, unchanged: 0 })
  // Other columns may be other names: then it is asked again.
  await send(`/contacts/import/${later.id}/columns`, MAPPED)
  expect((await arrives(later.id, 'check')).counts).toMatchObject({ fix: 1, change: 0 })
  await send(`${later.path}/leave`)
  await send(`${path}/undo`)
  expect(await people()).toBe(before)
})

test.each<[string, Buffer, string]>([
  ['no list at all', Buffer.from('%PDF-1.7 \u0000\u0001'), 'cannot open this file'],
  ['an old Excel', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old Excel or has a password'],
  ['too much', Buffer.alloc(6 * 1024 * 1024, 'a;b\n'), 'too large'],
  ['an empty file', Buffer.alloc(0), 'First choose a file'],
])('%s is refused beside its field, and nothing is kept', async (_, bytes, words) => {
  const { status, html } = await upload(bytes, 'x.xlsx')
  expect(status).toBe(422)
  expect(html).toContain(words)
  expect(await house.documents.collection('imports').count({ state: 'columns' })).toBe(0)
})

test('who is second at one list takes over and undoes nothing, and finds what they typed', async () => {
  const { to } = await upload([
    LIST[0]!,
    ['Sana A.', '0471 00 00 31', 'Frans'],
    ['Omid', '0471 0000', 'Frans'],
  ])
  const id = idIn(to)
  const path = `/contacts/import/${id}`
  await send(`${path}/columns`, MAPPED)
  const seen = String((await arrives(id, 'check')).rev)
  await press(path, 'fix', { 'fix.3.1': '0471 00 00 32' })
  await until(async () => (await stored(id)).counts?.ready === 2)
  await send(`${path}/columns`, {
    'column.0': 'name',
    'column.2': 'language',
    'column.1': 'phone',
    agrees: 'no',
  })
  await arrives(id, 'check')
  const before = await people()
  const taken = await send(`${path}/take`, { seen })
  expect([taken.status, taken.words.includes('Somebody else has changed this list')]).toEqual([409, true])
  const fixed = await send(`${path}/fix`, { seen, 'fix.3.1': '0471 0000' })
  expect(fixed.status).toBe(409)
  expect((await stored(id)).counts).toMatchObject({ ready: 2, fix: 0 })
  expect(await people()).toBe(before)
  await send(`${path}/leave`)
})

test('the list of another organisation is not there', async () => {
  const { id, path } = await takeAll(LIST)
  await house.documents.collection('imports').update({ _id: id }, { set: { organisation: 'other' } })
  for (const page of ['columns', 'wait', 'check', 'done'])
    expect((await house.visit(`${path}/${page}`)).status).toBe(404)
  for (const deed of ['take', 'leave', 'undo', 'bad', 'fix', 'sheet'])
    expect((await send(`${path}/${deed}`, { sheet: '0', seen: '0' })).status).toBe(404)
  expect(await people()).toBe(1)
})

test('a list whose worker is gone is taken up by the tick; one of yesterday is thrown away', async () => {
  const { id } = await takeAll([LIST[0]!, ['Nora', '0471 00 00 09', 'nl']])
  const imports = house.documents.collection('imports')
  await imports.update({ _id: id }, { set: { state: 'writing', worker: 'gone', workUntil: 1 } })
  await house.settle()
  await arrives(id, 'done')
  expect(await people()).toBe(2)
  const left = await takeAll(LIST)
  await imports.update({ _id: left.id }, { set: { until: 1 } })
  await house.wind(house.clock.now() + 60_000)
  await until(async () => (await imports.get(left.id)) === null)
})

test('another sheet is read when it is chosen', async () => {
  const { id } = await takeAll(LIST)
  expect((await send(`/contacts/import/${id}/sheet`, { sheet: '0' })).to).toContain('/columns')
  expect((await stored(id)).state).toBe('columns')
})
