/**
 * Digits of every script as 0–9: `٣` → 3, `༣` → 3, `1️⃣` → 1, `➌` → 3, `፲፪` → 12.
 * A sign that is a whole number by itself (keycap, circled, Ethiopic) keeps its distance: `①②` is 1 and 2, not 12.
 */
export function westernDigits(text: string): string {
  return text
    .replace(/\u{1f51f}/gu, ' 10 ')
    .replace(/(\p{Nd})\ufe0f?\u20e3/gu, ' $1 ')
    .replace(/\u20e3/g, '')
    .replace(WHOLE_NUMBERS, sign => ` ${wholeNumber(sign)} `)
    .replace(ETHIOPIC, run => ` ${ethiopicNumber(run) ?? ''} `)
    .replace(/\p{Nd}/gu, digitOf)
}

const ranges: [from: number, to: number, first: number][] = [
  [0x2460, 0x2473, 1],
  [0x24ea, 0x24ea, 0],
  [0x24f5, 0x24fe, 1],
  [0x24ff, 0x24ff, 0],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
]
const WHOLE_NUMBERS = /[\u2460-\u2473\u24ea\u24f5-\u24ff\u2776-\u2793]/g
const ETHIOPIC = /[\u1369-\u137c]+/g

function wholeNumber(sign: string): number {
  const code = sign.charCodeAt(0)
  const [from, , first] = ranges.find(range => code >= range[0] && code <= range[1])!
  return first + code - from
}

/**
 * Not positional, and there is no zero: ones and tens make a group up to 99, ፻ is a hundred, ፼ ten thousand.
 * @returns null for an order of signs that is no number
 */
function ethiopicNumber(run: string): number | null {
  let total = 0
  let group = 0
  let last = Number.POSITIVE_INFINITY
  for (const sign of run) {
    const place = sign.charCodeAt(0) - 0x1369
    if (place < 18) {
      const value = place < 9 ? place + 1 : (place - 8) * 10
      const size = place < 9 ? 1 : 10
      if (size >= last) return null
      group += value
      last = size
    } else {
      total += (group || 1) * (place === 18 ? 100 : 10_000)
      group = 0
      last = Number.POSITIVE_INFINITY
    }
  }
  return total + group
}

const known = new Map<string, string>()

/** Unicode lays every script's digits out in unbroken tens, so the distance to the start of the block tells the value. */
function digitOf(char: string): string {
  if (char >= '0' && char <= '9') return char
  const before = known.get(char)
  if (before !== undefined) return before
  const code = char.codePointAt(0)!
  let start = code
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1
  const digit = String((code - start) % 10)
  known.set(char, digit)
  return digit
}
