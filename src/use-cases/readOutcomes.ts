import { DateTime } from 'luxon'
import { UNFIT } from '../domain/contact'
import { asStatusNote, inOrder, type WorkNote } from '../domain/contacts/workNote'
import { groupBy } from '../domain/groupBy'
import type { Reader } from '../domain/report/eventReport'
import { firstActions } from '../domain/report/firstActions'
import {
  exactOutcomes,
  groupedOutcomes,
  type OutcomeReport,
  type WrittenPerson,
} from '../domain/report/outcomeReport'
import type { EventLine } from '../domain/report/overEvents'
import { limitsOf } from '../domain/settings/limits'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import { readFollowed } from './readFollowed'

export interface OutcomesAsked {
  reader: Reader
  /** ISO day on which everybody's status is wanted; absent: today. */
  day?: string | undefined
}

interface ReadOutcomes {
  documents: Documents
  clock: Pick<Clock, 'now'>
}

/** Where those who came to these events stand now, by what they told staff; of who took back their yes nothing counts. */
export async function readOutcomes(
  { documents, clock }: ReadOutcomes,
  organisation: string,
  lines: readonly EventLine[],
  { reader, day }: OutcomesAsked,
): Promise<OutcomeReport> {
  const house = await documents.collection('organisations').get(organisation)
  if (!house) throw new AppError('NOT_FOUND', 'There is no such organisation')
  const dayOf = (moment: number) => DateTime.fromMillis(moment, { zone: house.zone }).toISODate()!
  const [unfit, notes] = await Promise.all([
    documents.collection('contacts').list({ organisation, fit: { $in: UNFIT } }),
    documents.collection('workNotes').list({ organisation }),
  ])
  const followed = await readFollowed(
    documents,
    notes.map(({ contact }) => contact),
  )
  const outside = new Set(unfit.map(({ _id }) => _id))
  const written = groupBy(notes, ({ contact }) => contact)
  const notesOf = (contact: string): WorkNote[] =>
    followed.has(contact) ? inOrder(written.get(contact) ?? []) : []
  const people = [...firstActions(lines)].map(
    ([contact, startedOn]): WrittenPerson => ({
      inside: !outside.has(contact),
      startedOn,
      notes: notesOf(contact).map(note => ({ ...asStatusNote(note), writtenOn: dayOf(note.at) })),
    }),
  )
  const today = dayOf(clock.now())
  return reader === 'staff'
    ? exactOutcomes(people, { day: day ?? today, today, limit: limitsOf(house).outside })
    : groupedOutcomes(people, today, house.policy.k)
}
