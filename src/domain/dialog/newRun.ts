import type { DialogRun } from '../conversation'
import type { Say } from '../message'
import type { Dialog } from './definition'
import type { OwnQuestion } from './ownQuestion'

const DAY = 24 * 60 * 60 * 1000

const ROUND = /\+(\d+)$/

/** The same start, one form further: `run:7` → `run:7+2`. */
export const nextRound = (id: string): string =>
  `${id.replace(ROUND, '')}+${Number(ROUND.exec(id)?.[1] ?? 1) + 1}`

/** A run that has not asked anything yet. `id` comes from the event that started it, so starting twice is starting once. */
export function newRun(
  dialog: Dialog,
  start: { id: string; now: number; campaign?: string; step?: string; opening?: Say; own?: OwnQuestion[] },
): DialogRun {
  const { id, now, campaign, step, opening, own = [] } = start
  return {
    id,
    dialog: dialog.id,
    version: dialog.version,
    ...(campaign !== undefined && { campaign }),
    ...(step !== undefined && { step }),
    ...(opening !== undefined && { opening }),
    ...(own.length > 0 && { own }),
    answers: {},
    boxes: {},
    skipped: [],
    misses: 0,
    startedAt: now,
    askedAt: now,
    reminded: false,
    closesAt: now + dialog.closesAfterDays * DAY,
  }
}
