import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { Agent, request } from 'undici'
import { openEmbedded } from '../src/store/embedded'
import { aTwilioMessage } from '../test/support/fakeTwilio'
import { openTwilioChannel, TOKEN } from '../test/support/twilioChannel'

/**
 * How many messages a second the channel hands over to a provider that answers at once, beside the floor: the same
 * request by undici alone, to the same stub, in the same run and equally many at a time.
 * `node --import tsx bench/send.ts [messages]`
 */
const MESSAGES = Number(process.argv[2] ?? 10_000)
const PARALLEL = 32
const ROUNDS = 5

/** In a thread of its own, so that its work is not counted as ours. */
const STUB = `
const { parentPort, workerData } = require('node:worker_threads')
const server = require('node:http').createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(201, { 'Content-Type': 'application/json' }).end(workerData)
  })
})
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
`

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'brugbode-bench-'))
  const documents = await openEmbedded(folder)
  const stub = new Worker(STUB, { eval: true, workerData: JSON.stringify(aTwilioMessage()) })
  const port = await new Promise<number>(resolve => stub.once('message', resolve))
  const apiUrl = `http://127.0.0.1:${port}`
  const clock = { now: () => Date.now(), monotonic: () => performance.now(), sleep: async () => {} }
  const { channel } = openTwilioChannel({ apiUrl, documents, clock })
  const agent = new Agent({ connections: 128, pipelining: 1 })

  const bySend = async (n: number) => {
    const outcome = await channel.send(aMessage(n))
    if (outcome.outcome !== 'accepted') throw new Error(outcome.outcome)
  }
  const alone = async () => {
    const answer = await request(`${apiUrl}/2010-04-01/Accounts/AC/Messages.json`, {
      method: 'POST',
      dispatcher: agent,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`AC:${TOKEN}`).toString('base64')}`,
      },
      body: FORM,
    })
    const { sid } = (await answer.body.json()) as { sid?: string }
    if (!sid) throw new Error('not accepted')
  }

  try {
    const took = { floor: 0, channel: 0 }
    // Warm both first, then in turn: a machine that gets slower is slower for both.
    await run(alone, MESSAGES / 10)
    await run(bySend, MESSAGES / 10)
    for (let round = 0; round < ROUNDS; round++) {
      took.floor += await run(alone, MESSAGES / ROUNDS)
      took.channel += await run(bySend, MESSAGES / ROUNDS)
    }
    const perSecond = (ms: number) => Math.round((MESSAGES * 1_000) / ms)
    const report = {
      messages: MESSAGES,
      parallel: PARALLEL,
      undiciPerSecond: perSecond(took.floor),
      channelPerSecond: perSecond(took.channel),
      timesFloor: Number((took.channel / took.floor).toFixed(2)),
    }
    console.log(JSON.stringify(report, null, 2))
  } finally {
    await channel.close()
    await agent.close()
    await stub.terminate()
    await documents.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const aMessage = (n: number) => ({
  from: { channel: 'whatsapp' as const, address: '+32460000000' },
  to: { channel: 'whatsapp' as const, address: '+32470000001' },
  content: { text: 'Kom je donderdag?', language: 'nl', direction: 'ltr' as const },
  row: `campaign:step:${n}`,
  attempt: 1,
})

/** The form that the channel makes of it. */
const FORM = new URLSearchParams({
  To: 'whatsapp:+32470000001',
  From: 'whatsapp:+32460000000',
  Body: 'Kom je donderdag?',
  StatusCallback: 'https://bot.example.org/twilio/status?m=campaign%3Astep%3A1&a=1',
}).toString()

async function run(send: (n: number) => Promise<void>, count: number): Promise<number> {
  let n = 0
  const began = performance.now()
  const worker = async () => {
    while (n < count) await send(n++)
  }
  await Promise.all(Array.from({ length: PARALLEL }, worker))
  return performance.now() - began
}

void main()
