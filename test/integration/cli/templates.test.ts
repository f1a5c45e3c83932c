import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { ACCOUNT, SMS, startEmulator, TOKEN, WHATSAPP } from '../../support/startEmulator'

const BRUGBODE = path.join(__dirname, '../../../bin/brugbode.js')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'brugbode-templates-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Somewhere else than in the repository: no .env is read. */
async function templates(args: string[], more: Record<string, string> = {}) {
  const env = { PATH: process.env.PATH, DATA_FOLDER: path.join(folder, 'data'), ...more }
  const asked = promisify(execFile)(process.execPath, [BRUGBODE, 'templates', ...args], { cwd: folder, env })
  return asked.then(
    ({ stdout }) => ({ code: 0, out: stdout, err: '' }),
    ({ code, stdout, stderr }) => ({ code, out: stdout, err: stderr }),
  )
}

test('without an account it says what is missing', async () => {
  const { code, err } = await templates(['status'])
  expect([code, err]).toEqual([1, expect.stringContaining('WhatsApp is not connected')])
})

test('with an account it asks the provider; before anything is handed in there is nothing', async () => {
  const emulator = await startEmulator()
  const env = {
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_API_URL: emulator.base,
    TWILIO_WHATSAPP_SENDER: WHATSAPP.replace('whatsapp:', ''),
    TWILIO_SMS_SENDER: SMS,
    PUBLIC_URL: 'https://bot.example.org',
    ORGANISATION_NAME: 'Huis',
    ORGANISATION_PROJECT: 'onze jobcafés',
    CONTACT_PERSON_NAME: 'Els',
    CONTACT_PERSON_PHONE: '+3259000000',
    BRUGBODE_KEY: Buffer.alloc(32, 1).toString('base64'),
  }
  try {
    expect(await templates(['status'], env)).toEqual({ code: 0, out: '0 of 0 approved.\n', err: '' })
    const { out } = await templates(['status', '--json'], env)
    expect(JSON.parse(out)).toEqual({ templates: [] })
  } finally {
    await emulator.close()
  }
})
