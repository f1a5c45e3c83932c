import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { USUAL_POLICY } from '../../../src/domain/anonymity/printAtom'
import { openEmbedded } from '../../../src/store/embedded'
import { aStoredContact } from '../../support/storedExamples'

const BRUGBODE = path.join(__dirname, '../../../bin/brugbode.js')
const NUMBER = '+32470123456'
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'brugbode-person-'))
  const documents = await openEmbedded(path.join(folder, 'data'))
  await documents.collection('organisations').insert({
    _id: 'org',
    name: 'Huis',
    project: 'p',
    zone: 'Europe/Brussels',
    languages: ['nl'],
    holidays: true,
    senders: { whatsapp: undefined, sms: undefined },
    contactPerson: { name: 'Els', phone: '' },
    policy: USUAL_POLICY,
  })
  await documents.collection('contacts').insert(
    aStoredContact({
      _id: 'amina-id',
      name: 'Amina',
      addresses: [{ channel: 'sms', address: NUMBER }],
      addressKeys: [`org|sms|${NUMBER}`],
    }),
  )
  await documents.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BRUGBODE, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, DATA_FOLDER: path.join(folder, 'data') },
  })
  return { code: status, out: stdout, err: stderr }
}

test('what we know of somebody, and then nothing any more', () => {
  expect(JSON.parse(run('person-data', '0470 12 34 56').out)).toMatchObject({ person: { name: 'Amina' } })
  const dry = run('forget', 'amina-id')
  expect([dry.code, dry.out]).toEqual([0, expect.stringContaining('--yes')])
  expect(JSON.parse(run('forget', 'amina-id', '--yes', '--json').out)).toEqual({
    forgotten: true,
    contact: 'amina-id',
    keepsStop: false,
  })
  const gone = run('person-data', 'amina-id')
  expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('Nobody')])
})
