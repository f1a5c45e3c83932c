import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A script that runs a server in the foreground: `--data FOLDER --port N`, first line `MONGODB_URI=…`. */
export const startScript = (): string | undefined => process.env.MONGODB_START || undefined

export interface RestartableServer {
  uri: string
  stop(): Promise<void>
  /** The same data at the same address. */
  start(): Promise<void>
  dispose(): Promise<void>
}

export async function restartableServer(script: string): Promise<RestartableServer> {
  const folder = await mkdtemp(join(tmpdir(), 'brugbode-server-'))
  const launch = async (port: string) => {
    const child = spawn(script, ['--data', folder, '--port', port], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = await once(createInterface(child.stdout), 'line')
    return { child, uri: String(line).replace('MONGODB_URI=', '') }
  }
  let running = await launch('0')
  const { uri } = running
  const stop = async () => {
    if (running.child.exitCode !== null) return
    const ended = once(running.child, 'exit')
    running.child.kill('SIGTERM')
    await ended
  }
  return {
    uri,
    stop,
    async start() {
      running = await launch(new URL(uri).port)
    },
    async dispose() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
