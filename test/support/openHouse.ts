import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import type { SeenMessage } from '../../emulator/control'
import { type App, createApp } from '../../src/app'
import { createTwilioChannel, type TwilioChannel } from '../../src/channels/twilio/channel'
import { loadContent } from '../../src/content/loadContent'
import { sampleFacts } from '../../src/content/sampleFacts'
import { templatePatterns } from '../../src/content/templatePatterns'
import { createLog } from '../../src/log/createLog'
import type { CrashPoint } from '../../src/ports/crashPoint'
import { openPractice, type Practice, practiceAccount } from '../../src/practice/openPractice'
import { DEMO_PEOPLE, type DemoPerson, demoNumber } from '../../src/practice/people'
import { seedDemo } from '../../src/practice/seedDemo'
import { createSeal } from '../../src/seal/createSeal'
import { openTestDocuments } from './openDocuments'

export const CAMPAIGN = 'jobcafe'
const ROOT = path.join(__dirname, '../..')
/** A Tuesday: everything is planned from here, and stands still until it is turned forward. */
export const BEGIN = Date.parse('2026-11-03T09:00:00Z')
/** After every deed people take their time; until then the answer is on the phone. */
const TYPING_MS = 20_000
/** Somebody picks up the phone so long after a message left. */
const LOOKING_MS = 60_000

export type House = Awaited<ReturnType<typeof openHouse>>

/** The whole product with its phones and store, in one process, on a clock that only moves when it is turned. */
export async function openHouse(given: { people?: readonly DemoPerson[]; crash?: CrashPoint } = {}) {
  const { people = DEMO_PEOPLE, crash } = given
  const folder = await mkdtemp(path.join(tmpdir(), 'brugbode-house-'))
  const store = await openTestDocuments()
  const { documents } = store
  const { content, locales } = loadContent(ROOT)
  const lines: string[] = []
  const log = createLog('debug', { write: line => lines.push(line) })
  const seal = createSeal(randomBytes(32))
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
  const account = await practiceAccount(documents)
  let app: App
  let channel: TwilioChannel
  let practice: Practice
  let publicUrl = ''

  const openApp = async (port: number) => {
    channel = createTwilioChannel({
      settings: { ...account, publicUrl, apiUrl },
      languageCode: tag => locales.find(locale => locale.tag === tag)?.language.whatsapp ?? null,
      documents,
      clock,
      log,
    })
    app = createApp({
      documents,
      content,
      channel,
      clock,
      log,
      seal,
      zone: 'Europe/Brussels',
      phones: `${apiUrl}/phones`,
      ...(crash ? { crash } : {}),
    })
    await new Promise<void>(done => app.server.listen(port, '127.0.0.1', done))
    return (app.server.address() as AddressInfo).port
  }
  const closeApp = async () => {
    await app.idle()
    await new Promise(done => app.server.close(done).closeAllConnections())
    await channel.close()
  }

  // The product's address is part of every webhook, so its port is taken first.
  const reserved = createServerPort()
  publicUrl = `http://127.0.0.1:${await reserved}`
  practice = openPractice({
    account,
    documents,
    content,
    clock,
    folder,
    zone: 'Europe/Brussels',
    publicUrl,
    app: () => app,
    people,
    automatic: false,
  })
  const apiUrl = await practice.emulator.listen(0)
  await openApp(Number(new URL(publicUrl).port))
  await seedDemo({ documents, content, clock, zone: 'Europe/Brussels', holidays: true, people })
  await channel!.pushTemplates(templatePatterns(content, sampleFacts(content)))
  at += 60_000
  await practice.emulator.runDue()
  await channel!.refreshApprovals()
  await practice.settle()

  const idOf = (name: string) => `demo-${people.findIndex(person => person.name === name) + 1}`
  const numberOf = (name: string) => demoNumber(people.findIndex(person => person.name === name))
  const act = async (deed: Promise<unknown> | unknown) => {
    const result = (await deed) as { problem?: string }
    if (result.problem) throw new Error(result.problem)
    await practice.wind(at + TYPING_MS)
  }
  const { acts } = practice.emulator

  return {
    documents,
    content,
    clock,
    lines,
    folder,
    publicUrl,
    apiUrl,
    get app() {
      return app
    },
    emulator: practice.emulator,
    settle: practice.settle,
    wind: practice.wind,
    /** Turns the clock to the next planned step that leaves. */
    async next(): Promise<string> {
      const [row] = await documents
        .collection('outbox')
        .list({ state: 'planned', rank: 5, nextAt: { $gt: at } }, { sort: [['nextAt', 1]], limit: 1 })
      if (!row) throw new Error('nothing is planned')
      await practice.wind(row.nextAt + LOOKING_MS)
      return row.step ?? ''
    },
    /** What is on somebody's phone, oldest first. */
    phone: (name: string): SeenMessage[] => practice.emulator.messages(numberOf(name)),
    /** The last thing they got. */
    last: (name: string): SeenMessage => {
      const got = practice.emulator
        .messages(numberOf(name))
        .filter(({ direction }) => direction !== 'inbound')
      const message = got.at(-1)
      if (!message) throw new Error(`${name} got nothing`)
      return message
    },
    writes: (name: string, text: string) => act(acts.text(numberOf(name), text)),
    taps: (name: string, choice: string) => {
      const messages = practice.emulator.messages(numberOf(name)).filter(({ choices }) => choices.length > 0)
      const message = messages.at(-1)
      const option = message?.choices.find(({ id, title }) => title === choice || id.endsWith(`/${choice}`))
      if (!message || !option) throw new Error(`${name} has no button ${choice}`)
      return act(acts.tap(numberOf(name), message.sid, option.id))
    },
    /** What reached or still travels to somebody: `channel language text`, oldest first. */
    async got(name: string, since = 0): Promise<string[]> {
      const sent = practice.emulator
        .messages(numberOf(name))
        .filter(({ direction }) => direction === 'outbound-api')
      const said = sent
        .filter(({ createdAt }) => createdAt >= since)
        .map(async ({ channel, key }) => {
          const row = await documents.collection('outbox').get(new URLSearchParams(key).get('m') ?? '')
          return `${channel} ${row?.language} ${row?.say?.text.split(/[/:]/).slice(1).join(':')}`
        })
      return Promise.all(said)
    },
    voice: (name: string) => act(acts.voice(numberOf(name))),
    /** Everything that was meant for somebody, as it stands in the outbox. */
    rows: (name: string) =>
      documents.collection('outbox').list({ contact: idOf(name) }, { sort: [['createdAt', 1]] }),
    tasks: (name: string) => documents.collection('tasks').list({ contact: idOf(name) }),
    replies: (name: string) => documents.collection('namedReplies').list({ contact: idOf(name) }),
    idOf,
    numberOf,
    /** A person of the organisation begins to talk with them. */
    async takeOver(name: string) {
      await documents.collection('inbound').insert({
        _id: `staff:take_over:${at}`,
        organisation: 'demo',
        contact: idOf(name),
        at,
        late: false,
        stopWord: false,
        handled: false,
        tries: 0,
        event: { kind: 'staff', what: 'take_over' },
      })
      await practice.settle()
    },
    /** What staff sees, as the browser gets it. */
    page: async (path: string) =>
      (await fetch(`${publicUrl}${path}`, { headers: { 'accept-language': 'en' } })).text(),
    /** A form of a staff page, sent. */
    async post(path: string, fields: Record<string, string>) {
      const response = await fetch(`${publicUrl}${path}`, {
        method: 'POST',
        headers: { origin: publicUrl, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      })
      await practice.settle()
      return response.status
    },
    contact: (name: string) => documents.collection('contacts').get(idOf(name)),
    enrolment: (name: string) => documents.collection('enrolments').get(`${CAMPAIGN}:${idOf(name)}`),
    /** As after a crash: the process forgets, the store does not. */
    async restart() {
      await closeApp()
      await openApp(Number(new URL(publicUrl).port))
      await practice.settle()
    },
    async close() {
      await closeApp()
      await practice.emulator.close()
      await store.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function createServerPort(): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise(done => server.close(done))
  return port
}
