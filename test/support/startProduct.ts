import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import path from 'node:path'
import type { SeenMessage } from '../../emulator/control'

const PROGRAM = path.join(__dirname, '../../bin/brugbode.js')

export interface Ports {
  product: number
  phones: number
}

export interface Product {
  product: string
  phones: string
  /** As a power cut. */
  kill(): Promise<void>
  /** As Ctrl-C. */
  stop(): Promise<number | null>
  messages(): Promise<SeenMessage[]>
  /** A form of the phones page, or a string behind its stage. */
  post(target: string, fields: Record<string, string>): Promise<Response>
}

type Ended = { code: number | null; says: string }

/** `npm start`, as a process of its own. Gives what it printed when it ends before it is ready. */
export const startProduct = (settings: Record<string, string>, options: string[] = []) =>
  launchProduct(settings, options).ready

/** The same, while it is still starting. */
export function launchProduct(settings: Record<string, string>, options: string[] = []) {
  const child = spawn(process.execPath, [PROGRAM, 'start', '--json', ...options], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let says = ''
  const ended = once(child, 'exit')
  child.stderr.on('data', part => {
    says += part
  })
  const printed = once(child.stdout, 'data').then(([part]) => String(part))
  const ready = Promise.race([printed, ended.then(() => null)]).then((line): Product | Ended => {
    if (line === null) return { code: child.exitCode, says }
    const { product, phones } = JSON.parse(line) as { product: string; phones?: string }
    return running(child, ended, product, (phones ?? '').replace('/phones', ''))
  })
  return { ready, kill: () => killed(child, ended) }
}

async function killed(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL')
  await ended
}

function running(child: ChildProcess, ended: Promise<unknown>, product: string, phones: string): Product {
  return {
    product,
    phones,
    kill: () => killed(child, ended),
    async stop() {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
    async messages() {
      const answer = await fetch(`${phones}/emulator/messages`)
      return ((await answer.json()) as { messages: SeenMessage[] }).messages
    },
    async post(target, fields) {
      const body = new URLSearchParams(fields)
      const answer = await fetch(`${phones}${target}`, { method: 'POST', headers: { 'x-live': '1' }, body })
      if (!answer.ok) throw new Error(`${target}: ${answer.status} ${await answer.text()}`)
      return answer
    },
  }
}

/** Two ports that are free now; a restart takes the same ones, as the provider knows our address. */
export async function freePorts(): Promise<Ports> {
  const [product, phones] = await Promise.all([freePort(), freePort()])
  return { product, phones }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise(done => server.close(done))
  return port
}
