import type { Collections } from '../documents'

/** Collections whose documents name a contact. */
type Naming = {
  [N in keyof Collections]: 'contact' extends keyof Collections[N] ? N : never
}[keyof Collections]

/**
 * Where a person has left traces beside their contact, and what becomes of each when the person is forgotten: it goes, or
 * it is emptied because its id must stay known (what comes in twice is one message). A collection that is missing here
 * does not compile: whoever adds one decides.
 */
export const TRACES = {
  enrolments: 'goes',
  outbox: 'goes',
  inbound: 'emptied',
  tasks: 'goes',
  paperLetters: 'goes',
  namedReplies: 'goes',
  contactNotes: 'goes',
  workNotes: 'goes',
  trainings: 'goes',
  media: 'goes',
  merges: 'goes',
} as const satisfies Record<Naming, 'goes' | 'emptied'>
