import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** `[table, key, value]`; without a value the row is gone. */
export type Line = [table: string, key: string, value?: unknown]

export interface Journal {
  /** What earlier runs left, oldest first. */
  past: Line[]
  append(line: Line): void
  /** Replaces everything by these lines; a crash in between leaves the old ones. */
  rewrite(lines: Iterable<Line>): void
  close(): void
}

/** A line per change, written before the change counts. A line torn by a crash is left out when reading. */
export function openJournal(folder: string): Journal {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'journal.jsonl')
  const past = existsSync(path) ? readLines(readFileSync(path, 'utf8')) : []
  let file: number | null = null
  const rewrite = (lines: Iterable<Line>) => {
    if (file !== null) closeSync(file)
    writeFileSync(`${path}.new`, [...lines].map(line => `${JSON.stringify(line)}\n`).join(''))
    renameSync(`${path}.new`, path)
    file = openSync(path, 'a')
  }
  return {
    past,
    rewrite,
    append(line) {
      file ??= openSync(path, 'a')
      writeSync(file, `${JSON.stringify(line)}\n`)
    },
    close() {
      if (file !== null) closeSync(file)
      file = null
    },
  }
}

function readLines(text: string): Line[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Line)
}
