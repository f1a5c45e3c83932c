import { existsSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { Command } from 'commander'
import pc from 'picocolors'
import { AppError } from '../errors'
import type { Documents } from '../ports/documents'
import { isPractice, readSettings, type Settings } from '../settings'

interface Finding {
  part: string
  ok: boolean
  says: string
}

/** `brugbode doctor`: settings, content, store, provider and clock in one report. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('looks whether everything is in order: settings, content, store, provider, clock')
    .option('--json', 'print the findings as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await examine()
      if (json) console.log(JSON.stringify({ findings }))
      else
        for (const { part, ok, says } of findings)
          console.log(`${ok ? pc.green('✓') : pc.red('✗')} ${part.padEnd(9)} ${says}`)
      process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1
    })
}

async function examine(): Promise<Finding[]> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const findings: Finding[] = [look('Node', () => `version ${process.versions.node}`)]
  let settings: Settings
  try {
    settings = readSettings()
  } catch (error) {
    return [...findings, { part: 'settings', ok: false, says: (error as Error).message }]
  }
  findings.push({
    part: 'settings',
    ok: true,
    says: isPractice(settings) ? 'none needed: practice, nothing leaves this machine' : 'complete',
  })
  findings.push(content(), disk(settings), ...(await store(settings)), await provider(settings))
  return findings
}

function look(part: string, says: () => string): Finding {
  try {
    return { part, ok: true, says: says() }
  } catch (error) {
    return { part, ok: false, says: error instanceof Error ? error.message : String(error) }
  }
}

function content(): Finding {
  const { checkContent } = require('../content/checkContent') as typeof import('../content/checkContent')
  const { problems, looked } = checkContent(path.join(__dirname, '../..'))
  const says =
    problems.length === 0
      ? Object.entries(looked)
          .map(([what, count]) => `${count} ${what}`)
          .join(', ')
      : `${problems.length} mistakes: npx brugbode check`
  return { part: 'content', ok: problems.length === 0, says }
}

const LEAST_FREE = 200 * 1024 * 1024

function disk({ DATA_FOLDER }: Settings): Finding {
  return look('disk', () => {
    const { bavail, bsize } = statfsSync(existsSync(DATA_FOLDER) ? DATA_FOLDER : '.')
    const free = bavail * bsize
    if (free < LEAST_FREE) throw new Error(`only ${Math.round(free / 1e6)} MB free: make room`)
    return `${Math.round(free / 1e9)} GB free`
  })
}

async function store(settings: Settings): Promise<Finding[]> {
  const { openDocuments } = require('../store/openDocuments') as typeof import('../store/openDocuments')
  if (!settings.MONGODB_URI && !existsSync(settings.DATA_FOLDER))
    return [{ part: 'store', ok: true, says: 'embedded, begins with the first start' }]
  let documents: Documents
  try {
    documents = await openDocuments({
      folder: settings.DATA_FOLDER,
      ...(settings.MONGODB_URI ? { mongodbUri: settings.MONGODB_URI } : {}),
    })
  } catch (error) {
    const inUse = error instanceof AppError && error.code === 'STORE_IN_USE'
    const says = inUse
      ? 'embedded, in use by the product that runs: look at its health page'
      : (error as Error).message
    return [{ part: 'store', ok: inUse, says }]
  }
  const [admins, contacts, rows, redactions] = await Promise.all([
    documents.collection('staff').count({ role: 'admin', password: { $exists: true } }),
    documents.collection('contacts').count({}),
    documents.collection('outbox').count({ state: { $in: ['planned', 'sending', 'unknown'] } }),
    documents.collection('redactions').count({}),
  ])
  await documents.close()
  return [
    {
      part: 'store',
      ok: true,
      says: `${documents.engine === 'mongodb' ? 'MongoDB, replica set' : 'embedded, one process'}: ${contacts} contacts, ${rows} messages to send`,
    },
    {
      part: 'privacy',
      ok: redactions === 0,
      says:
        redactions === 0
          ? 'no anonymous answer is readable at the provider'
          : `${redactions} answers still readable at the provider`,
    },
    ...(isPractice(settings) ? [] : [admin(admins)]),
  ]
}

const admin = (admins: number): Finding => ({
  part: 'staff',
  ok: admins > 0,
  says:
    admins > 0
      ? `${admins} ${admins === 1 ? 'admin' : 'admins'} can sign in`
      : 'no admin can sign in: npx brugbode staff add <email> --role admin',
})

/** The provider's clock is compared on the way: it must not differ by more than two seconds (protocol 3). */
async function provider(settings: Settings): Promise<Finding> {
  if (isPractice(settings)) return { part: 'provider', ok: true, says: 'the phones on this machine' }
  const base = settings.TWILIO_API_URL ?? 'https://api.twilio.com'
  try {
    const response = await fetch(
      `${base}/2010-04-01/Accounts/${settings.TWILIO_ACCOUNT_SID}/Messages.json?PageSize=1`,
      {
        headers: {
          authorization: `Basic ${Buffer.from(`${settings.TWILIO_ACCOUNT_SID}:${settings.TWILIO_AUTH_TOKEN}`).toString('base64')}`,
        },
        signal: AbortSignal.timeout(10_000),
      },
    )
    const off = Math.abs(Date.parse(response.headers.get('date') ?? '') - Date.now())
    if (!response.ok)
      return { part: 'provider', ok: false, says: `refuses the account: HTTP ${response.status}` }
    if (off > 3_000)
      return { part: 'provider', ok: false, says: `clock differs by ${Math.round(off / 1000)} seconds` }
    return { part: 'provider', ok: true, says: 'answers, clocks agree' }
  } catch {
    return { part: 'provider', ok: false, says: `cannot be reached at ${new URL(base).host}` }
  }
}
