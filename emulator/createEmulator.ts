import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, {
  type ErrorRequestHandler,
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import { apiAuth, refuse } from './apiAuth'
import { contentApi } from './contentApi'
import { control, type SeenMessage, seenMessage } from './control'
import { createEngine } from './engine'
import { createFaults, type Faults, NO_FAULTS } from './faults'
import { createMediaStore } from './mediaStore'
import { messagesApi } from './messagesApi'
import type { EmulatorOptions } from './options'
import { phonesPage } from './pages/phonesPage'
import { createWords } from './pages/words'
import { createPhoneActs, type PhoneActs } from './phoneActs'
import { refusal } from './refusals'
import { sameOrigin } from './sameOrigin'
import { openState } from './state'
import { typingApi } from './typingApi'

export interface Emulator {
  app: Express
  /** Port 0 takes a free one; gives the address to reach it at, for example `http://127.0.0.1:4020`. */
  listen(port: number, host?: string): Promise<string>
  close(): Promise<void>
  /** Does what is due at the clock's time and waits for the product's answers. */
  runDue(): Promise<void>
  nextDue(): number | null
  /** For tests: without HTTP. */
  messages(phone?: string): SeenMessage[]
  acts: PhoneActs
  faults: { now(): Faults; set(patch: Partial<Faults>): Faults }
  /** Forgets all messages, contents and faults; the phones of the options come back. */
  reset(): void
}

/** A Twilio that runs here: its HTTP interface, signed webhooks, and phones to look at. */
export function createEmulator(options: EmulatorOptions): Emulator {
  let base = ''
  let server: Server | null = null
  const baseUrl = () => base
  const state = openState(options.journal)
  const faults = createFaults()
  const media = createMediaStore(options.journal, state, () => options.clock.now())
  const engine = createEngine({ options, state, faults, media, baseUrl })
  const acts = createPhoneActs({ options, state, engine, faults, media })
  const addPhones = () => {
    for (const phone of options.phones) if (!state.all('phones').has(phone.address)) acts.add(phone)
  }
  addPhones()
  const reset = () => {
    engine.clear()
    state.clear()
    faults.set(NO_FAULTS)
    addPhones()
  }

  /** Nobody listens for a while: the only outage of which a caller knows that nothing was handed over. */
  const setFaults = (patch: Partial<Faults>): Faults => {
    const now = faults.set(patch)
    if (patch.outage === 'refuse' && server?.listening) {
      const again = server
      const { port, address } = again.address() as AddressInfo
      again.close()
      again.closeAllConnections()
      setTimeout(() => {
        faults.set({ outage: 'off' })
        if (server === again) again.listen(port, address)
      }, now.outageMs)
    }
    return now
  }
  const switches = { now: faults.now, set: setFaults }

  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  const forms = [express.urlencoded({ extended: false, limit: '1mb' }), express.json({ limit: '1mb' })]
  const api = [outage(), apiAuth(options.accountSid, options.authToken), ...forms]
  app.use('/2010-04-01/Accounts/:account', api, (request: Request, response: Response, next: NextFunction) =>
    request.params.account === options.accountSid ? next() : refuse(response, 20404),
  )
  app.use(
    `/2010-04-01/Accounts/${options.accountSid}`,
    messagesApi({ options, state, engine, faults, media }),
  )
  app.use('/v1', api, contentApi({ options, state, engine, baseUrl }))
  app.use(['/v2', '/v3'], api)
  app.use(typingApi(state))
  app.use(['/2010-04-01', '/v1', '/v2', '/v3'], (_, response) => refuse(response, 20404))
  app.use('/emulator', sameOrigin, ...forms, control({ state, engine, faults: switches, acts, reset }))
  app.use(unreadable)
  app.use(phonesPage({ options, state, engine, faults: switches, acts, media, words: createWords() }))

  /** The interface is away; the phones page stays. */
  function outage(): RequestHandler {
    return (request, response, next) => {
      const { outage: how } = faults.now()
      if (how === '503') response.status(503).json(refusal(20503))
      else if (how === 'reset') request.socket.destroy()
      else next()
    }
  }

  return {
    app,
    async listen(port, host = '127.0.0.1') {
      const opening = createServer(app)
      server = opening
      await new Promise<void>((resolve, reject) => {
        opening.once('error', reject)
        opening.listen(port, host, resolve)
      })
      const { address, port: taken, family } = opening.address() as AddressInfo
      base = `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`
      return base
    },
    async close() {
      const closing = server
      server = null
      await engine.close()
      closing?.closeAllConnections()
      if (closing?.listening) await new Promise(resolve => closing.close(resolve))
      state.close()
    },
    runDue: () => engine.runDue(),
    nextDue: () => engine.nextDue(),
    messages: phone =>
      (phone ? state.messagesOf(phone) : [...state.all('messages').values()]).map(seenMessage),
    acts,
    faults: switches,
    reset,
  }
}

/** A body that is not what its type says. */
const unreadable: ErrorRequestHandler = (_error, _request, response, _next) => refuse(response, 20422)
