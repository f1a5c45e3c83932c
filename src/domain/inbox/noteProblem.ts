import type { FieldProblem } from '../fieldProblem'

const LONGEST_NOTE = 4_000

/** What is wrong with a word among colleagues; null: nothing. */
export function noteProblem(text: string): FieldProblem | null {
  if (text.trim() === '') return { field: 'note', problem: 'note_missing' }
  return text.length > LONGEST_NOTE
    ? { field: 'note', problem: 'too_long', values: { most: LONGEST_NOTE, now: text.length } }
    : null
}
