import { keptOf } from '../domain/contacts/workNote'
import type { Task, TaskResult } from '../domain/conversation'
import { type BesideWork, isSameBeside } from '../domain/report/besideWork'
import { isDue } from '../domain/report/bridge'
import { againAt, RSVP_OF } from '../domain/tasks/afterCall'
import { workTold } from '../domain/tasks/followUp'
import { wallAt } from '../domain/timeline/wallClock'
import { AppError } from '../errors'
import type { AtomicStep, Documents } from '../ports/documents'
import { leaveThread } from './leaveThread'
import type { TakeThread } from './takeThread'
import { noteWrongNumber } from './wrongNumber'

export interface NoteTask extends TakeThread {
  /** What is planned for one person follows what they answered. */
  replan: (campaign: string, contact: string) => Promise<void>
}

/** closed: somebody else, or an answer by message, was first; nothing has happened. */
export interface Noted {
  outcome: 'noted' | 'closed'
  task: Task
}

/** What else was said while a task was done. */
export interface SaidBeside {
  note?: string
  /** Only of a call that asks how somebody's work goes. */
  beside?: BesideWork
}

/**
 * A person did what waited for one, or tried. What was said about coming becomes the RSVP in the same write; who was not
 * reached comes back later; behind a wrong number is a stranger, so nothing leaves to it any more.
 * @param by who did it
 */
export async function noteTask(
  deps: NoteTask,
  id: string,
  result: TaskResult,
  by: string,
  { note = '', beside = {} }: SaidBeside = {},
): Promise<Noted> {
  const { documents, clock } = deps
  const tasks = documents.collection('tasks')
  const task = await tasks.get(id)
  if (!task) throw new AppError('NOT_FOUND', 'There is no such task')
  const now = clock.now()
  const work = workTold(task, result)
  const told = work && keptOf(work, beside)
  // Sent twice, or tried in vain by two: one try.
  const isNoted = task.result === result && !isDue(task, now)
  if (isNoted && task.doneBy === by)
    return { outcome: (await saysSame(documents, task, told)) ? 'noted' : 'closed', task }
  if (isNoted || task.state !== 'open') return { outcome: 'closed', task }
  if (task.kind === 'handover') {
    const { contact, organisation } = task
    const left = await leaveThread(deps, { _id: contact, organisation }, by, 'bot')
    return { outcome: left ? 'noted' : 'closed', task: (await tasks.get(id)) ?? task }
  }
  const organisation = await documents.collection('organisations').get(task.organisation)
  const zone = organisation?.zone ?? 'Europe/Brussels'
  const again = againAt(task, result, now, zone)
  const enrolled =
    task.campaign && RSVP_OF[result]
      ? await documents.collection('enrolments').get(`${task.campaign}:${task.contact}`)
      : null
  const { notBefore, tries } = task
  const workNote = `work:${id}:${now}`
  const before = {
    ...(enrolled?.rsvp ? { rsvp: enrolled.rsvp, rsvpAt: enrolled.rsvpAt } : {}),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(tries === undefined ? {} : { tries }),
    ...(told ? { workNote } : {}),
  }
  const steps: AtomicStep[] = [
    {
      update: { _id: id, state: 'open', ...(tries === undefined ? {} : { tries }) },
      patch: {
        set: {
          result,
          before: JSON.parse(JSON.stringify(before)),
          doneAt: now,
          doneBy: by,
          ...(note ? { note } : {}),
          ...(again === null ? { state: 'done' } : { notBefore: again }),
          ...(result === 'not_reached' ? { tries: (tries ?? 0) + 1 } : {}),
        },
      },
      in: 'tasks',
    },
  ]
  if (enrolled)
    steps.push({
      update: { _id: enrolled._id },
      patch: { set: { rsvp: RSVP_OF[result], rsvpAt: now, rsvpBy: by } },
      in: 'enrolments',
    })
  if (told)
    steps.push({
      insert: {
        _id: workNote,
        organisation: task.organisation,
        contact: task.contact,
        day: wallAt(now, zone).toISODate()!,
        ...told,
        by,
        at: now,
      },
      into: 'workNotes',
    })
  const done = await documents.atomically(steps)
  const newest = (await tasks.get(id)) ?? task
  if (!done) return { outcome: 'closed', task: newest }
  if (enrolled) await deps.replan(enrolled.campaign, task.contact)
  if (result === 'wrong_number') await noteWrongNumber(deps, newest)
  return { outcome: 'noted', task: newest }
}

/** Whether what was noted is this, beside work too; a note that is gone says nothing else. */
async function saysSame(documents: Documents, { before }: Task, told: BesideWork | null): Promise<boolean> {
  const note = before?.workNote ? await documents.collection('workNotes').get(before.workNote) : null
  return !told || !note || isSameBeside(note, told)
}
