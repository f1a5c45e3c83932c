import type { Campaign } from '../domain/campaign'
import type { Dialog } from '../domain/dialog/definition'
import type { OutboxRow } from '../domain/outbox'
import { stepOf } from '../domain/timeline/moments'
import { reaches } from '../domain/timeline/reaches'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { evaluationId } from './openEvaluations'

/** At the last moment: is this step still for this person, after all they have answered since it was planned? */
export async function stillWanted(
  { documents, content }: { documents: Documents; content: Pick<Content, 'timeline' | 'dialog'> },
  row: OutboxRow,
  campaign: Campaign,
): Promise<boolean> {
  // Only planned rows are about steps; what a talk says for its campaign is wanted by the talk.
  if (row.planVersion === undefined || row.step === undefined) return true
  const enrolment = await documents.collection('enrolments').get(`${campaign._id}:${row.contact}`)
  const timeline = content.timeline(campaign.timeline.id)
  const moment = timeline && stepOf(timeline, row.step)
  if (!enrolment || !timeline || !moment) return false
  const [replies, present] = await Promise.all([
    documents.collection('namedReplies').list({ contact: row.contact, campaign: campaign._id }),
    documents.collection('enrolments').first({ campaign: campaign._id, attended: true }),
  ])
  const answered = replies
    .filter(({ answers }) => Object.keys(answers).length > 0)
    .map(({ dialog }) => dialog)
  // Whoever answered before this step was due, by a letter on paper, is not asked the same once more.
  if (moment.does === 'dialog' && !moment.follows && answered.includes(moment.dialog ?? '')) return false
  if (moment.does === 'dialog' && (await isClosed(documents, campaign, content.dialog(moment.dialog ?? ''))))
    return false
  return reaches(
    moment,
    timeline,
    { enrolment, answered, attendanceTaken: present !== null },
    id => content.dialog(id),
    'now',
  )
}

/** Closed before its day: an answer would go nowhere. */
async function isClosed(documents: Documents, { _id }: Campaign, dialog: Dialog | null): Promise<boolean> {
  if (dialog?.privacy !== 'anonymous' || !dialog.instrument) return false
  const evaluation = await documents.collection('evaluations').get(evaluationId(_id, dialog.instrument))
  return evaluation?.state === 'closed'
}
