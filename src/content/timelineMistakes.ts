import { DateTime } from 'luxon'
import type { Offset, Step, Timeline } from '../domain/timeline/definition'
import { momentsOf } from '../domain/timeline/moments'
import { stepThatAsks } from '../domain/timeline/reaches'

export interface Mistake {
  path: (string | number)[]
  message: string
}

/** Month lengths differ, so an offset in months is tried from the ends and middles of two years, one of them long. */
const ANCHORS = [2023, 2024].flatMap(year =>
  Array.from({ length: 12 }, (_, index) => DateTime.utc(year, index + 1, 1)).flatMap(first => [
    first.plus({ hours: 14 }),
    first.plus({ days: 14, hours: 14 }),
    first.endOf('month').startOf('day').plus({ hours: 14 }),
  ]),
)

/** What is well written but cannot work. Without `dialogs` nobody asks whether a dialog exists. */
export function timelineMistakes(timeline: Timeline, dialogs?: readonly string[]): Mistake[] {
  const taken = new Set<string>()
  return timeline.steps.flatMap((step, index) => {
    const found: Mistake[] = []
    const say = (field: string | undefined, message: string) =>
      found.push({
        path: ['steps', index, ...(field === undefined ? [] : [field])],
        message: `${step.id}: ${message}`,
      })

    const alone = { ...timeline, steps: [step] }
    const ids = step.when ? [step.id] : momentsOf(alone).map(({ id }) => id)
    for (const id of ids) {
      if (taken.has(id)) say('id', `the id ${id} is taken`)
      taken.add(id)
    }
    checkDeed(step, timeline, dialogs, say)
    if (!step.when) checkWindow(step, say)
    return found
  })
}

type Say = (field: string | undefined, message: string) => void

function checkDeed(step: Step, timeline: Timeline, dialogs: readonly string[] | undefined, say: Say) {
  if (step.does === 'dialog' && step.dialog === undefined) say('does', 'names no dialog')
  if (step.does === 'task' && step.task === undefined) say('does', 'names no task: call, letter or talk')
  if (step.does !== 'task' && step.task !== undefined) say('task', `a ${step.does} has no task`)
  if (step.does === 'message' && step.dialog !== undefined) say('dialog', 'a message opens no dialog')
  if (step.dialog !== undefined && dialogs && !dialogs.includes(step.dialog))
    say('dialog', `there is no dialog ${step.dialog}`)
  if (step.to === 'silent' && !stepThatAsks(step, timeline))
    say('to', 'nobody can be silent: no other step opens this dialog for this audience')
  const { repeatAfterDays, callAfterDays } = step.onSilence ?? {}
  if (repeatAfterDays !== undefined && callAfterDays !== undefined && callAfterDays <= repeatAfterDays)
    say('onSilence', 'the call comes after the repeat')
  if (repeatAfterDays !== undefined && step.does === 'task') say('onSilence', 'a task is not repeated')
}

function checkWindow(step: Step, say: Say) {
  const { at, window, ideal, shift } = step
  const from = at.from
  // Only months differ in length: with as many of them on both sides one anchor says it for all.
  const anchorsFor = (early: Offset, late: Offset) =>
    (early.months ?? 0) === (late.months ?? 0) ? ANCHORS.slice(0, 1) : ANCHORS
  const never = (early: Offset, late: Offset) =>
    anchorsFor(early, late).some(anchor => anchor.plus(plain(early)) > anchor.plus(plain(late)))
  if (never(window.earliest, window.latest)) return say('window', 'ends before it begins')
  for (const [field, offset] of [
    ['at', at],
    ['ideal', ideal],
  ] as const) {
    if (!offset) continue
    if (never(offset, window.latest)) say(field, `is after its window (latest, from ${from})`)
    if (never(window.earliest, offset)) say(field, `is before its window (earliest, from ${from})`)
  }
  if (shift === 'nearest_weekday' && !ideal) say('shift', 'nearest_weekday needs an ideal')
}

const plain = ({ months, weeks, days, hours }: Offset): Offset => ({ months, weeks, days, hours })
