/** How often each word occurs. */
export function tally<T extends string>(words: readonly T[]): Record<T, number> {
  const counts = {} as Record<T, number>
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
