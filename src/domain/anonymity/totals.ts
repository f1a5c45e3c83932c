import type { LedgerEntry } from './evaluation'
import type { Printed } from './printAtom'
import { range } from './ranges'
import type { Shape } from './shape'
import { sum } from './shape'

/** At least `lo` and at most `hi` people. */
export interface Bounds {
  lo: number
  hi: number
}

/**
 * What many blocks printed for one question, added up. Arithmetic on what was printed and nothing else: adding in any
 * order, one by one or in heaps, gives the same, so a roll-up always equals its ledger.
 */
export interface Total {
  /** Blocks that printed something; `silent` ones had fewer than k answers to this question. */
  blocks: number
  silent: number
  /** People in the blocks that printed, and how many of them answered: the base of every share. */
  people: number
  n: number
  /** How many gave each answer. */
  each: Bounds[]
  /** Of a scale: how many gave the answer 1, 2, … or a higher one (0-based; everybody gave 0 or higher). Else empty. */
  atLeast: Bounds[]
  /** The finest way of joining answers that all divided blocks share, with exact counts; empty when none is divided. */
  cells: number[][]
  counts: number[]
  /** People whose block printed no counts: the hatched end of a bar. */
  undivided: number
}

/** One block's print as a total of one. */
export function totalOf(
  { printed, people, s }: Pick<LedgerEntry, 'printed' | 'people' | 's'>,
  shape: Shape,
): Total {
  const answers = Array.from({ length: shape.values }, (_, answer) => answer)
  const bounds = (asked: number[]): Bounds => {
    const { lo, hi } = range(printed, asked, shape, s)
    return { lo, hi }
  }
  const speaks = printed.say !== 'too few'
  const n = speaks ? printed.n : 0
  return {
    blocks: speaks ? 1 : 0,
    silent: speaks ? 0 : 1,
    people: speaks ? people : 0,
    n,
    each: answers.map(answer => bounds([answer])),
    atLeast: shape.kind === 'scale' ? answers.slice(1).map(from => bounds(answers.slice(from))) : [],
    ...(printed.say === 'cells' ? sorted(printed) : { cells: [], counts: [] }),
    undivided: printed.say === 'cells' ? 0 : n,
  }
}

/** Both of one question, so of one shape; null: nothing yet. */
export function addTotals(one: Total | null, other: Total): Total {
  if (!one) return other
  const add = (a: readonly Bounds[], b: readonly Bounds[]) =>
    a.map(({ lo, hi }, index) => ({ lo: lo + b[index]!.lo, hi: hi + b[index]!.hi }))
  return {
    blocks: one.blocks + other.blocks,
    silent: one.silent + other.silent,
    people: one.people + other.people,
    n: one.n + other.n,
    each: add(one.each, other.each),
    atLeast: add(one.atLeast, other.atLeast),
    ...joinCells(one, other),
    undivided: one.undivided + other.undivided,
  }
}

type Divided = Pick<Total, 'cells' | 'counts'>

/** Answers that either side joins stay joined. */
function joinCells(one: Divided, other: Divided): Divided {
  if (one.cells.length === 0) return { cells: other.cells, counts: other.counts }
  if (other.cells.length === 0) return { cells: one.cells, counts: one.counts }
  const cells: number[][] = []
  for (const cell of [...one.cells, ...other.cells]) {
    const touching = cells.filter(known => known.some(answer => cell.includes(answer)))
    const joined = [...new Set([...cell, ...touching.flat()])].sort((a, b) => a - b)
    cells.splice(0, cells.length, ...cells.filter(known => !touching.includes(known)), joined)
  }
  const within = ({ cells: own, counts }: Divided, joined: number[]) =>
    sum(counts.filter((_, index) => own[index]!.every(answer => joined.includes(answer))))
  const counts = cells.map(joined => within(one, joined) + within(other, joined))
  return sorted({ cells, counts })
}

function sorted({ cells, counts }: Divided | Extract<Printed, { say: 'cells' }>): Divided {
  const order = cells.map((_, index) => index).sort((a, b) => cells[a]![0]! - cells[b]![0]!)
  return { cells: order.map(index => cells[index]!), counts: order.map(index => counts[index]!) }
}

/** Bounds of the mean of scores 1 … values; null when nothing was printed. */
export function meanOf({ n, atLeast }: Total): Bounds | null {
  if (n === 0 || atLeast.length === 0) return null
  return { lo: 1 + sum(atLeast.map(({ lo }) => lo)) / n, hi: 1 + sum(atLeast.map(({ hi }) => hi)) / n }
}

/** How many are on the good side of a scale: the leading figure of a page. Null for a choice. */
export const highSideOf = ({ atLeast }: Total, shape: Shape): Bounds | null =>
  shape.kind === 'scale' ? atLeast[shape.split - 1]! : null
