import type { StepChange } from '../campaign'
import type { Offset, Step, Timeline } from './definition'

/** A timeline as one campaign uses it: steps that a coordinator put on another day or hour, or left out. */
export function adapted(timeline: Timeline, changes: Readonly<Record<string, StepChange>> = {}): Timeline {
  const steps = timeline.steps.map(step => {
    const change = changes[step.id]
    if (!change || step.when) return step
    const { days, hour, off } = change
    return {
      ...step,
      ...(days === undefined ? {} : movedTo(step, days)),
      ...(hour === undefined ? {} : { hour }),
      ...(off ? { off } : {}),
    }
  })
  return { ...timeline, steps }
}

const movedTo = (step: Step, days: number): Pick<Step, 'at' | 'ideal'> => ({
  at: { from: step.at.from, days },
  ...(step.ideal ? { ideal: { days } } : {}),
})

/**
 * Between which days from its anchor a step may lie; a minus is before it. Null: its window is not written in days, so
 * nobody moves it.
 */
export function daysOf({ window }: Pick<Step, 'window'>): { first: number; last: number } | null {
  const first = inDays(window.earliest)
  const last = inDays(window.latest)
  return first === null || last === null ? null : { first, last }
}

/** The day of its anchor on which a step is meant; a month counts as it is in the calendar, so it is no number. */
export const meantDay = (step: Pick<Step, 'at' | 'ideal'>): number | null => inDays(step.ideal ?? step.at)

const inDays = ({ months, weeks = 0, days = 0, hours }: Offset): number | null =>
  months === undefined && hours === undefined ? weeks * 7 + days : null
