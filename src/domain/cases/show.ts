import type { Case } from './case'

/** Whom the list shows. */
export const SHOWN = ['all', 'open', 'silent', 'unknown'] as const
export type Shown = (typeof SHOWN)[number]

/** Silent for longer than this is worth a call, unless somebody chooses otherwise. */
export const USUAL_WEEKS = 4
export const MOST_WEEKS = 104

const WEEK_MS = 7 * 24 * 3_600_000

/** Who was last heard before this moment is silent. */
export const silentBefore = (now: number, weeks: number): number => now - weeks * WEEK_MS

/** Whether somebody for whom something is open belongs on the list. */
export const isShown = (
  { heardAt, work }: Pick<Case, 'heardAt' | 'work'>,
  { show, before }: { show: Shown; before: number },
): boolean => (show === 'silent' ? heardAt < before : show === 'unknown' ? work === 'unknown' : true)
