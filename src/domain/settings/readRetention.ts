import type { FieldProblem } from '../fieldProblem'
import { RETENTION_CLASSES, RETENTION_MONTHS, type Retention } from './retention'

export type ReadRetention = { ok: true; value: Retention } | { ok: false; problems: FieldProblem[] }

/** Months as they were typed. */
export function readRetention(form: Readonly<Record<keyof Retention, string>>): ReadRetention {
  const { least, most } = RETENTION_MONTHS
  const problems = RETENTION_CLASSES.filter(field => {
    const months = Number(form[field])
    return !Number.isInteger(months) || months < least || months > most
  }).map(field => ({ field, problem: 'months', values: { least, most } }))
  if (problems.length > 0) return { ok: false, problems }
  const months = (field: keyof Retention) => Number(form[field])
  return {
    ok: true,
    value: { messages: months('messages'), replies: months('replies'), activity: months('activity') },
  }
}
