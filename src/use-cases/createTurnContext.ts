import { DateTime } from 'luxon'
import type { Campaign } from '../domain/campaign'
import type { TurnContext } from '../ports/bot'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

/** Questions about an event may still be answered for so long after it: evaluations take a week, follow-ups two. */
const TALKED_ABOUT_DAYS = 30

/** Reads everything that a turn may look at, at once and before it. */
export function createTurnContext({ documents, clock }: { documents: Documents; clock: Clock }) {
  const isOver = ({ event }: Campaign, now: number) =>
    DateTime.fromISO(event.end, { zone: event.zone }).plus({ days: TALKED_ABOUT_DAYS }).toMillis() < now

  return async (contactId: string, organisationId: string): Promise<TurnContext | null> => {
    const now = clock.now()
    const [contact, organisation, enrolments] = await Promise.all([
      documents.collection('contacts').get(contactId, { fresh: true }),
      documents.collection('organisations').get(organisationId),
      documents.collection('enrolments').list({ contact: contactId }),
    ])
    if (!contact || !organisation) return null
    const campaigns: TurnContext['campaigns'] = []
    for (const enrolment of enrolments) {
      const campaign = await documents.collection('campaigns').get(enrolment.campaign)
      if (!campaign || isOver(campaign, now)) continue
      const evaluations = await documents
        .collection('evaluations')
        .list({ campaign: campaign._id, way: 'chat' })
      const letterboxes = Object.fromEntries(
        evaluations.map(({ instrument, publicKey, ownQuestions = [], state }) => [
          instrument,
          { publicKey, ownQuestions, open: state === 'open' },
        ]),
      )
      campaigns.push({ campaign, enrolment, letterboxes })
    }
    return { now, organisation, contact, campaigns }
  }
}
