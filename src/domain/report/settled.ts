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
export const settled = (looks: readonly Look[], k: number): number | null => settledTogether([looks], k)

/** In each, by person, what is known of them; null: nothing. */
type Look = readonly (string | null)[]

/**
 * The same of several figures about the same people, that are shown as of one day: in each nobody differs, or k people do.
 * @param figures of each its looks, on the same days
 */
export function settledTogether(figures: readonly (readonly Look[])[], k: number): number | null {
  let shown: number | null = null
  for (const index of figures[0]?.keys() ?? []) {
    const differ = figures.map(looks => {
      const before = shown === null ? [] : looks[shown]!
      return looks[index]!.filter((known, person) => known !== (before[person] ?? null)).length
    })
    if (differ.every(people => people === 0 || people >= k) && differ.some(people => people > 0))
      shown = index
  }
  return shown
}
