import type { OutboxRow } from '../outbox'
import { dayOfWall, momentOf, wallAt } from '../timeline/wallClock'
import { type Stage, stageOf } from './stage'

/** Messages of one step that leave in the same hour, and how far they are. */
export interface Leaving {
  campaign: string
  step: string
  /** When the first of them is due. */
  at: number
  people: number
  stages: Partial<Record<Stage, number>>
}

/** What leaves, by campaign and step, in order of time. */
export function leavingOf(
  rows: readonly Pick<OutboxRow, 'campaign' | 'step' | 'dueAt' | 'state' | 'reached'>[],
): Leaving[] {
  const groups = new Map<string, Leaving>()
  for (const row of rows) {
    const { campaign, step, dueAt } = row
    if (campaign === undefined || step === undefined) continue
    const key = `${campaign}|${step}|${Math.floor(dueAt / HOUR_MS)}`
    const group = groups.get(key) ?? { campaign, step, at: dueAt, people: 0, stages: {} }
    const stage = stageOf(row)
    group.at = Math.min(group.at, dueAt)
    group.people++
    group.stages[stage] = (group.stages[stage] ?? 0) + 1
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => a.at - b.at || a.step.localeCompare(b.step))
}

const HOUR_MS = 3_600_000

/** The beginning of today, of tomorrow and of the day after, as moments. */
export function daysFrom(
  now: number,
  zone: string,
): { today: number; tomorrow: number; afterTomorrow: number } {
  const day = dayOfWall(wallAt(now, zone))
  const start = (days: number) => momentOf(day.plus({ days }), zone)
  return { today: start(0), tomorrow: start(1), afterTomorrow: start(2) }
}
