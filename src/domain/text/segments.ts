/** How a text travels as SMS. `units`: septets in GSM-7 (signs of the extension table count two), UTF-16 units in UCS-2. */
export interface Segments {
  encoding: 'GSM-7' | 'UCS-2'
  segments: number
  units: number
}

/** 3GPP TS 23.038, default alphabet and its extension table. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const EXTENDED = new Set('\f^{}\\[~]|€')

/** An empty text is sent as one empty message. A part never splits an extended sign or a surrogate pair. */
export function segments(text: string): Segments {
  const characters = [...text]
  const gsm = characters.every(char => BASIC.has(char) || EXTENDED.has(char))
  const sizes = characters.map(char => (gsm ? (EXTENDED.has(char) ? 2 : 1) : char.length))
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const [alone, part] = gsm ? [160, 153] : [70, 67]
  return { encoding: gsm ? 'GSM-7' : 'UCS-2', segments: units <= alone ? 1 : partsOf(sizes, part), units }
}

function partsOf(sizes: readonly number[], room: number): number {
  let parts = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > room) {
      parts += 1
      used = 0
    }
    used += size
  }
  return parts
}
