import type { Enrolment } from '../domain/campaign'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Documents, Patch } from '../ports/documents'

export interface AtTheDoor {
  documents: Documents
  clock: Pick<Clock, 'now'>
  /** What is planned for one person follows whether they were there. */
  replan: (campaign: string, contact: string) => Promise<void>
}

/** One press on a button at the door. */
export interface Tap {
  contact: string
  by: string
  /** The same at every try to send it. Absent: a form without scripts, which is sent once. */
  tap?: string | undefined
  /** How long ago it was: without network it waited on the phone. */
  agoMs?: number | undefined
}

/** `already`: somebody was faster, or it was undone since. */
export type Counted = 'done' | 'already'

/** Longer ago than this it was not at this door. */
const LONGEST_WAIT_MS = 12 * 3_600_000

/**
 * Somebody is here. The first tap counts; a second one, from this phone or another, changes nothing.
 * @throws CONTACT_NOT_FOUND when nobody put them on the list
 */
export async function checkIn(
  deps: AtTheDoor,
  campaign: string,
  tap: Tap & { companions: number; children: number },
): Promise<Counted> {
  const { companions, children, by } = tap
  const at = deps.clock.now() - Math.min(Math.max(tap.agoMs ?? 0, 0), LONGEST_WAIT_MS)
  return count(
    deps,
    campaign,
    tap,
    { attended: { $ne: true } },
    {
      set: { attended: true, marked: { at, by, companions, children } },
    },
  )
}

/** They are not here after all. Only the mark of that moment is taken back, not a newer one. */
export async function undoCheckIn(
  deps: AtTheDoor,
  campaign: string,
  tap: Tap & { markedAt: number },
): Promise<Counted> {
  return count(
    deps,
    campaign,
    tap,
    { attended: true, 'marked.at': tap.markedAt },
    {
      unset: ['attended', 'marked'],
    },
  )
}

/** Others came later, or stayed at home. `from` is what the page showed: two phones never overwrite each other. */
export async function changeCompany(
  deps: AtTheDoor,
  campaign: string,
  tap: Tap & { who: 'companions' | 'children'; from: number; to: number },
): Promise<Counted> {
  const { who, from, to } = tap
  return count(
    deps,
    campaign,
    tap,
    { attended: true, [`marked.${who}`]: from },
    {
      set: { [`marked.${who}`]: to },
    },
  )
}

async function count(
  deps: AtTheDoor,
  campaign: string,
  { contact, tap }: Tap,
  filter: Record<string, string | number | boolean | { $ne: boolean }>,
  patch: Patch,
): Promise<Counted> {
  const enrolments = deps.documents.collection('enrolments')
  const _id = `${campaign}:${contact}`
  const changed = await enrolments.update(
    { _id, ...filter, ...(tap === undefined ? {} : { taps: { $ne: tap } }) },
    { ...patch, ...(tap === undefined ? {} : { addToSet: { taps: tap } }) },
  )
  const now: Enrolment | null = changed ?? (await enrolments.get(_id))
  if (!now) throw new AppError('CONTACT_NOT_FOUND', 'This person is not on the list')
  // Also when it counted before: the process may have stopped between the two.
  await deps.replan(campaign, contact)
  return changed || (tap !== undefined && now.taps?.includes(tap)) ? 'done' : 'already'
}
