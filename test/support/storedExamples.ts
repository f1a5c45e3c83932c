import type { Contact } from '../../src/domain/contact'
import type { NamedReply } from '../../src/domain/conversation'
import type { StatusRecord } from '../../src/domain/documents'
import type { OutboxRow } from '../../src/domain/outbox'

// Small and complete: what the store's own tests put in it. They mean nothing beyond that.

export const aStoredContact = (over: Partial<Contact> & { _id: string }): Contact => ({
  organisation: 'org',
  name: 'A',
  addresses: [],
  addressKeys: [],
  language: 'nl',
  languageChosen: false,
  reads: 'simple',
  audience: 'participant',
  tags: [],
  evening: false,
  consents: [],
  heardAt: {},
  turn: 0,
  ...over,
})

export const aStoredRow = (over: Partial<OutboxRow> & { _id: string }): OutboxRow => ({
  key: `key:${over._id}`,
  kind: 'message',
  organisation: 'org',
  contact: 'c1',
  sender: 'org|sms',
  purpose: 'C1',
  rank: 5,
  state: 'planned',
  dueAt: 100,
  nextAt: 100,
  notAfter: 1000,
  fence: 0,
  rev: 0,
  channel: 'sms',
  spent: [],
  attempt: 0,
  attempts: {},
  tries: 0,
  resends: 0,
  resendPolicy: 'resend',
  reached: 0,
  createdAt: 1,
  ...over,
})

export const aStoredStatus = (over: Partial<StatusRecord> & { _id: string }): StatusRecord => ({
  sid: 'SM1',
  status: 'sent',
  at: 1,
  applied: false,
  ...over,
})

/** A form with a name, filled in to the end. */
export const aStoredReply = (
  over: Pick<NamedReply, '_id' | 'contact' | 'dialog' | 'answers'> & Partial<NamedReply>,
): NamedReply => ({
  organisation: 'org',
  version: 1,
  skipped: [],
  complete: true,
  at: 1,
  turn: 1,
  ...over,
})
