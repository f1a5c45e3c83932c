import type { Circumstances } from '../domain/delivery/decide'
import type { OutboxRow } from '../domain/outbox'
import { stepOf } from '../domain/timeline/moments'
import { quietHours } from '../domain/timeline/quietHours'
import { sendingHoursOf } from '../domain/timeline/sendingHours'
import type { Sending } from './sending'
import { hasEventWaiting } from './waitingEvents'

/** Reads all that the decision about one row rests on. */
export async function gatherCircumstances(deps: Sending, row: OutboxRow): Promise<Circumstances> {
  const { documents, outbox, clock, timing } = deps
  const isBulk = row.rank === 5
  const [contact, organisation, campaign, leftThisWeek, waiting, reply] = await Promise.all([
    documents.collection('contacts').get(row.contact),
    documents.collection('organisations').get(row.organisation),
    row.campaign === undefined ? null : documents.collection('campaigns').get(row.campaign),
    outbox.leftThisWeek(row, clock.now()),
    // A row that the conversation itself has said waits for nobody but its own earlier ones.
    isBulk && row.seq === undefined && hasEventWaiting(deps, row.contact),
    isBulk && row.seq === undefined && outbox.openReply(row.contact),
  ])
  const timeline = campaign && deps.content.timeline(campaign.timeline.id)
  const step = timeline && row.step !== undefined ? stepOf(timeline, row.step) : null
  const wanted = !isBulk || !campaign || (await deps.stillWanted(row, campaign))
  const now = clock.now()
  return {
    now,
    row,
    contact,
    organisation,
    campaign,
    step,
    wanted,
    mayLeaveAt:
      isBulk && contact && organisation
        ? quietHours(now, {
            ...sendingHoursOf(organisation),
            zone: organisation.zone,
            evening: contact.evening,
          })
        : now,
    leftThisWeek,
    inConversation: Boolean(waiting || reply),
    bulkWait: timing.bulkWait,
  }
}
