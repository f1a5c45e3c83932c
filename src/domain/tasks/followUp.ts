import type { Task, TaskResult } from '../conversation'
import { POINTS, type PointWindow, WORK, type Work } from '../report/outcome'

/** Why somebody is called months after their first event. */
export const FOLLOW_UP = 'follow_up'

/** One for each person and point, whoever plans it and how often. */
export const followUpId = (months: number, contact: string): string => `${FOLLOW_UP}:${months}:${contact}`

/** What such a call tells of somebody's work; null: it told nothing of that kind. */
export const workTold = ({ reason }: Pick<Task, 'reason'>, result: TaskResult): Work | null =>
  reason === FOLLOW_UP ? (WORK.find(one => one === result) ?? null) : null

/** A point at which somebody can be asked, and around which days. */
export interface NextPoint {
  months: number
  window: PointWindow
}

/**
 * The next point at which somebody can be asked, today or later, unless something was noted around it; null: there is
 * none any more.
 * @param windows of somebody's points, in the order of `POINTS`
 */
export function nextPoint(
  windows: readonly PointWindow[],
  today: string,
  noted: readonly string[],
): NextPoint | null {
  const isNoted = ({ from, to }: PointWindow) => noted.some(day => from <= day && day <= to)
  const place = windows.findIndex(window => today <= window.to && !isNoted(window))
  return place < 0 ? null : { months: POINTS[place]!, window: windows[place]! }
}

/** The same, where it has come: somebody can be asked today. */
export function pointToAsk(...asked: Parameters<typeof nextPoint>): NextPoint | null {
  const next = nextPoint(...asked)
  return next && next.window.from <= asked[1] ? next : null
}
