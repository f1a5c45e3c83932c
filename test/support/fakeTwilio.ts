import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export const SID = 'SM00000000000000000000000000000001'
export const ACCOUNT = 'AC00000000000000000000000000000001'
const CREATED = 'Tue, 24 Nov 2026 12:00:00 +0000'

export interface SeenRequest {
  method: string
  target: string
  headers: IncomingMessage['headers']
  body: string
}

/** What becomes of one request once it has been read. */
export type Answer = (response: ServerResponse, request: SeenRequest) => void

/** A port that answers what the test says: what the emulator is too well-behaved for. */
export async function fakeTwilio(first: Answer = accepts()) {
  const requests: SeenRequest[] = []
  const sockets = new Set<Socket>()
  const fake = { answer: first, early: undefined as ((socket: Socket) => void) | undefined }
  const server = createServer((request, response) => {
    if (fake.early) return fake.early(request.socket)
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part
    })
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const seen = { method, target: url, headers, body }
      requests.push(seen)
      fake.answer(response, seen)
    })
  })
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    /** Connections that are open now. */
    sockets,
    answers(answer: Answer) {
      fake.answer = answer
    },
    /** Before the request has been read. */
    meets(early: (socket: Socket) => void) {
      fake.early = early
    },
    async close() {
      server.closeAllConnections()
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

export type FakeTwilio = Awaited<ReturnType<typeof fakeTwilio>>

export const answers =
  (status: number, body: string | object, headers: Record<string, string> = {}): Answer =>
  response => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }

export const accepts = (): Answer => answers(201, aTwilioMessage())

export const refuses = (status: number, code: number, headers?: Record<string, string>): Answer =>
  answers(status, aRefusal(status, code), headers)

export const aRefusal = (status: number, code: number) => ({
  code,
  message: `The number whatsapp:+32470000001 is not possible`,
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status,
})

/** As `POST …/Messages.json` answers. */
export const aTwilioMessage = (more: Record<string, unknown> = {}) => ({
  sid: SID,
  account_sid: ACCOUNT,
  api_version: '2010-04-01',
  body: 'Kom je donderdag?',
  direction: 'outbound-api',
  from: 'whatsapp:+32460000000',
  to: 'whatsapp:+32470000001',
  status: 'queued',
  error_code: null,
  error_message: null,
  messaging_service_sid: null,
  num_media: '0',
  num_segments: '1',
  price: null,
  price_unit: 'USD',
  date_created: CREATED,
  date_sent: null,
  date_updated: CREATED,
  subresource_uris: { media: `/2010-04-01/Accounts/${ACCOUNT}/Messages/${SID}/Media.json` },
  uri: `/2010-04-01/Accounts/${ACCOUNT}/Messages/${SID}.json`,
  ...more,
})
