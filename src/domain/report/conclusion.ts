import type { FieldProblem } from '../fieldProblem'

/** What a team changes after an event. Its report shows it, and the next campaign of the series begins with it. */
export interface Conclusion {
  _id: string
  organisation: string
  campaign: string
  series: string
  /** What was learned; may be empty. */
  learned: string
  /** What we do differently. */
  action: string
  /** Who sees to it. */
  owner: string
  /** ISO day before which it is done; empty: no day. */
  before: string
  state: 'open' | 'done' | 'dropped'
  /** +1 with every change. */
  rev: number
  /** Of the staff member who wrote it. */
  by: string
  at: number
}

export const CONCLUSION_STATES = ['open', 'done', 'dropped'] as const

/** As somebody writes it. */
export type ConclusionDraft = Pick<Conclusion, 'learned' | 'action' | 'owner' | 'before'>

const LONGEST: Record<Exclude<keyof ConclusionDraft, 'before'>, number> = {
  learned: 500,
  action: 300,
  owner: 100,
}

export function tidyConclusion({ learned, action, owner, before }: ConclusionDraft): ConclusionDraft {
  const tidy = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  return { learned: tidy(learned), action: tidy(action), owner: tidy(owner), before: before.trim() }
}

/** An action without somebody who sees to it does not happen. */
export function conclusionProblems(draft: ConclusionDraft): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (draft.action === '') problems.push({ field: 'action', problem: 'action_missing' })
  if (draft.owner === '') problems.push({ field: 'owner', problem: 'owner_missing' })
  for (const field of ['learned', 'action', 'owner'] as const)
    if (draft[field].length > LONGEST[field])
      problems.push({
        field,
        problem: 'too_long',
        values: { count: draft[field].length, most: LONGEST[field] },
      })
  if (draft.before !== '' && !isDay(draft.before)) problems.push({ field: 'before', problem: 'not_a_day' })
  return problems
}

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true
