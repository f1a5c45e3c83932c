import { mkdtempSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmulator } from '../../emulator/createEmulator'
import type { EmulatorOptions } from '../../emulator/options'

export const ACCOUNT = 'AC00000000000000000000000000000001'
export const TOKEN = '0123456789abcdef0123456789abcdef'
export const WHATSAPP = 'whatsapp:+32460000000'
export const SMS = '+32460000001'

export interface Received {
  target: string
  url: string
  params: Record<string, string>
  signature: string
  token: string
}

/** An emulator on a clock that stands still, with a product that only writes down what it hears. */
export async function startEmulator(given: Partial<EmulatorOptions> & { webhookFragment?: string } = {}) {
  const clock = { now: () => time }
  let time = Date.parse('2026-11-26T09:00:00Z')
  const received: Received[] = []
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => {
    response.setHeader('Content-Type', 'text/xml').end('<Response/>')
  }
  const product = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part.toString('utf8')
    })
    request.on('end', () => {
      received.push({
        target: request.url ?? '',
        url: `http://${request.headers.host}${request.url}`,
        params: Object.fromEntries(new URLSearchParams(body)),
        signature: String(request.headers['x-twilio-signature']),
        token: String(request.headers['i-twilio-idempotency-token']),
      })
      answer(request, response)
    })
  })
  await new Promise<void>(resolve => product.listen(0, '127.0.0.1', resolve))
  const home = `http://127.0.0.1:${(product.address() as AddressInfo).port}`
  const { webhookFragment = '', ...rest } = given
  const options: EmulatorOptions = {
    accountSid: ACCOUNT,
    authToken: TOKEN,
    clock,
    journal: mkdtempSync(join(tmpdir(), 'emulator-')),
    phones: [
      { name: 'Amina', language: 'ar', address: '+32470000001', channels: ['whatsapp', 'sms'] },
      { name: 'Gloria', language: 'nl', address: '+32470000002', channels: ['whatsapp'] },
      { name: 'Tesfay', language: 'ti', address: '+32470000003', channels: ['sms'] },
    ],
    senders: { whatsapp: '+32460000000', sms: SMS },
    webhooks: { inbound: `${home}/twilio/inbound?ch=1${webhookFragment}` },
    organisationName: 'Huis van de Buurt',
    automatic: false,
    ...rest,
  }
  const emulator = createEmulator(options)
  const base = await emulator.listen(0)
  const authorization = `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`

  /** Runs the clock forward through everything due until then. */
  const wind = async (ms: number) => {
    const end = time + ms
    for (let next = emulator.nextDue(); next !== null && next <= end; next = emulator.nextDue()) {
      time = Math.max(time, next)
      await emulator.runDue()
    }
    time = end
  }
  const call = async (
    method: string,
    target: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const form = body !== undefined && target.startsWith('/2010')
    const response = await fetch(base + target, {
      method,
      headers: {
        authorization,
        ...(body !== undefined && { 'content-type': form ? FORM : 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : form ? formOf(body as Fields) : JSON.stringify(body),
    })
    const text = await response.text()
    const json =
      text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as Record<string, unknown>) : {}
    return { status: response.status, headers: response.headers, text, json }
  }
  const messages = `/2010-04-01/Accounts/${ACCOUNT}/Messages`
  return {
    emulator,
    options,
    base,
    home,
    received,
    clock,
    wind,
    call,
    messages,
    authorization,
    send: (fields: Fields) => call('POST', `${messages}.json`, { From: WHATSAPP, ...fields }),
    answerWith: (how: typeof answer) => {
      answer = how
    },
    async close() {
      await emulator.close()
      product.closeAllConnections()
      await new Promise(resolve => product.close(resolve))
    },
  }
}

export type EmulatorWorld = Awaited<ReturnType<typeof startEmulator>>
type Fields = Record<string, string | string[]>
const FORM = 'application/x-www-form-urlencoded'

function formOf(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([key, value]) => [value].flat().map(one => [key, one]))
  return new URLSearchParams(pairs).toString()
}
