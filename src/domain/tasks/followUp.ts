import type { Task, TaskResult } from '../conversation'
import { POINTS, type PointWindow, WORK, type Work } from '../report/outcome'

/** Why somebody is called months after their first event. */
export const FOLLOW_UP = 'follow_up'

/** One for each person and point, whoever plans it and how often. */
export const followUpId = (months: number, contact: string): string => `${FOLLOW_UP}:${months}:${contact}`

/** What such a call tells of somebody's work; null: it told nothing of that kind. */
export const workTold = ({ reason }: Pick<Task, 'reason'>, result: TaskResult): Work | null =>
  reason === FOLLOW_UP ? (WORK.find(one => one === result) ?? null) : null

/**
 * The point around which somebody can be asked today, unless something was noted around it.
 * @param windowsOf of somebody's points, in the order of `POINTS`
 */
export function pointToAsk(
  windows: readonly PointWindow[],
  today: string,
  noted: readonly string[],
): { months: number; window: PointWindow } | null {
  const isIn = (day: string, { from, to }: PointWindow) => from <= day && day <= to
  const place = windows.findIndex(window => isIn(today, window) && !noted.some(day => isIn(day, window)))
  return place < 0 ? null : { months: POINTS[place]!, window: windows[place]! }
}

/** The next point at which somebody can be asked, today or later; null: there is none any more. */
export function nextPoint(
  windows: readonly PointWindow[],
  today: string,
  noted: readonly string[],
): { months: number; window: PointWindow } | null {
  const isNoted = ({ from, to }: PointWindow) => noted.some(day => from <= day && day <= to)
  const place = windows.findIndex(window => today <= window.to && !isNoted(window))
  return place < 0 ? null : { months: POINTS[place]!, window: windows[place]! }
}
