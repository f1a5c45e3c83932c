import { DateTime } from 'luxon'
import type { Campaign } from '../domain/campaign'
import type { Contact } from '../domain/contact'
import type { MayAskToFollow } from '../domain/contacts/askToFollow'
import { asStatusNote, inOrder, mayFollow } from '../domain/contacts/workNote'
import { type BesideWork, besideOf } from '../domain/report/besideWork'
import { firstActions } from '../domain/report/firstActions'
import { POINTS, standingAt, type Work, windowOf, workOf } from '../domain/report/outcome'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import { readAskToFollow } from './askToFollow'
import { participantLines } from './participantLines'
import { readNames } from './readNames'

export interface WorkReading {
  /** They agreed to be followed, and still do. */
  mayFollow: boolean
  /** Else whether they may be asked, and when they last were. */
  asking: { may: MayAskToFollow; askedAt?: number }
  /** Newest first; `by` is a name, empty when that colleague is gone. */
  notes: (BesideWork & { id: string; day: string; work: Work; by: string; at: number })[]
  /** ISO day of the first event they came to; absent: there is none. */
  startedOn?: string
  /** When to ask, and what is known of that moment: null while it is to come. */
  points: (BesideWork & { months: number; day: string; work: Work | null })[]
}

/** Where one person stands, and when to ask again. */
export async function readWork(
  { documents, clock }: { documents: Documents; clock: Pick<Clock, 'now'> },
  contact: Contact,
  campaigns: readonly Campaign[],
): Promise<WorkReading> {
  const house = await documents.collection('organisations').get(contact.organisation)
  const today = DateTime.fromMillis(clock.now(), house ? { zone: house.zone } : {}).toISODate()!
  const notes = inOrder(await documents.collection('workNotes').list({ contact: contact._id }))
  const writers = notes.map(({ by }) => by)
  const names = await readNames(documents, contact.organisation, writers)
  const lines = await participantLines(documents, campaigns, clock.now())
  const startedOn = firstActions(lines).get(contact._id)
  const person = { inside: true, startedOn: startedOn ?? today, notes: notes.map(asStatusNote) }
  return {
    mayFollow: mayFollow(contact),
    asking: await readAskToFollow({ documents, clock }, contact),
    notes: notes.toReversed().map(note => ({
      id: note._id,
      day: note.day,
      work: workOf(asStatusNote(note)),
      ...besideOf(note),
      by: names[note.by] ?? '',
      at: note.at,
    })),
    ...(startedOn === undefined ? {} : { startedOn }),
    points:
      startedOn === undefined
        ? []
        : POINTS.map(months => {
            const window = windowOf(startedOn, months)
            const standing = standingAt(person, window, today)
            return {
              months,
              day: window.day,
              work: standing && workOf(standing),
              ...besideOf(standing ?? {}),
            }
          }),
  }
}
