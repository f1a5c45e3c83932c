import type { Filter } from '../ports/documents'

/** Matches what nobody has changed since it was shown with this rev; 0: it had none yet. */
export const asSeen = (rev: number): Filter => ({ rev: rev === 0 ? { $exists: false } : rev })
