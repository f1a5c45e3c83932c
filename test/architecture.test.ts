import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** Who may import whom; the same table as in docs/architecture.md. A trailing `(types)` allows `import type` alone. */
const TABLE: Record<string, { ours: string[]; packages: string[] }> = {
  domain: { ours: [], packages: ['luxon', 'libphonenumber-js/max'] },
  ports: { ours: ['domain'], packages: [] },
  'use-cases': { ours: ['domain', 'ports', 'errors', 'store (types)'], packages: ['luxon', 'node:crypto'] },
  content: {
    ours: ['domain', 'ports', 'errors'],
    packages: ['luxon', 'yaml', 'zod', 'i18next', 'node:fs', 'node:path'],
  },
  bot: { ours: ['domain', 'ports', 'errors'], packages: ['luxon', 'botbuilder-core', 'botbuilder-dialogs'] },
  'channels/twilio': {
    ours: ['domain', 'ports', 'errors'],
    packages: [
      'twilio',
      'undici',
      'zod',
      'node:crypto',
      'node:async_hooks',
      'node:http',
      'node:stream',
      'node:querystring',
    ],
  },
  store: {
    ours: ['domain', 'ports', 'errors'],
    packages: [
      'mongoose',
      'mongodb',
      'lmdb',
      'sift',
      'node:fs',
      'node:path',
      'node:crypto',
      'node:child_process',
      'node:os',
    ],
  },
  lists: {
    ours: ['ports'],
    packages: ['csv-parse', 'csv-stringify', 'read-excel-file', 'write-excel-file', 'node:zlib'],
  },
  hooks: { ours: ['ports'], packages: ['undici', 'node:crypto', 'node:dns', 'node:net'] },
  clock: { ours: ['ports'], packages: ['node-cron', 'node:perf_hooks', 'node:timers/promises'] },
  seal: { ours: ['ports'], packages: ['node:crypto'] },
  log: { ours: ['ports'], packages: ['pino'] },
  passwords: { ours: ['ports'], packages: ['@node-rs/argon2'] },
  web: {
    ours: ['domain', 'ports', 'errors', 'use-cases (types)'],
    packages: [
      'express',
      'compression',
      'helmet',
      'multer',
      'zod',
      'luxon',
      'preact',
      'preact-render-to-string',
      'qr',
      'node:http',
      'node:path',
      'node:crypto',
    ],
  },
}
/** They wire everything and are imported by nobody below. */
const WIRING = ['app', 'main', 'kicks', 'approvals', 'desk', 'settings', 'errors', 'cli', 'practice']
const SRC = path.join(__dirname, '../src')

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap(name => {
    const full = path.join(folder, name)
    return statSync(full).isDirectory() ? files(full) : /\.tsx?$/.test(name) ? [full] : []
  })

const roomOf = (file: string): string | undefined => {
  const inside = path.relative(SRC, file).replaceAll(path.sep, '/')
  return (
    Object.keys(TABLE).find(room => inside.startsWith(`${room}/`)) ??
    inside.split('/')[0]?.replace(/\.tsx?$/, '')
  )
}

function violations(file: string, source: string): string[] {
  const room = roomOf(file) ?? ''
  const row = TABLE[room]
  if (!row) return WIRING.includes(room) ? [] : [`${room} is in no row of the table`]
  const name = path.relative(SRC, file)
  return [
    ...source.matchAll(/^(?:import|export)\s(type\s)?[^'";]*?from\s+'([^']+)'|require\('([^']+)'\)/gm),
  ].flatMap(([, type, from, required]) => {
    const target = from ?? required ?? ''
    if (!target.startsWith('.')) {
      const allowed = row.packages.some(known => target === known || target.startsWith(`${known}/`))
      return allowed ? [] : [`${name} imports ${target}`]
    }
    const other = roomOf(path.resolve(path.dirname(file), target)) ?? ''
    const allowed =
      other === room ||
      row.ours.includes(other) ||
      (type !== undefined && row.ours.includes(`${other} (types)`))
    return allowed ? [] : [`${name} imports ${other}`]
  })
}

test('every room imports only what its row allows', () => {
  const all = files(SRC)
  expect(all.length).toBeGreaterThan(100)
  expect(all.flatMap(file => violations(file, readFileSync(file, 'utf8')))).toEqual([])
})

test('the guard sees a planted violation', () => {
  expect(violations(path.join(SRC, 'domain/x.ts'), "import { Dialog } from 'botbuilder-core'\n")).toEqual([
    'domain/x.ts imports botbuilder-core',
  ])
  expect(violations(path.join(SRC, 'use-cases/x.ts'), "import { open } from '../store/y'\n")).toEqual([
    'use-cases/x.ts imports store',
  ])
})

test('botbuilder has one door', () => {
  const importing = files(SRC).filter(file => /from 'botbuilder/.test(readFileSync(file, 'utf8')))
  expect(importing.map(file => path.relative(SRC, file))).toEqual(['bot/sdk.ts'])
})

test('only settings.ts reads the environment', () => {
  const reading = files(SRC).filter(file => readFileSync(file, 'utf8').includes('process.env'))
  expect(reading.map(file => path.relative(SRC, file))).toEqual(['settings.ts'])
})

test('the domain reads no clock and throws no dice', () => {
  const impure = files(path.join(SRC, 'domain')).filter(file =>
    /Date\.now\(|Math\.random\(|new Date\(\)|DateTime\.(now|local|utc)\(\)/.test(readFileSync(file, 'utf8')),
  )
  expect(impure.map(file => path.relative(SRC, file))).toEqual([])
})
