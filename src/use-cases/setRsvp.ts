import type { Rsvp } from '../domain/campaign'
import { AppError } from '../errors'
import type { NoteTask } from './noteTask'

/** What staff saw when they noted it; somebody who answered meanwhile is not overruled. */
export interface RsvpChange {
  campaign: string
  contact: string
  /** `silent`: they have said nothing after all. */
  rsvp: Rsvp | 'silent'
  seenAt: number | undefined
  by: string
}

/**
 * Somebody said on the phone or in the street whether they come. The plan follows.
 * @returns false: the answer is another one than staff saw; nothing has changed
 */
export async function setRsvp(
  { documents, clock, replan }: Pick<NoteTask, 'documents' | 'clock' | 'replan'>,
  { campaign, contact, rsvp, seenAt, by }: RsvpChange,
): Promise<boolean> {
  const enrolments = documents.collection('enrolments')
  const _id = `${campaign}:${contact}`
  const known = await enrolments.get(_id)
  if (!known) throw new AppError('CONTACT_NOT_FOUND', 'This person is not enrolled')
  // Sent twice, it is done all the same.
  if ((known.rsvp ?? 'silent') === rsvp && known.rsvpBy === (rsvp === 'silent' ? undefined : by)) return true
  const asSeen = { _id, rsvpAt: seenAt === undefined ? { $exists: false } : seenAt }
  const changed = await enrolments.update(
    asSeen,
    rsvp === 'silent'
      ? { unset: ['rsvp', 'rsvpAt', 'rsvpBy'] }
      : { set: { rsvp, rsvpAt: clock.now(), rsvpBy: by } },
  )
  if (!changed) return false
  await replan(campaign, contact)
  return true
}
