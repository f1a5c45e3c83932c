import { AppError } from '../errors'
import type { Documents } from '../ports/documents'

/** Who was there. Thanks and questions go to those who were. */
export async function markAttendance(
  deps: { documents: Documents },
  campaign: string,
  who: { contact: string; attended: boolean } | 'all_who_said_yes',
): Promise<void> {
  const enrolments = deps.documents.collection('enrolments')
  if (who === 'all_who_said_yes') {
    await enrolments.updateMany(
      { campaign, rsvp: 'yes', attended: { $exists: false } },
      { set: { attended: true } },
    )
    return
  }
  const marked = await enrolments.update(
    { _id: `${campaign}:${who.contact}` },
    { set: { attended: who.attended } },
  )
  if (!marked) throw new AppError('CONTACT_NOT_FOUND', 'This person is not enrolled')
}
