import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createPasswords } from '../../../src/passwords/createPasswords'
import { openEmbedded } from '../../../src/store/embedded'
import { acceptInvitation } from '../../../src/use-cases/acceptInvitation'

const BRUGBODE = path.join(__dirname, '../../../bin/brugbode.js')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'brugbode-staff-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Somewhere else than in the repository: no .env is read. */
function staff(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BRUGBODE, 'staff', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      DATA_FOLDER: path.join(folder, 'data'),
      PUBLIC_URL: 'https://bot.example.org',
    },
  })
  return { code: status, out: stdout, err: stderr }
}

test('the first admin gets a link, chooses a password with it, and stands in the list', async () => {
  expect(staff('list').out).toContain('staff add')
  const { code, out } = staff('add', 'Joris@example.org', '--role', 'admin', '--name', 'Joris')
  expect(code).toBe(0)
  const secret = /^https:\/\/bot\.example\.org\/invitation\/([\w-]{40,})\n$/.exec(out)?.[1] ?? ''
  const waiting = { email: 'joris@example.org', role: 'admin', name: 'Joris', signsIn: false }
  expect(JSON.parse(staff('list', '--json').out)).toEqual({ staff: [waiting] })

  const documents = await openEmbedded(path.join(folder, 'data'))
  const clock = { now: Date.now, monotonic: () => 0, sleep: async () => {} }
  const deps = { documents, clock, newId: () => `${Math.random()}`, passwords: createPasswords() }
  const accepted = await acceptInvitation(deps, { secret, password: 'de brug over de Leie' })
  await documents.close()
  expect(accepted).toMatchObject({ outcome: 'signed_in', staff: { organisation: 'organisation' } })
  expect(JSON.parse(staff('list', '--json').out)).toEqual({ staff: [{ ...waiting, signsIn: true }] })
})

test('who is there already is not added twice; a new link is one command', () => {
  staff('add', 'els@example.org', '--role', 'coordinator')
  const again = staff('add', 'ELS@example.org', '--role', 'admin')
  expect(again).toMatchObject({ code: 1, out: '' })
  expect(again.err).toContain('e-mail address')
  expect(staff('link', 'els@example.org')).toMatchObject({
    code: 0,
    out: expect.stringContaining('/invitation/'),
  })
})

test.each([
  ['a role that there is not', ['add', 'els@example.org', '--role', 'boss'], 2],
  ['what is no e-mail address', ['add', 'els', '--role', 'admin'], 1],
  ['a link for nobody', ['link', 'nobody@example.org'], 1],
])(
  '%s is told',
  (_, args, code) => {
    const told = staff(...args)
    expect([told.code, told.out]).toEqual([code, ''])
    expect(told.err).not.toBe('')
  },
  30_000,
)
