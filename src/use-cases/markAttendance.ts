import { AppError } from '../errors'
import type { AtTheDoor } from './checkIn'

/** Who was there, noted afterwards. Thanks and questions go to those who were. */
export async function markAttendance(
  deps: AtTheDoor,
  campaign: string,
  who: { contact: string; attended: boolean } | 'all_who_said_yes',
  by: string,
): Promise<void> {
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
    return
  }
  const { contact, attended } = who
  const _id = `${campaign}:${contact}`
  const known = await enrolments.get(_id)
  if (!known) throw new AppError('CONTACT_NOT_FOUND', 'This person is not enrolled')
  const marked = attended ? markedWith(known.companions, known.children) : markedWith()
  await enrolments.update({ _id, attended: { $ne: attended } }, { set: { attended, marked } })
  await deps.replan(campaign, contact)
}
