import type { Campaign, Enrolment } from '../domain/campaign'
import type { Contact } from '../domain/contact'

/** Somebody who has just come in. */
export const enrolmentOf = (campaign: Campaign, contact: Contact, joinedAt: number): Enrolment => ({
  _id: `${campaign._id}:${contact._id}`,
  organisation: campaign.organisation,
  campaign: campaign._id,
  contact: contact._id,
  audience: contact.audience,
  joinedAt,
  needs: [],
  evaluations: {},
  turn: 0,
})
