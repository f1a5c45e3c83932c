import { type Row, readSheet } from 'read-excel-file/node'
import type { ReadList } from '../ports/lists'
import { fitsInMemory, withoutExtent } from './fitsInMemory'
import { pack } from './pack'
import { unpack } from './unpack'

/** Sheets and what they are read with. Pictures, macros and prints of earlier versions stay packed. */
const PARTS =
  /^(\[Content_Types\]\.xml|xl\/[^/]+\.xml|xl\/worksheets\/[^/]+\.xml|(_rels|xl\/_rels)\/[^/]+\.rels)$/

/** One sheet. The reader gets nothing before it is known how large that becomes, unpacked and laid out. */
export async function readXlsx(bytes: Buffer, sheet: number): Promise<ReadList> {
  const unpacked = unpack(bytes, name => PARTS.test(name))
  if (!unpacked.ok) return unpacked
  for (const [name, content] of unpacked.files) {
    if (!name.startsWith('xl/worksheets/')) continue
    if (!fitsInMemory(content)) return { ok: false, problem: 'too_large' }
    unpacked.files.set(name, withoutExtent(content))
  }
  try {
    const sheets = sheetNames(unpacked.files.get('xl/workbook.xml'))
    const rows = await readSheet<string>(pack(unpacked.files), sheet + 1, {
      parseNumber: asTyped,
      trim: true,
    })
    return { ok: true, rows: rows.map(row => row.map(asText)), sheets }
  } catch {
    return { ok: false, problem: 'not_readable' }
  }
}

const SHEET = /<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"/g
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** As the tabs at the bottom of the window say. */
const sheetNames = (workbook: Buffer | undefined): string[] =>
  [...(workbook?.toString('utf8') ?? '').matchAll(SHEET)].map(([, name = '']) =>
    name.replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole),
  )

/** Some programs keep 470123456 as 4.70123456E8. In a workbook nothing is lost by that, unlike in a text. */
function asTyped(number: string): string {
  const value = Number(number)
  return Number.isSafeInteger(value) ? String(value) : number
}

function asText(cell: Row<string>[number]): string {
  if (cell === null) return ''
  const value: unknown = cell
  // A day in a workbook has no zone: read as UTC, written as the day it is.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return String(value).trim()
}
