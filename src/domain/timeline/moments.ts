import type { Step, Timeline } from './definition'

/**
 * A moment of a timeline: a step as written, or what follows on its silence (G7).
 * `invitation` with `onSilence` gives `invitation`, `invitation_repeat` and `invitation_call`.
 */
export interface Moment extends Step {
  follows?: { step: Step; days: number; as: 'repeat' | 'call' }
}

export const repeatId = (step: string) => `${step}_repeat`
export const callId = (step: string) => `${step}_call`

/** Everything that the calendar plans, in the order of the file. */
export const momentsOf = (timeline: Timeline): Moment[] =>
  timeline.steps.filter(step => step.when === undefined).flatMap(step => [step, ...onSilence(step)])

/** The step behind a row of the outbox or a task, by the row's `step`. Null: the timeline no longer has it. */
export const stepOf = (timeline: Timeline, id: string): Moment | null =>
  momentsOf(timeline).find(moment => moment.id === id) ??
  timeline.steps.find(step => step.id === id || callId(step.id) === id) ??
  null

function onSilence(step: Step): Moment[] {
  const { repeatAfterDays, callAfterDays } = step.onSilence ?? {}
  const quiet = { ...step, to: 'silent' as const, onSilence: undefined, ifLate: 'skip' as const }
  const moments: Moment[] = []
  if (repeatAfterDays !== undefined)
    moments.push({
      ...quiet,
      id: repeatId(step.id),
      shift: 'monday_after',
      ifUnknown: 'leave',
      follows: { step, days: repeatAfterDays, as: 'repeat' },
    })
  if (callAfterDays !== undefined)
    moments.push({
      ...quiet,
      id: callId(step.id),
      shift: 'monday_after',
      does: 'task',
      task: 'call',
      follows: { step, days: callAfterDays, as: 'call' },
    })
  return moments
}
