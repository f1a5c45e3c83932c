import { AppError } from '../errors'
import type { Documents } from '../ports/documents'

/** Who was there. Thanks and questions go to those who were. */
export async function markAttendance(
  deps: { documents: Documents; replan: (campaign: string, contact: string) => Promise<void> },
  campaign: string,
  who: { contact: string; attended: boolean } | 'all_who_said_yes',
): Promise<void> {
  const enrolments = deps.documents.collection('enrolments')
  if (who === 'all_who_said_yes') {
    const coming = await enrolments.list({ campaign, rsvp: 'yes', attended: { $exists: false } })
    await enrolments.updateMany(
      { campaign, rsvp: 'yes', attended: { $exists: false } },
      { set: { attended: true } },
    )
    for (const { contact } of coming) await deps.replan(campaign, contact)
    return
  }
  const marked = await enrolments.update(
    { _id: `${campaign}:${who.contact}` },
    { set: { attended: who.attended } },
  )
  if (!marked) throw new AppError('CONTACT_NOT_FOUND', 'This person is not enrolled')
  await deps.replan(campaign, who.contact)
}
