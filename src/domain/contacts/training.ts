import { DateTime } from 'luxon'
import type { Contact } from '../contact'
import type { FieldProblem } from '../fieldProblem'
import { readDay } from './cellWords'
import { mayFollow } from './workNote'

/** What somebody learns: in lessons, or at a workplace. */
export const TRAINING_KINDS = ['general_content', 'general_dutch', 'job_specific', 'workplace'] as const
export type TrainingKind = (typeof TRAINING_KINDS)[number]

export const TRAINING_STATUSES = ['in_progress', 'completed', 'stopped'] as const
export type TrainingStatus = (typeof TRAINING_STATUSES)[number]

export interface TrainingFacts {
  kind: TrainingKind
  /** ISO day on which it began. */
  since: string
  status: TrainingStatus
  /** ISO day that the status is about. */
  day: string
  /** Of workplace learning: VDAB knows of it. */
  known?: boolean
}

/** What was known of it from one moment on. */
export interface TrainingState extends TrainingFacts {
  /** It was noted by mistake: it counts no more. */
  mistaken?: boolean
  /** Who wrote it. */
  by: string
  at: number
}

/** One training, or one place to learn at work, of one person. */
export interface Training {
  _id: string
  organisation: string
  contact: string
  /** Oldest first, never empty. Only ever added to, so what was true of a day that is past stays as it was. */
  states: TrainingState[]
  /** Of the last state. */
  at: number
  /** Rises with every state. */
  rev: number
}

export const stateOf = ({ states }: Pick<Training, 'states'>): TrainingState => states.at(-1)!

export interface TrainingForm {
  kind: string
  since: string
  status: string
  statusDay: string
  /** `yes` or empty. */
  known: string
}

export type ReadTrainingForm = { ok: true; facts: TrainingFacts } | { ok: false; problems: FieldProblem[] }

export function readTrainingForm(
  form: TrainingForm,
  contact: Pick<Contact, 'consents'>,
  { zone, now }: { zone: string; now: number },
): ReadTrainingForm {
  const problems: FieldProblem[] = []
  const dayIn = (field: 'since' | 'statusDay'): string => {
    const at = readDay(form[field], zone)
    if (at === undefined) problems.push({ field, problem: 'day_unclear' })
    else if (at > now) problems.push({ field, problem: 'day_future' })
    else return DateTime.fromMillis(at, { zone }).toISODate()!
    return ''
  }
  const kind = TRAINING_KINDS.find(one => one === form.kind)
  if (!mayFollow(contact)) problems.push({ field: 'kind', problem: 'not_followed' })
  else if (!kind) problems.push({ field: 'kind', problem: 'kind_missing' })
  const since = dayIn('since')
  const status = TRAINING_STATUSES.find(one => one === form.status)
  if (!status) problems.push({ field: 'status', problem: 'status_missing' })
  const day = dayIn('statusDay')
  if (day !== '' && day < since) problems.push({ field: 'statusDay', problem: 'before_since' })
  if (problems.length > 0) return { ok: false, problems }
  const known = kind === 'workplace' ? { known: form.known === 'yes' } : {}
  return { ok: true, facts: { kind: kind!, since, status: status!, day, ...known } }
}

/** As a form that changes it shows it; of what goes on it is usually told how it is today. */
export const trainingFormOf = (
  { kind, since, status, day, known }: TrainingFacts,
  today: string,
): TrainingForm => ({
  kind,
  since,
  status,
  statusDay: status === 'in_progress' ? today : day,
  known: known ? 'yes' : '',
})

export const sameFacts = (a: TrainingFacts, b: TrainingFacts): boolean =>
  (['kind', 'since', 'status', 'day', 'known'] as const).every(field => a[field] === b[field])
