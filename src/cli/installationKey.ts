import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '../settings'

/** Locks what rests in the store. In practice it is made once and kept beside the data, readable by nobody else. */
export function installationKey(settings: Settings, folder: string): Buffer {
  if (settings.BRUGBODE_KEY) return Buffer.from(settings.BRUGBODE_KEY, 'base64')
  const file = path.join(folder, 'key')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  }
  return Buffer.from(readFileSync(file, 'utf8'), 'base64')
}
