import { mergeClasses } from './blocks'
import type { Evaluation } from './evaluation'

export type Classes = Evaluation['classes']

/** The member of the last class that stands for everybody whom the list of the invited did not know. */
export const OTHER = 'other'

/** A label names its members, never their numbers: `nl`, `ar+so+other`. */
const labelOf = (members: readonly string[]): string => members.join('+')

/**
 * The classes of one event, from the values of the invited (a language each, or an audience), at half their number: not
 * everybody answers. Empty when there would be only one.
 */
export function classesOf(invited: readonly string[], from: number): Classes {
  const sizes = new Map<string, number>()
  for (const value of invited) sizes.set(value, (sizes.get(value) ?? 0) + 1)
  const values = [...sizes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value)
  const joined = joinedBy(
    values.map(value => sizes.get(value)! / 2),
    from,
  )
  if (joined.length < 2) return []
  return joined.map((places, index) => {
    const members = places.map(place => values[place]!)
    if (index === joined.length - 1) members.push(OTHER)
    return { label: labelOf(members), members }
  })
}

/** Whoever came later than the classes, with a value of their own, is in the last one. */
export function classFor(classes: Classes, value: string): number {
  const place = classes.findIndex(({ members }) => members.includes(value))
  return place >= 0 ? place : classes.length - 1
}

/**
 * Once more at the close, by the people who answered. Each group becomes a block of its own.
 * @param answered the class of each letter
 * @returns the groups with the places of their letters; one without a label when there is no breakdown
 */
export function groupsAtClose(
  classes: Classes,
  answered: readonly number[],
  from: number,
): { label: string; letters: number[] }[] {
  const everybody = answered.map((_, letter) => letter)
  const sizes = classes.map((_, place) => answered.filter(one => one === place).length)
  const joined = joinedBy(sizes, from)
  if (joined.length < 2) return [{ label: '', letters: everybody }]
  return joined.map(places => ({
    label: labelOf(places.flatMap(place => classes[place]!.members)),
    letters: everybody.filter(letter => places.includes(answered[letter]!)),
  }))
}

/** The places that belong together, without classes in which nobody is. */
function joinedBy(sizes: readonly number[], from: number): number[][] {
  const into = mergeClasses(sizes, from)
  const heads = [...new Set(into)]
  return heads
    .map(head => sizes.flatMap((size, place) => (into[place] === head && size > 0 ? [place] : [])))
    .filter(places => places.length > 0)
}
