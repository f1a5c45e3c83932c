import { RSVP_OF } from '../domain/tasks/afterCall'
import { AppError } from '../errors'
import type { AtomicStep } from '../ports/documents'
import type { NoteTask } from './noteTask'
import { takeBackWrongNumber } from './wrongNumber'

/**
 * Undo: the task is as it was before its last result, and so is the RSVP, unless the person has answered since.
 * False: there is nothing to take back any more.
 */
export async function takeBackResult(deps: NoteTask, id: string): Promise<boolean> {
  const { documents } = deps
  const task = await documents.collection('tasks').get(id)
  if (!task) throw new AppError('NOT_FOUND', 'There is no such task')
  // Who was handed back to the bot has heard from it already.
  if (!task.result || !task.before || task.state === 'cancelled' || task.kind === 'handover') return false
  const { rsvp, rsvpAt, workNote, ...restored } = task.before
  const steps: AtomicStep[] = [
    {
      update: { _id: id, state: task.state, result: task.result, doneAt: task.doneAt },
      patch: {
        set: { state: 'open', ...restored },
        unset: [
          ...['result', 'note', 'before', 'doneAt', 'doneBy'],
          ...(['notBefore', 'tries'] as const).filter(field => restored[field] === undefined),
        ],
      },
      in: 'tasks',
    },
  ]
  // Until somebody says anew who was meant, nobody reads it.
  if (task.reply !== undefined)
    steps.push({ update: { _id: task.reply }, patch: { unset: ['about'] }, in: 'namedReplies' })
  const noted = task.campaign ? RSVP_OF[task.result] : undefined
  if (noted)
    steps.push({
      update: { _id: `${task.campaign}:${task.contact}`, rsvp: noted, rsvpAt: task.doneAt },
      patch: {
        ...(rsvp ? { set: { rsvp, rsvpAt } } : {}),
        unset: ['rsvpBy', ...(rsvp ? [] : ['rsvp', 'rsvpAt'])],
      },
      in: 'enrolments',
    })
  if (workNote) steps.push({ remove: { _id: workNote }, from: 'workNotes' })
  if (!(await documents.atomically(steps))) return false
  if (task.result === 'wrong_number') await takeBackWrongNumber(deps, task)
  if (noted && task.campaign) await deps.replan(task.campaign, task.contact)
  return true
}
