import { AppError } from '../errors'
import type { AtTheDoor } from './checkIn'

export interface Attendance {
  contact: string
  attended: boolean
  /** What the page said of them, null: nothing; absent: whatever it is now. */
  seen?: boolean | null
}

/**
 * Who was there, noted afterwards. Thanks and questions go to those who were.
 * @returns false when a colleague noted something else than was seen; nothing has changed
 */
export async function markAttendance(
  deps: AtTheDoor,
  campaign: string,
  who: Attendance | 'all_who_said_yes',
  by: string,
): Promise<boolean> {
  const enrolments = deps.documents.collection('enrolments')
  const at = deps.clock.now()
  const markedWith = (companions = 0, children = 0) => ({ at, by, companions, children })
  if (who === 'all_who_said_yes') {
    const open = { campaign, rsvp: 'yes', attended: { $exists: false } } as const
    for (const { _id, contact, companions, children } of await enrolments.list(open)) {
      const marked = markedWith(companions, children)
      await enrolments.update({ _id, ...open }, { set: { attended: true, marked } })
      await deps.replan(campaign, contact)
    }
    return true
  }
  const { contact, attended, seen } = who
  const _id = `${campaign}:${contact}`
  const known = await enrolments.get(_id)
  if (!known) throw new AppError('CONTACT_NOT_FOUND', 'This person is not enrolled')
  const marked = attended ? markedWith(known.companions, known.children) : markedWith()
  const asSeen = seen === undefined ? { $ne: attended } : (seen ?? { $exists: false })
  const done = await enrolments.update({ _id, attended: asSeen }, { set: { attended, marked } })
  await deps.replan(campaign, contact)
  return done !== null || (await enrolments.get(_id))?.attended === attended
}
