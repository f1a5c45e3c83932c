/** What is asked beside work (E-27): each is so or not, whatever the others are, so somebody can study and work. */
export const BESIDE_WORK = ['studying', 'internship', 'atLevel'] as const

/** Absent: it was not asked, or nobody could say. `atLevel`: the work of who works is at the level of their studies. */
export type BesideWork = Partial<Record<(typeof BESIDE_WORK)[number], boolean>>

/** No more than that, and nothing of what is not known. */
export const besideOf = (told: BesideWork): BesideWork =>
  Object.fromEntries(BESIDE_WORK.flatMap(one => (told[one] === undefined ? [] : [[one, told[one]]])))

export const isSameBeside = (a: BesideWork, b: BesideWork): boolean =>
  BESIDE_WORK.every(one => a[one] === b[one])

/** So many of those of whom it is known. */
export interface OfKnown {
  count: number
  known: number
}

/**
 * Of how many each is known, and of how many it is so. A question counts those alone of whom the note that counts answers it:
 * who was not asked, and whoever is known by a note from before it was asked, is neither above nor below the line. So nobody
 * counts as not studying by silence, and each question has a denominator of its own; that of the level is people in work.
 */
export function besideFigures(told: readonly BesideWork[]): Record<keyof BesideWork, OfKnown> {
  const of = (one: keyof BesideWork): OfKnown => ({
    count: told.filter(person => person[one] === true).length,
    known: told.filter(person => person[one] !== undefined).length,
  })
  return { studying: of('studying'), internship: of('internship'), atLevel: of('atLevel') }
}
