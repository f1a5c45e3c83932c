import type { EventLine } from './overEvents'

/** More events side by side nobody reads (ux 3.18). */
export const MOST_COMPARED = 6

/** Of the events of a choice, newest first: the ones that are compared when nobody ticked any. */
export const compared = <L extends Pick<EventLine, 'isOver'>>(lines: readonly L[]): L[] =>
  lines.filter(({ isOver }) => isOver).slice(0, MOST_COMPARED)

interface Asked {
  classes: readonly { label: string }[]
}

/**
 * The groups of people by which these events can be told apart: those that were fixed when each was planned, and no others.
 * A group is a block of its own, so nothing can be subtracted (anonymity 3.3).
 */
export function groupsIn(
  events: readonly { evaluations: readonly { questions: readonly Asked[] }[] }[],
): string[] {
  const labels = events.flatMap(({ evaluations }) =>
    evaluations.flatMap(({ questions }) =>
      questions.flatMap(({ classes }) => classes.map(({ label }) => label)),
    ),
  )
  return [...new Set(labels)].sort()
}

/** A question as one group answered it; null: nothing was printed of that group by itself. */
export function forGroup<C extends { label: string }, Q extends { classes: readonly C[] }>(
  question: Q,
  group: string | undefined,
): Q | (Q & Omit<C, 'label'>) | null {
  if (group === undefined) return question
  const own = question.classes.find(({ label }) => label === group)
  return own ? { ...question, ...own } : null
}
