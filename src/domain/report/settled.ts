import { DateTime } from 'luxon'

/** ISO days on which a quarter of a year ended, from `first` on and before `today`; oldest first. */
export function quarterEnds(first: string, today: string): string[] {
  const from = DateTime.fromISO(first).endOf('quarter')
  const count = Math.max(0, Math.ceil(DateTime.fromISO(today).diff(from, 'quarters').quarters))
  return Array.from(
    { length: count },
    (_, index) => from.plus({ quarters: index }).endOf('quarter').toISODate()!,
  ).filter(day => day < today)
}

/**
 * Of several looks at the same people, oldest first: the newest that who knows nobody may see. It differs from the one shown
 * before it for k people at least, so that two that were ever shown never tell one person apart (anonymity 3.6).
 * @param looks in each, by person, what is known of them; null: nothing
 * @returns the place of that look; null: there is none yet
 */
export function settled(looks: readonly (readonly (string | null)[])[], k: number): number | null {
  let shown: number | null = null
  looks.forEach((look, index) => {
    const before = shown === null ? [] : looks[shown]!
    if (look.filter((known, person) => known !== (before[person] ?? null)).length >= k) shown = index
  })
  return shown
}
