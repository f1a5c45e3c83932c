import type { Case } from '../domain/cases/case'
import type { Heard } from '../domain/cases/heard'
import type { OpenStep } from '../domain/cases/open'
import { type Status, statusOn } from '../domain/cases/statusOn'
import type { Contact } from '../domain/contact'
import type { HistoryLine } from '../domain/contacts/history'
import { mayFollow, type WorkNote } from '../domain/contacts/workNote'
import { POINTS, windowsAfter } from '../domain/report/outcome'
import { nextPoint } from '../domain/tasks/followUp'
import type { Documents } from '../ports/documents'
import { lastSentTo } from './readContact'

/** One person of the list. */
export interface CaseRow {
  contact: Contact
  /** They agreed to be followed (C8), and still do; else nothing of their work is shown. */
  mayFollow: boolean
  /** On the chosen day; null: nobody had noted anything yet. */
  status: Status | null
  heard: Heard | null
  /** The last message that left for them. */
  sent: Extract<HistoryLine, { kind: 'sent' }> | null
  open: readonly OpenStep[]
  /** When to ask again; null: a year is over, or they came to nothing yet. */
  next: { months: number; day: string } | null
}

/** What a page shows of these people, in their order; who is gone meanwhile is left out. */
export async function caseRows(
  documents: Documents,
  cases: readonly Case[],
  known: {
    steps: ReadonlyMap<string, readonly OpenStep[]>
    notes: ReadonlyMap<string, readonly WorkNote[]>
    today: string
    day: string
    until: number
  },
): Promise<CaseRow[]> {
  const listed = await documents
    .collection('contacts')
    .list({ _id: { $in: cases.map(({ _id }) => _id) }, forgotten: { $ne: true } })
  const contacts = new Map(listed.map(contact => [contact._id, contact]))
  const sent = await lastSentTo(documents, listed)
  const windows = POINTS.map(windowsAfter)
  return cases.flatMap(({ _id, heardAt, heardBy, startedOn }): CaseRow[] => {
    const contact = contacts.get(_id)
    if (!contact) return []
    const may = mayFollow(contact)
    const notes = may ? (known.notes.get(_id) ?? []) : []
    const point =
      may && startedOn !== undefined
        ? nextPoint(
            windows.map(window => window(startedOn)),
            known.today,
            notes.map(({ day }) => day),
          )
        : null
    return [
      {
        contact,
        mayFollow: may,
        status: statusOn(notes, known.day, known.until),
        heard: heardBy === undefined ? null : { at: heardAt, by: heardBy },
        sent: sent.get(_id) ?? null,
        open: known.steps.get(_id) ?? [],
        next: point && { months: point.months, day: point.window.day },
      },
    ]
  })
}
