import { mergeClasses } from '../anonymity/blocks'
import type { Passage } from './messageFunnel'

/** Languages or channels that are shown together, by name. */
export interface PassageClass {
  members: string[]
  passages: Passage[]
}

/**
 * Breaks passages down by language or channel, for a reader who knows nobody's name: classes join until each has k people
 * to whom something was sent, once for the whole event, so that no two figures of it can be subtracted (anonymity 3.6).
 * With k = 1 every class stands alone.
 */
export function classesOf(passages: readonly Passage[], by: 'language' | 'channel', k: number): string[][] {
  const names = [...new Set(passages.map(passage => passage[by]))].sort()
  const peopleIn = (name: string) =>
    new Set(
      passages
        .filter(passage => passage[by] === name && passage.reached !== 'planned')
        .map(({ contact }) => contact),
    ).size
  const sizes = names.map(peopleIn)
  const label = mergeClasses(sizes, k)
  // Nobody was reached in it yet: it goes with the largest, and never stands alone.
  const largest = label[sizes.indexOf(Math.max(...sizes))]
  const groups = new Map<number, string[]>()
  names.forEach((name, index) => {
    const own = (k > 1 && sizes[index] === 0 ? largest : label[index]) ?? index
    groups.set(own, [...(groups.get(own) ?? []), name])
  })
  return [...groups.values()]
}

/** The passages of one step in each class; null where a class is too small for that step: then the step is shown whole. */
export function inClasses(
  passages: readonly Passage[],
  by: 'language' | 'channel',
  classes: readonly string[][],
  k: number,
): PassageClass[] | null {
  const parts = classes.map(members => ({
    members,
    passages: passages.filter(passage => members.includes(passage[by])),
  }))
  const sent = (part: PassageClass) => part.passages.filter(({ reached }) => reached !== 'planned').length
  const present = parts.filter(part => part.passages.length > 0)
  return k > 1 && present.some(part => sent(part) < k) ? null : present
}
