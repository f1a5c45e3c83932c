import type { Contact } from '../contact'
import { asStatusNote, inOrder, mayFollow, type WorkNote } from '../contacts/workNote'
import { firstActions } from '../report/firstActions'
import { type Work, workOf } from '../report/outcome'
import type { EventLine } from '../report/overEvents'
import { momentOf, wallClock } from '../timeline/wallClock'
import { type Heard, type HeardFrom, heardOf } from './heard'

/**
 * One person whom we follow, by what the list of them is sorted and filtered. All of it is told by other documents, so it
 * can be made anew at any moment. `_id` is the contact's id.
 */
export interface Case {
  _id: string
  organisation: string
  /** Rises with every change. */
  rev: number
  /** They agreed to be followed (C8), and still do. */
  agreed: boolean
  /** Who guides them. */
  supervisor?: string
  /** 0: nothing that we heard is kept. */
  heardAt: number
  heardBy?: Heard['by']
  /** By their latest note. */
  work: Work
  /** ISO day of the first event that they came to. */
  startedOn?: string
  /** When the last one ended. */
  cameAt?: number
}

export type Came = Required<Pick<Case, 'startedOn' | 'cameAt'>>

/** Whoever agreed to be followed (C8), and whoever has a supervisor. */
export const isFollowed = (contact: Pick<Contact, 'consents' | 'supervisor' | 'forgotten'>): boolean =>
  !contact.forgotten && (mayFollow(contact) || contact.supervisor !== undefined)

/** @param came which events they came to; absent: none */
export function caseOf(
  contact: Contact,
  { message, tasks, notes, came }: Omit<HeardFrom, 'cameAt'> & { notes: readonly WorkNote[]; came?: Came },
): Omit<Case, 'rev'> {
  const agreed = mayFollow(contact)
  const own = agreed ? inOrder(notes) : []
  const heard = heardOf(contact, { message, tasks, notes: own, cameAt: came?.cameAt })
  const last = own.at(-1)
  const { _id, organisation, supervisor } = contact
  return {
    _id,
    organisation,
    agreed,
    ...(supervisor === undefined ? {} : { supervisor }),
    heardAt: heard?.at ?? 0,
    ...(heard ? { heardBy: heard.by } : {}),
    work: last ? workOf(asStatusNote(last)) : 'unknown',
    ...came,
  }
}

/** By person, the first and the last event that is over and that they came to. */
export function cameBy(lines: readonly Pick<EventLine, 'event' | 'isOver' | 'people'>[]): Map<string, Came> {
  const came = new Map<string, Came>()
  const started = firstActions(lines)
  for (const { event, isOver, people } of lines) {
    if (!isOver) continue
    const endedAt = momentOf(wallClock(event.end), event.zone)
    for (const contact of people) {
      const cameAt = Math.max(endedAt, came.get(contact)?.cameAt ?? 0)
      came.set(contact, { startedOn: started.get(contact)!, cameAt })
    }
  }
  return came
}
