import { inflateRawSync } from 'node:zlib'

/** The whole workbook together, unpacked. Ten thousand rows of twelve columns are eight megabytes. */
export const MOST_UNPACKED = 48 * 1024 * 1024
const MOST_FILES = 500

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff

export type Unpacked =
  | { ok: true; files: Map<string, Buffer> }
  | { ok: false; problem: 'too_large' | 'not_readable' }

/**
 * Unpacks the wanted files of a zip, within bounds: first what the directory says is added up, then inflating itself
 * stops at the bound, so that a directory that lies gains nothing. Only the directory counts; what hides between is not seen.
 */
export function unpack(zip: Buffer, wanted: (name: string) => boolean): Unpacked {
  const entries = directoryOf(zip)
  if (entries === null) return { ok: false, problem: 'not_readable' }
  const chosen = entries.filter(({ name }) => wanted(name))
  const said = chosen.reduce((sum, { size }) => sum + size, 0)
  if (entries.length > MOST_FILES || said > MOST_UNPACKED) return { ok: false, problem: 'too_large' }
  const files = new Map<string, Buffer>()
  let left = MOST_UNPACKED
  for (const entry of chosen) {
    const content = contentOf(zip, entry, left)
    if (!Buffer.isBuffer(content)) return { ok: false, problem: content }
    left -= content.length
    files.set(entry.name, content)
  }
  return { ok: true, files }
}

interface Entry {
  name: string
  deflated: boolean
  packed: number
  size: number
  at: number
}

function directoryOf(zip: Buffer): Entry[] | null {
  const end = endOf(zip)
  if (end === null) return null
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return null
    const method = zip.readUInt16LE(at + 10)
    const locked = (zip.readUInt16LE(at + 8) & 1) === 1
    if (locked || (method !== 0 && method !== 8)) return null
    const nameLength = zip.readUInt16LE(at + 28)
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      deflated: method === 8,
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** The directory's end stands last, before a comment at most. */
function endOf(zip: Buffer): number | null {
  const first = Math.max(0, zip.length - END_SIZE - LONGEST_COMMENT)
  for (let at = zip.length - END_SIZE; at >= first; at--) if (zip.readUInt32LE(at) === END) return at
  return null
}

function contentOf(zip: Buffer, entry: Entry, most: number): Buffer | 'too_large' | 'not_readable' {
  const { at, packed, deflated } = entry
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== LOCAL) return 'not_readable'
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  if (from + packed > zip.length) return 'not_readable'
  const content = zip.subarray(from, from + packed)
  if (!deflated) return packed > most ? 'too_large' : content
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'not_readable'
  }
}
