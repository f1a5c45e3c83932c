import { parse } from 'csv-parse/sync'
import type { ReadList } from '../ports/lists'
import { decode } from './decode'

const SEPARATORS = [';', ',', '\t', '|'] as const
/** How much of the file tells which separator it has. */
const SAMPLE = 40
const LONGEST_RECORD = 100_000

/** A text with separators, as Excel, LibreOffice, Numbers and registration systems save it. */
export function readCsv(bytes: Buffer): ReadList {
  const decoded = decode(bytes)
  if (decoded === null) return { ok: false, problem: 'not_readable' }
  // Excel tells itself the separator in a line that it does not show.
  const told = /^\uFEFF?"?sep=(.)"?\r?\n/i.exec(decoded)
  const text = told ? decoded.slice(told[0].length) : decoded.replace(/^\uFEFF/, '')
  try {
    const rows = split(text, told?.[1] ?? separatorOf(text))
    return { ok: true, rows: rows.map(row => row.map(cell => cell.trim())), sheets: [] }
  } catch {
    // A quote that never closes, or one endless line.
    return { ok: false, problem: 'not_readable' }
  }
}

const split = (text: string, delimiter: string, to?: number): string[][] =>
  parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
    ...(to === undefined ? {} : { to }),
  })

/** The one that cuts most rows into the same number of cells, and into most cells. */
function separatorOf(text: string): string {
  let best: { separator: string; score: number } = { separator: ';', score: 0 }
  for (const separator of SEPARATORS) {
    const score = scoreOf(text, separator)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

function scoreOf(text: string, separator: string): number {
  try {
    const counts = new Map<number, number>()
    for (const { length } of split(text, separator, SAMPLE)) counts.set(length, (counts.get(length) ?? 0) + 1)
    return Math.max(0, ...[...counts].map(([cells, rows]) => (cells - 1) * rows))
  } catch {
    return 0
  }
}
