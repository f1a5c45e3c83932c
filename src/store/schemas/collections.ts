import type { Schema } from 'mongoose'
import type { CollectionName } from '../../ports/documents'
import {
  evaluationKeys,
  evaluations,
  kioskBatches,
  ledger,
  letterbox,
  replies,
  rollUps,
  sounds,
  texts,
} from './anonymity'
import { announcements, apiRequests, apiTokens, deliveries, hooks } from './api'
import { campaigns, enrolments } from './campaigns'
import { contents, outbox, providerMessages, redactions, senders, statuses } from './delivery'
import { contactNotes, media, threads } from './inbox'
import { paperLetters, placePictures } from './letters'
import { cases, contacts, imports, merges, organisations, trainings, workNotes } from './people'
import { conclusions } from './reports'
import { auditLog, invitations, kiosks, sessions, signInTries, staff } from './staff'
import { conversations, facts, inbound, lanes, namedReplies, tasks } from './talks'
import { ownTexts, reviewLinks, savedReplies, textReviews } from './texts'

/** Every collection there is, declared once for both engines. */
export const collections: Record<CollectionName, Schema> = {
  organisations,
  contacts,
  imports,
  merges,
  campaigns,
  enrolments,
  outbox,
  providerMessages,
  statuses,
  inbound,
  conversations,
  lanes,
  senders,
  tasks,
  threads,
  contactNotes,
  workNotes,
  trainings,
  cases,
  media,
  paperLetters,
  placePictures,
  namedReplies,
  contents,
  redactions,
  facts,
  evaluations,
  evaluationKeys,
  letterbox,
  kioskBatches,
  replies,
  texts,
  sounds,
  ledger,
  rollUps,
  staff,
  sessions,
  invitations,
  signInTries,
  kiosks,
  auditLog,
  ownTexts,
  textReviews,
  reviewLinks,
  apiTokens,
  apiRequests,
  hooks,
  deliveries,
  announcements,
  savedReplies,
  conclusions,
}
