import { existsSync } from 'node:fs'
import { Command } from 'commander'
import pc from 'picocolors'
import { AppError } from '../errors'
import { createLog } from '../log/createLog'
import { readSettings } from '../settings'

/** `brugbode start`: the product, and beside it the phones and a demo organisation when nothing is configured. */
export function startCommand(): Command {
  return new Command('start')
    .description(
      'starts the product; without an account it runs beside phones you can see, with a demo organisation',
    )
    .option('--fresh', 'forget the practice of before and begin again')
    .option('--json', 'print the addresses as JSON')
    .action(async ({ fresh, json }: { fresh?: boolean; json?: boolean }) => {
      try {
        if (existsSync('.env')) process.loadEnvFile('.env')
        const settings = readSettings()
        if (!json) console.log(pc.dim('Brugbode is starting. The first time that takes up to a minute.'))
        // Loaded only now: everything else of the command line starts without it.
        const { start } = require('../main') as typeof import('../main')
        const running = await start(settings, createLog(settings.LOG_LEVEL), { fresh: fresh ?? false })
        const { product, phones, health, notes } = running
        if (json) console.log(JSON.stringify({ product, phones, health }))
        else console.log(welcome({ product, phones, health }, notes))
        let stopping = false
        for (const signal of ['SIGINT', 'SIGTERM'] as const)
          process.on(signal, () => {
            if (stopping) process.exit(1)
            stopping = true
            void running.stop().then(() => process.exit(0))
          })
      } catch (error) {
        console.error(explain(error))
        process.exit(1)
      }
    })
}

function welcome(
  addresses: { product: string; phones: string | undefined; health: string },
  notes: string[],
): string {
  const line = (label: string, address: string) => `  ${pc.bold(label.padEnd(8))} ${pc.cyan(address)}`
  return [
    '',
    pc.bold('Brugbode is ready.'),
    line('Product', addresses.product),
    ...(addresses.phones ? [line('Phones', addresses.phones)] : []),
    line('Health', addresses.health),
    '',
    ...(addresses.phones
      ? ['  This is practice: nothing leaves this machine. Open the phones and turn the clock forward.']
      : []),
    ...notes.map(note => pc.dim(`  ${note}`)),
    '  Ctrl-C stops; everything is kept.',
    '',
  ].join('\n')
}

function explain(error: unknown): string {
  if (error instanceof AppError) {
    const { problems } = error.facts
    const list =
      error.code === 'CONTENT_INVALID' && Array.isArray(problems)
        ? `\n${problems.map(problem => `- ${problem}`).join('\n')}`
        : ''
    return `${error.message}${list}`
  }
  const { code, port } = error as { code?: string; port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what runs there, or set PORT and PHONES_PORT (see .env.example).`
  if (code === 'ENOSPC') return 'The disk is full: make room, then start again. Nothing is lost.'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
