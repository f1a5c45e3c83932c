import type { Campaign } from '../domain/campaign'
import { reportedEvent } from '../domain/report/eventReport'
import { type EventLine, eventLine } from '../domain/report/overEvents'
import { anchorMoment } from '../domain/timeline/dueAt'
import type { Documents } from '../ports/documents'

/** Which participants came to each of these events that is over; who came is decided by all who were invited. */
export async function participantLines(
  documents: Documents,
  campaigns: readonly Campaign[],
  now: number,
): Promise<EventLine[]> {
  const lines: EventLine[] = []
  for (const campaign of campaigns) {
    const { state, event } = campaign
    if (state === 'draft' || state === 'cancelled' || anchorMoment(event, 'end') > now) continue
    const enrolments = await documents.collection('enrolments').list({ campaign: campaign._id })
    const about = { event: reportedEvent(campaign), kind: campaign.timeline.id, isOver: true }
    lines.push(eventLine(about, enrolments, 'participant'))
  }
  return lines
}
