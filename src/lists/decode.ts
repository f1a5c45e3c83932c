/** The text of a file in any encoding that Excel writes; null: these bytes are no text. */
export function decode(bytes: Buffer): string | null {
  const encoding = encodingOf(bytes)
  if (encoding === null) return null
  return encoding === 'windows-1252' ? windows1252(bytes) : new TextDecoder(encoding).decode(bytes)
}

/** 0x80 to 0x9f, which Node 20's own decoder takes for Latin-1: the quotes, dashes and € of Windows. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const windows1252 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\u0080-\u009f]/g, sign => WINDOWS[sign.charCodeAt(0) - 0x80]!)

function encodingOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [place, byte] of sample.entries()) if (byte === 0) zeros[place % 2]!++
  const [even = 0, odd = 0] = zeros
  // Latin letters in UTF-16 without a mark: every second byte is empty.
  if (odd > sample.length / 4 && even === 0) return 'utf-16le'
  if (even > sample.length / 4 && odd === 0) return 'utf-16be'
  if (even + odd > 0) return null
  if (isUtf8(bytes)) return 'utf-8'
  return looksLikeOldMac(bytes) ? 'macintosh' : 'windows-1252'
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** á à â é è ê ç as "CSV (Macintosh)" writes them; in Windows-1252 these are signs that stand in no name, or nothing. */
const MAC_LETTERS = new Set([0x87, 0x88, 0x89, 0x8d, 0x8e, 0x8f, 0x90])

function looksLikeOldMac(bytes: Buffer): boolean {
  let old = 0
  let letters = 0
  for (const byte of bytes) {
    if (MAC_LETTERS.has(byte)) old++
    // À to ÿ in Windows-1252.
    if (byte >= 0xc0) letters++
  }
  return old > letters
}
