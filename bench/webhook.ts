import { type ChildProcess, fork } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { signature } from '../emulator/signature'
import { isSigned } from '../src/channels/twilio/signature'
import { readInbound, readStatus } from '../src/channels/twilio/webhook'
import { loadContent } from '../src/content/loadContent'
import { buildLexicon } from '../src/domain/dialog/buildLexicon'
import { isStopWord } from '../src/domain/dialog/commands'
import type { Channel } from '../src/ports/channel'
import type { Documents } from '../src/ports/documents'
import { createSeal } from '../src/seal/createSeal'
import { createContacts } from '../src/store/contacts'
import { openEmbedded } from '../src/store/embedded'
import { createInbound } from '../src/store/inbound'
import { createLetters } from '../src/store/letters'
import { receiveMessage } from '../src/use-cases/receiveMessage'
import { answerWebhook } from '../src/web/webhooks'
import { aContact } from '../test/support/sendingWorld'

/**
 * Signed webhooks per second through the hot path on the embedded engine (raw body, signature, one read, one write,
 * answer), beside the floor: the same requests to a server that reads the body, computes one HMAC and keeps the id in
 * memory. The provider is a process of its own. Same machine, same run, in turn.
 * `node --import tsx bench/webhook.ts [webhooks] [at once]`
 */
const WEBHOOKS = Number(process.argv[2] ?? 4_000)
const AT_ONCE = Number(process.argv[3] ?? 32)
const PEOPLE = 500
const TOKEN = 'token'
const PUBLIC = 'https://bot.example.org'
const TARGET = '/twilio/inbound'

interface Signed {
  body: string
  signature: string
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'brugbode-bench-'))
  const documents = await openEmbedded(folder)
  try {
    for (let n = 0; n < PEOPLE; n++) {
      const from = { channel: 'whatsapp' as const, address: numberOf(n) }
      const addressKeys = [`house|whatsapp|${from.address}`]
      const contact = aContact(Date.now(), { _id: `c${n}`, addresses: [from], addressKeys })
      await documents.collection('contacts').insert(contact)
    }
    const product = productServer(documents)
    const provider = fork(__filename, [String(WEBHOOKS), String(AT_ONCE), 'provider'])
    await once(provider, 'message')
    const took = { floor: [] as number[], product: [] as number[] }
    for (let round = 0; round < 4; round++) {
      took.floor.push(await serve(floorServer(), provider, round))
      took.product.push(await serve(product(), provider, round))
    }
    provider.kill()
    const kept = await documents.collection('inbound').count({})
    if (kept !== (WEBHOOKS / 4) * 4) throw new Error(`only ${kept} were kept`)
    const perSecond = (ms: number[]) => Math.round((WEBHOOKS * 1_000) / ms.reduce((sum, one) => sum + one, 0))
    const floorPerSecond = perSecond(took.floor)
    const webhooksPerSecond = perSecond(took.product)
    const report = {
      webhooks: WEBHOOKS,
      atOnce: AT_ONCE,
      floorPerSecond,
      webhooksPerSecond,
      timesFloor: Number((floorPerSecond / webhooksPerSecond).toFixed(2)),
    }
    console.log(JSON.stringify(report, null, 2))
  } finally {
    await documents.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const numberOf = (n: number) => `+3247${String(n % PEOPLE).padStart(7, '0')}`

/** Signed beforehand: that is the provider's work. */
function webhook(n: number): Signed {
  const sid = `SM${n.toString(16).padStart(32, '0')}`
  const fields = {
    SmsMessageSid: sid,
    MessageSid: sid,
    SmsSid: sid,
    AccountSid: `AC${'0'.repeat(32)}`,
    From: `whatsapp:${numberOf(n)}`,
    To: 'whatsapp:+3225550001',
    Body: 'Ja, ik kom graag naar het jobcafé',
    ProfileName: 'Sara',
    WaId: numberOf(n).slice(1),
    MessageType: 'text',
    NumMedia: '0',
    NumSegments: '1',
    SmsStatus: 'received',
    ApiVersion: '2010-04-01',
  }
  return {
    body: new URLSearchParams(fields).toString(),
    signature: signature(TOKEN, PUBLIC + TARGET, fields),
  }
}

function productServer(documents: Documents): () => Server {
  const { content } = loadContent(join(__dirname, '..'))
  const lexicon = buildLexicon(content.words)
  const receiving = {
    contacts: createContacts(documents),
    inbound: createInbound(documents),
    letters: createLetters(documents),
    clock: { now: Date.now, monotonic: () => performance.now(), sleep: async () => {} },
    newId: () => randomBytes(16).toString('base64url'),
    seal: createSeal(randomBytes(32)),
    isStopWord: (text: string) => isStopWord(text, lexicon),
    organisationOf: () => ({ _id: 'house', language: 'nl' }),
  }
  const channel: Pick<Channel, 'isAuthentic' | 'readInbound' | 'readStatus'> = {
    isAuthentic: webhook => isSigned(webhook, PUBLIC, [TOKEN]),
    readInbound,
    readStatus,
  }
  const webhooks = {
    channel: channel as Channel,
    receive: async (message: Parameters<typeof receiveMessage>[1]) => {
      await receiveMessage(receiving, message)
    },
    recordStatus: async () => {},
    log: { info() {}, warn() {}, error: (_what: string, error: unknown) => console.error(error) },
  }
  return () => createServer((incoming, response) => void answerWebhook(webhooks, incoming, response))
}

function floorServer(): Server {
  const kept = new Map<string, string>()
  return createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', chunk => chunks.push(chunk))
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      kept.set(createHmac('sha1', TOKEN).update(body).digest('base64'), body)
      response.writeHead(200, { 'content-type': 'text/xml' }).end('<Response/>')
    })
  })
}

/** @returns milliseconds until the provider had all its answers */
async function serve(server: Server, provider: ChildProcess, round: number): Promise<number> {
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  provider.send({ port: (server.address() as AddressInfo).port, round })
  const [took] = await once(provider, 'message')
  await new Promise(done => server.close(done).closeAllConnections())
  if (typeof took !== 'number') throw new Error(`the provider says: ${took}`)
  return took
}

function beProvider(): void {
  process.on('message', async ({ port, round }: { port: number; round: number }) => {
    const webhooks = Array.from({ length: WEBHOOKS / 4 }, (_, n) => webhook(round * WEBHOOKS + n))
    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
    const worker = async () => {
      for (let one = webhooks.pop(); one; one = webhooks.pop()) await post(agent, port, one)
    }
    const began = performance.now()
    const wrong = await Promise.all(Array.from({ length: AT_ONCE }, worker)).catch(String)
    process.send?.(typeof wrong === 'string' ? wrong : performance.now() - began)
    agent.destroy()
  })
  process.send?.('ready')
}

function post(agent: Agent, port: number, { body, signature }: Signed): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-twilio-signature': signature,
    }
    const call = request(
      { agent, port, host: '127.0.0.1', method: 'POST', path: TARGET, headers },
      response => {
        response.resume()
        response.on('end', () => {
          if (response.statusCode === 200) resolve()
          else reject(new Error(`answered ${response.statusCode}`))
        })
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}

if (process.argv[4] === 'provider') beProvider()
else void main()
