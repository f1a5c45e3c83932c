import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { importCommand } from '../../../src/cli/import'
import { USUAL_POLICY } from '../../../src/domain/anonymity/printAtom'
import type { Contact } from '../../../src/domain/contact'
import type { Documents } from '../../../src/ports/documents'
import { openEmbedded } from '../../../src/store/embedded'
import { aWorkbook } from '../../support/workbook'

const ROOT = resolve(__dirname, '../../..')
let home: string

// Each run reads all content anew, which takes its time on a busy machine.

const withStore = async <T>(work: (documents: Documents) => Promise<T>): Promise<T> => {
  const documents = await openEmbedded(join(home, 'data'))
  try {
    return await work(documents)
  } finally {
    await documents.close()
  }
}
const organisation = (_id: string) => ({
  _id,
  name: 'Huis van de Buurt',
  project: 'cafés',
  zone: 'Europe/Brussels',
  languages: ['nl'],
  holidays: true,
  senders: { whatsapp: undefined, sms: undefined },
  contactPerson: { name: 'Els', phone: '+3259000000' },
  policy: USUAL_POLICY,
})
const found = (...ids: string[]) =>
  withStore(async documents => {
    for (const id of ids) await documents.collection('organisations').insert(organisation(id))
  })
const contacts = (): Promise<Contact[]> => withStore(documents => documents.collection('contacts').list({}))

const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(home, name), content)
  return join(home, name)
}

/** The command in this process, with what it printed and the code it would end with. */
async function run(...args: string[]) {
  let stdout = ''
  let stderr = ''
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(text => {
      stdout += text
      return true
    }),
    jest.spyOn(console, 'error').mockImplementation(text => {
      stderr += text
    }),
  ]
  process.env.DATA_FOLDER = join(home, 'data')
  process.env.MONGODB_URI = ''
  try {
    await importCommand().parseAsync(args, { from: 'user' })
    return { status: process.exitCode ?? 0, stdout, stderr }
  } finally {
    process.exitCode = undefined
    for (const spy of spies) spy.mockRestore()
  }
}

/** Another process, started in a folder of its own, so that nobody's .env takes part. */
function spawned(...args: string[]) {
  const env = { ...process.env, DATA_FOLDER: join(home, 'data'), MONGODB_URI: '' }
  const command = [join(ROOT, 'bin/brugbode.js'), 'import', ...args]
  return spawnSync(process.execPath, command, { cwd: home, encoding: 'utf8', env })
}

const GOOD = 'Naam;Gsm;Taal\nAmina Bekri;470123456;Arabisch\nOmar Diop;0471234567;Frans\n'
const BAD = `${GOOD}Sara;047012345;nl\n;0472345678;nl\n`

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'brugbode-import-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

test('a dry run says what it would do and how to do it; --yes does it; again there is nothing to do', async () => {
  await found('org')
  const list = file('people.csv', GOOD)
  const dry = await run(list)
  expect([dry.status, await contacts()]).toEqual([0, []])
  expect(dry.stdout).toContain('B  Gsm: lezen we als Gsm')
  expect(dry.stdout).toContain('2 mensen klaar')
  expect(dry.stdout).toContain('--yes')
  const done = await run(list, '--yes')
  expect([done.status, (await contacts()).map(({ name }) => name).sort()]).toEqual([
    0,
    ['Amina Bekri', 'Omar Diop'],
  ])
  expect(done.stdout).toContain('2 mensen toegevoegd.')
  const again = await run(list, '--yes')
  expect([again.status, (await contacts()).length]).toEqual([0, 2])
  expect(again.stdout).toContain('Deze mensen zijn er allemaal al.')
})

test.each([
  [
    'nl',
    'Rij 4 · Gsm (kolom B) · Sara · 047012345: Dit nummer is 1 cijfer te kort.',
    'Rij 5 · Naam (kolom A): De naam ontbreekt.',
  ],
  [
    'fr',
    'Ligne 4 · GSM (colonne B) · Sara · 047012345: Il manque 1 chiffre.',
    'Ligne 5 · Nom (colonne A): Le nom manque.',
  ],
  [
    'en',
    'Row 4 · Mobile (column B) · Sara · 047012345: This number is 1 digit short.',
    'Row 5 · Name (column A): The name is missing.',
  ],
])('problems are told row by row in %s; the people who are ready may go on', async (language, ...lines) => {
  await found('org')
  const { status, stdout } = await run(file('people.csv', BAD), '--language', language, '--yes')
  expect(status).toBe(1)
  for (const line of lines) expect(stdout).toContain(line)
  expect(await contacts()).toHaveLength(2)
})

test('a workbook, columns that staff chose, and JSON', async () => {
  await found('org')
  const text = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`
  const rows = `<row r="1">${text('A1', 'Bel')}${text('B1', 'Wie')}</row><row r="2"><c r="A2"><v>470123456</v></c>${text('B2', 'Amina')}</row>`
  const list = file('people.xlsx', aWorkbook(rows))
  expect(JSON.parse((await run(list, '--json')).stdout)).toMatchObject({
    dryRun: true,
    problem: 'no_columns',
  })
  const { status, stdout, stderr } = await run(list, '--map', 'phone=A', '--map', 'name=B', '--yes', '--json')
  expect([status, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout)).toMatchObject({
    dryRun: false,
    columns: { phone: 0, name: 1 },
    added: 1,
    left: [],
  })
  expect((await contacts())[0]).toMatchObject({ name: 'Amina', addresses: [{ address: '+32470123456' }, {}] })
})

test('who has no number gets letters only: said in the dry run, kept with --yes, known the second time', async () => {
  await found('org')
  const list = file('letters.csv', 'Naam;Taal\nNoor Haddad;Arabisch\nHaddad Noor;Frans\n')
  const { status, stdout } = await run(list, '--language', 'en', '--yes')
  expect(status).toBe(1)
  for (const words of [
    'Row 3 · Haddad Noor: The same name as row 2, and no number here.',
    'No column is read as a mobile number.\n1 of them has no number and gets letters only.',
    '1 person added. 1 row not taken over.',
  ])
    expect(stdout).toContain(words)
  expect(JSON.parse((await run(list, '--json')).stdout)).toMatchObject({
    counts: { ready: 0, letters: 0, fix: 1, change: 0, unchanged: 1 },
  })
  const later = file('later.csv', 'Naam;Gsm\nNoor Haddad;0472334455\n')
  expect((await run(later, '--language', 'en', '--yes')).stdout).toContain('the command with --same-people')
  expect((await run(later, '--yes', '--same-people')).stdout).toContain('1 persoon aangepast.')
  expect(await contacts()).toMatchObject([{ addresses: [{ address: '+32472334455' }, {}] }])
})

test('--dry-run holds back even a --yes', async () => {
  await found('org')
  await run(file('people.csv', GOOD), '--yes', '--dry-run')
  expect(await contacts()).toEqual([])
})

test('several organisations: one must be chosen', async () => {
  await found('east', 'west')
  const list = file('people.csv', GOOD)
  const asked = await run(list, '--yes')
  expect([asked.status, asked.stderr.trim()]).toEqual([2, expect.stringContaining('east, west')])
  expect((await run(list, '--yes', '--organisation', 'west')).status).toBe(0)
  expect(new Set((await contacts()).map(one => one.organisation))).toEqual(new Set(['west']))
})

describe('refused in words, without a trace of the list', () => {
  test.each<[string, string | Buffer, string[], number, string]>([
    ['nothing in the file', '', [], 1, 'heeft geen rijen'],
    ['names of columns alone', 'Naam;Gsm\n', [], 1, 'maar geen mensen'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), [], 1, 'oude Excel'],
    ['a map that is none', GOOD, ['--map', 'phone=3'], 2, '--map'],
    ['a field that is none', GOOD, ['--map', 'fax=C'], 2, '--map'],
  ])('%s', async (_, content, more, code, words) => {
    await found('org')
    const { status, stdout, stderr } = await run(file('list.csv', content), ...more)
    expect([status, stdout + stderr]).toEqual([code, expect.stringContaining(words)])
  })
  test('no file, and no store yet', async () => {
    const missing = await run(join(home, 'nowhere.csv'))
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining('nowhere.csv')])
    const unborn = await run(file('people.csv', GOOD))
    expect([unborn.status, unborn.stderr]).toEqual([1, expect.stringContaining('npm start')])
  })
})

test('from the command line: its exit codes, and who holds the store', async () => {
  await found('org')
  const list = file('people.csv', BAD)
  expect(spawned(list, '--language', 'ar').status).toBe(2)
  expect(spawned(list).status).toBe(1)
  await withStore(async () => {
    expect(spawned(list, '--yes')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('Stop het eerst'),
    })
  })
})
