import type { Scalar } from '../../ports/documents'

/**
 * Values as bytes whose order is MongoDB's order of values: null (and absent), numbers, texts by UTF-8, false, true.
 * No encoded value is the beginning of another one, so keys of several values keep their order too.
 */
const NULL = 0x10
const NUMBER = 0x20
const TEXT = 0x30
const FALSE = 0x40
const TRUE = 0x41

/** Greater than everything that may follow a prefix. */
export const AFTER = Buffer.from([0xff])

export function encodeValue(value: unknown): Buffer {
  switch (typeof value) {
    case 'number':
      return encodeNumber(value)
    case 'string':
      return encodeText(value)
    case 'boolean':
      return Buffer.from([value ? TRUE : FALSE])
  }
  return Buffer.from([NULL])
}

/** Everything of one kind lies between these two. */
export const kindBounds = (value: string | number): [from: Buffer, to: Buffer] => {
  const kind = typeof value === 'number' ? NUMBER : TEXT
  return [Buffer.from([kind]), Buffer.from([kind + 1])]
}

function encodeNumber(value: number): Buffer {
  const bytes = Buffer.alloc(9)
  bytes[0] = NUMBER
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1)
  // Negative numbers: all bits turned; others: the sign bit. Then bytes compare as numbers do.
  if (bytes[1]! & 0x80) for (let i = 1; i < 9; i++) bytes[i] = bytes[i]! ^ 0xff
  else bytes[1] = bytes[1]! | 0x80
  return bytes
}

/** Ends with 0; a 0 or 1 inside becomes two bytes, so that the end sorts before everything. */
function encodeText(text: string): Buffer {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const escaped = /[\0\x01]/.test(text)
    ? // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
      text.replace(/[\0\x01]/g, character => `\x01${character === '\0' ? '\x01' : '\x02'}`)
    : text
  const bytes = Buffer.allocUnsafe(Buffer.byteLength(escaped) + 2)
  bytes[0] = TEXT
  bytes.write(escaped, 1)
  bytes[bytes.length - 1] = 0
  return bytes
}

/** What `encodeValue` was given; null also for an absent value. */
export function decodeValue(bytes: Buffer): Scalar {
  switch (bytes[0]) {
    case NUMBER: {
      const back = Buffer.from(bytes.subarray(1))
      if (back[0]! & 0x80) back[0] = back[0]! & 0x7f
      else for (let i = 0; i < 8; i++) back[i] = back[i]! ^ 0xff
      return back.readDoubleBE()
    }
    case TEXT:
      return (
        bytes
          .toString('utf8', 1, bytes.length - 1)
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
          .replace(/\x01([\x01\x02])/g, (_, mark) => (mark === '\x01' ? '\0' : '\x01'))
      )
    case FALSE:
    case TRUE:
      return bytes[0] === TRUE
  }
  return null
}

/** The length of the encoded value that begins at `start`. */
export function encodedLength(bytes: Buffer, start: number): number {
  if (bytes[start] === NUMBER) return 9
  if (bytes[start] === TEXT) return bytes.indexOf(0, start) - start + 1
  return 1
}
