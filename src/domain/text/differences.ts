/** A piece of a text; `isOwn` where the other text does not have it. */
export interface Piece {
  text: string
  isOwn: boolean
}

/** Two texts word by word, each in pieces that are in both and pieces that are its own. */
export function differences(one: string, other: string): [Piece[], Piece[]] {
  const a = wordsOf(one)
  const b = wordsOf(other)
  const common = longestCommon(a, b)
  return [pieces(a, new Set(common.map(([i]) => i))), pieces(b, new Set(common.map(([, j]) => j)))]
}

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? []

/** Places of the words that stand in both, in the same order. */
function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  const length = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i]![j] =
        a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!)
  const found: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) found.push([i++, j++])
    else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++
    else j++
  return found
}

function pieces(words: readonly string[], common: ReadonlySet<number>): Piece[] {
  const found: Piece[] = []
  for (const [index, text] of words.entries()) {
    const isOwn = !common.has(index)
    const last = found.at(-1)
    if (last?.isOwn === isOwn) last.text += text
    else found.push({ text, isOwn })
  }
  return found
}
