import type { FieldProblem } from '../fieldProblem'
import { LIMIT_FIELDS, LIMIT_RANGES, type Limits } from './limits'

export type LimitsForm = Readonly<Record<keyof Limits, string>>
export type ReadLimits = { ok: true; value: Limits } | { ok: false; problems: FieldProblem[] }

/** Whole per cents as they were typed, with or without the sign. */
export function readLimits(form: LimitsForm): ReadLimits {
  const percentIn = (field: keyof Limits) => Number(/^(\d{1,3})\s*%?$/.exec(form[field].trim())?.[1])
  const problems = LIMIT_FIELDS.flatMap((field): FieldProblem[] => {
    const { least, most } = LIMIT_RANGES[field]
    const percent = percentIn(field)
    return percent >= least && percent <= most
      ? []
      : [{ field, problem: 'per_cent', values: { least, most } }]
  })
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { outside: percentIn('outside'), oneSex: percentIn('oneSex') } }
}
