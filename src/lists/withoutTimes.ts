const CENTRAL_HEADER = 0x02014b50
const END = 0x06054b50
const END_LENGTH = 22
/** The first day a zip can name, midnight: 1 January 1980. */
const NO_TIME = 0x00210000

/**
 * The same workbook for the same figures: the moments at which its parts were packed are taken out (APPNOTE.TXT 4.3.7,
 * 4.3.12), for they would tell when somebody looked.
 */
export function withoutTimes(zip: Buffer): Buffer {
  const end = zip.length - END_LENGTH
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new RangeError('not a zip without a comment')
  const timeless = Buffer.from(zip)
  let at = zip.readUInt32LE(end + 16)
  for (let entry = zip.readUInt16LE(end + 10); entry > 0; entry--) {
    if (zip.readUInt32LE(at) !== CENTRAL_HEADER) throw new RangeError('a zip with a broken list of parts')
    timeless.writeUInt32LE(NO_TIME, at + 12)
    timeless.writeUInt32LE(NO_TIME, zip.readUInt32LE(at + 42) + 10)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return timeless
}
