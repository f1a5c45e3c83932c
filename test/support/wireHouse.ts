import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { type App, createApp } from '../../src/app'
import { createTwilioChannel, type TwilioChannel } from '../../src/channels/twilio/channel'
import { loadContent } from '../../src/content/loadContent'
import { sampleFacts } from '../../src/content/sampleFacts'
import { contentFor, templatePatterns } from '../../src/content/templatePatterns'
import { createTell } from '../../src/hooks/createTell'
import { createLog } from '../../src/log/createLog'
import type { CrashPoint } from '../../src/ports/crashPoint'
import { openPractice, practiceAccount } from '../../src/practice/openPractice'
import type { DemoPerson } from '../../src/practice/people'
import { seedDemo } from '../../src/practice/seedDemo'
import { createSeal } from '../../src/seal/createSeal'
import { beginApproved, keepApproved } from './approvedTemplates'
import { openTestDocuments, type TestDocuments } from './openDocuments'

const ROOT = path.join(__dirname, '../..')
const ZONE = 'Europe/Brussels'
/** A Tuesday: everything is planned from here, and stands still until it is turned forward. */
export const BEGIN = Date.parse('2026-11-03T09:00:00Z')

/** Within this time WhatsApp approves. */
const APPROVAL_MS = 60_000

/** Read once for all houses of a test file: nobody changes it. */
let loaded: ReturnType<typeof loadContent> | undefined

export interface Wiring {
  people: readonly DemoPerson[]
  /** An organisation that has just begun: its people have phones, and nobody and nothing is written down yet. */
  empty?: boolean
  crash?: CrashPoint
  /** Two of them work on one store, as on two machines; the phones know only the first. */
  processes?: 1 | 2
  store?: TestDocuments
}

interface Process {
  app: App
  channel: TwilioChannel
}

/** The real parts in one process: product, store, provider with its phones, and one clock for all. */
export async function wireHouse({ people, empty = false, crash, processes = 1, store: given }: Wiring) {
  const folder = await mkdtemp(path.join(tmpdir(), 'brugbode-house-'))
  const store = given ?? (await openTestDocuments())
  const { documents } = store
  loaded ??= loadContent(ROOT)
  const { content, locales } = loaded
  const lines: string[] = []
  const log = createLog('debug', { write: line => lines.push(line) })
  const seal = createSeal(randomBytes(32))
  const tell = createTell({ near: true })
  let at = BEGIN
  const clock = {
    now: () => at,
    monotonic: () => performance.now(),
    sleep: (ms: number) => setTimeout(ms),
    turnTo: (moment: number) => {
      at = Math.max(at, moment)
    },
    ahead: 0,
  }
  const isApproved = !given && (await beginApproved(documents, folder))
  const account = await practiceAccount(documents)
  const port = await anyPort()
  const publicUrl = `http://127.0.0.1:${port}`
  let running: Process[] = []

  const openProcess = async (listenAt: number) => {
    const channel = createTwilioChannel({
      settings: { ...account, publicUrl, apiUrl },
      languageCode: tag => locales.find(locale => locale.tag === tag)?.language.whatsapp ?? null,
      documents,
      clock,
      log,
    })
    const phones = `${apiUrl}/phones`
    const app = createApp({
      documents,
      content,
      channel,
      clock,
      log,
      seal,
      tell,
      zone: ZONE,
      phones,
      ...(crash ? { crash } : {}),
    })
    await new Promise<void>(done => app.server.listen(listenAt, '127.0.0.1', done))
    return { app, channel }
  }
  const open = async () => {
    running = [await openProcess(port)]
    if (processes === 2) running.push(await openProcess(0))
  }
  const close = async () => {
    for (const { app, channel } of running) {
      await app.idle()
      await new Promise(done => app.server.close(done).closeAllConnections())
      await channel.close()
    }
  }
  const approveTemplates = async () => {
    const planned = contentFor(content, new Set(['networking-event']))
    await first().channel.pushTemplates(templatePatterns(planned, sampleFacts(content)))
    at += APPROVAL_MS
    await emulator.runDue()
    await first().channel.refreshApprovals()
    if (!given) await keepApproved(documents, folder)
  }
  const first = () => {
    const [process] = running
    if (!process) throw new Error('no process runs')
    return process
  }
  /** All processes as one: they look at the same moment. */
  const together: App = {
    get server() {
      return first().app.server
    },
    tick: async () => void (await Promise.all(running.map(({ app }) => app.tick()))),
    catchUp: () => first().app.catchUp(),
    idle: async () => void (await Promise.all(running.map(({ app }) => app.idle()))),
    nextDue: moment => first().app.nextDue(moment),
  }

  const practice = openPractice({
    account,
    documents,
    content,
    clock,
    folder,
    zone: ZONE,
    publicUrl,
    app: () => together,
    people,
    automatic: false,
  })
  const { emulator, settle, wind } = practice
  const apiUrl = await emulator.listen(0)
  await open()
  await seedDemo({ documents, content, clock, zone: ZONE, holidays: true, people: empty ? [] : people })
  if (empty) await documents.collection('campaigns').remove({ organisation: 'demo' })
  // Asked and approved before the first look, as if it had been planned for days.
  if (isApproved) at += APPROVAL_MS
  else await approveTemplates()
  await settle()

  return {
    documents,
    content,
    clock,
    seal,
    log,
    lines,
    /** The phones' own. */
    folder,
    /** The embedded store's files. */
    storeFolder: store.folder,
    account,
    publicUrl,
    apiUrl,
    emulator,
    settle,
    wind,
    app: together,
    /** Of the process that is running. */
    channel: () => first().channel,
    newId: () => randomBytes(16).toString('base64url'),
    /** Nobody is at home while this happens: webhooks find a closed door. */
    async away(happens: () => Promise<void>) {
      await close()
      await happens()
      await open()
    },
    /** As after a crash: the process forgets, the store does not. */
    async restart() {
      await close()
      await open()
      await settle()
    },
    async close() {
      await close()
      await emulator.close()
      await tell.close()
      if (!given) await store.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function anyPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise(done => server.close(done))
  return port
}
