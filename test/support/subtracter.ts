const PRIME = 1_000_003

/** What a reader adds up: which people's answers, and which answers, a figure counts. */
export interface Figure {
  people: readonly number[]
  answers: readonly number[]
}

const inverse = (value: number): number => {
  let [result, base, power] = [1, value, PRIME - 2]
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
  }
  return result
}

/** The rows of a matrix over a prime field, each with its leading place; adding one that says nothing new changes nothing. */
function createSpan(width: number) {
  const rows = new Map<number, number[]>()
  const reduce = (row: number[]): number[] => {
    const left = [...row]
    for (let place = 0; place < width; place++) {
      const known = left[place] === 0 ? undefined : rows.get(place)
      if (!known) continue
      const times = left[place]!
      for (let at = place; at < width; at++) left[at] = (left[at]! + (PRIME - times) * known[at]!) % PRIME
    }
    return left
  }
  return {
    add(row: number[]): void {
      const left = reduce(row)
      const place = left.findIndex(value => value !== 0)
      if (place < 0) return
      const by = inverse(left[place]!)
      rows.set(
        place,
        left.map(value => (value * by) % PRIME),
      )
    },
    has: (row: number[]): boolean => reduce(row).every(value => value === 0),
  }
}

/**
 * The reader with every version of everything: knows who is counted in which figure, and adds and subtracts them in every
 * way there is.
 * @returns the people of whom they know for certain whether their answer is among some of the answers
 */
export function singledOut(people: number, answers: number, figures: readonly Figure[]): number[] {
  const width = people * answers
  const rowOf = ({ people: who, answers: what }: Figure) => {
    const row = new Array<number>(width).fill(0)
    for (const person of who) for (const answer of what) row[person * answers + answer] = 1
    return row
  }
  const span = createSpan(width)
  const all = Array.from({ length: answers }, (_, answer) => answer)
  const everybody = Array.from({ length: people }, (_, person) => person)
  // That each of them gave one answer is no secret.
  for (const person of everybody) span.add(rowOf({ people: [person], answers: all }))
  for (const figure of figures) span.add(rowOf(figure))
  const some = Array.from({ length: 2 ** answers - 2 }, (_, index) =>
    all.filter(answer => ((index + 1) >> answer) % 2 === 1),
  )
  return everybody.filter(person => some.some(what => span.has(rowOf({ people: [person], answers: what }))))
}
