import type { Task } from '../conversation'
import type { OutboxRow } from '../outbox'
import type { PlannedStep, Step, Timeline } from '../timeline/definition'
import { callId, stepOf } from '../timeline/moments'
import type { Asks, Person } from './personOf'
import { STAGES, type Stage } from './stage'
import { tally } from './tally'

export interface StepOverview extends PlannedStep {
  does: Step['does']
  task?: Step['task']
  /** How many people it is for, as far as we know today: without those to whom it is not sent. */
  people: number
  stages: Partial<Record<Stage, number>>
  /** Of those whom it reached, how many answered its dialog. Absent where answers have no name. */
  answered?: number
  /** Why it did not leave or arrive, and how often. */
  whyNot: Partial<Record<Stage, Record<string, number>>>
  tasks: { open: number; done: number }
  /** To how many it may be sent once more: it did not reach them and may reach them now. */
  repeatable: number
}

interface Sources {
  timeline: Timeline
  asks: Asks
  planned: readonly PlannedStep[]
  rows: readonly (Pick<OutboxRow, 'step' | 'dueAt'> & { mayRepeat?: boolean })[]
  tasks: readonly Pick<Task, 'step' | 'state' | 'dueAt'>[]
}

/** Each step of the plan, and how far it is with everybody. */
export function stepOverviews(
  { timeline, planned, rows, tasks, asks }: Sources,
  people: readonly Person[],
): StepOverview[] {
  return [...planned, ...newsSteps(timeline, rows, tasks)]
    .map(step => {
      const moment = stepOf(timeline, step.id)
      const does = step.id === callOf(moment) ? 'task' : (moment?.does ?? 'message')
      const theirs = people.flatMap(({ steps }) => steps[step.id] ?? [])
      const own = tasks.filter(task => task.step === step.id && task.state !== 'cancelled')
      return {
        ...step,
        does,
        ...(does === 'task' ? { task: moment?.task ?? 'call' } : {}),
        people: does === 'task' ? own.length : theirs.filter(({ stage }) => stage !== 'not_sent').length,
        stages: tally(theirs.map(({ stage }) => stage)),
        ...(does === 'dialog' && asks(step.id) !== undefined
          ? { answered: theirs.filter(({ answered }) => answered).length }
          : {}),
        whyNot: reasonsByStage(theirs),
        tasks: {
          open: own.filter(({ state }) => state === 'open').length,
          done: own.filter(({ state }) => state === 'done').length,
        },
        repeatable: rows.filter(row => row.step === step.id && row.mayRepeat).length,
      }
    })
    .toSorted((a, b) => a.dueAt - b.dueAt)
}

const callOf = (step: Step | null) => (step?.when ? callId(step.id) : undefined)

/** What only a move or a cancellation makes (G5), once it has been made. */
function newsSteps(timeline: Timeline, rows: Sources['rows'], tasks: Sources['tasks']): PlannedStep[] {
  const made = [...rows, ...tasks]
  return timeline.steps
    .filter(step => step.when)
    .flatMap(step => [step.id, callId(step.id)].map(id => ({ id, audience: step.audience })))
    .flatMap(({ id, audience }) => {
      const moments = made.filter(one => one.step === id).map(one => one.dueAt)
      if (moments.length === 0) return []
      const dueAt = Math.max(...moments)
      return [{ id, audience, dueAt, notAfter: dueAt, reasons: [], rule: '' }]
    })
}

function reasonsByStage(theirs: readonly { stage: Stage; reason?: string }[]): StepOverview['whyNot'] {
  return Object.fromEntries(
    STAGES.flatMap(stage => {
      const reasons = theirs.flatMap(one => (one.stage === stage && one.reason ? [one.reason] : []))
      return reasons.length > 0 ? [[stage, tally(reasons)]] : []
    }),
  )
}
