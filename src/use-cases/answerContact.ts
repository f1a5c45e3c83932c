import type { Contact } from '../domain/contact'
import type { FieldProblem } from '../domain/fieldProblem'
import { answerWays } from '../domain/inbox/answerWays'
import { LONGEST_ANSWER, type Thread } from '../domain/inbox/thread'
import type { LanguageTag } from '../domain/message'
import { senderOf } from '../domain/organisation'
import { type OutboxRow, untriedRow } from '../domain/outbox'
import type { NewId } from '../ports/ids'
import type { ReadLines } from './readLines'
import { type TakeThread, takeThread } from './takeThread'
import { wroteAfter } from './wroteAfter'

export interface Answer {
  contact: Contact
  /** Staff id. */
  by: string
  /** Of the form: the same form sent twice is one message. */
  key: string
  way: 'text' | 'template' | 'sms'
  text: string
  language: LanguageTag
  /** Moment of the newest line that was on the page. */
  seen: number
}

export type Answered =
  | { outcome: 'sent' }
  | { outcome: 'held'; thread: Thread }
  | { outcome: 'not_right'; problems: FieldProblem[] }

const LASTS_MS = 12 * 3_600_000

/** What one of us types leaves as a reply, by the outbox like everything else. The first answer takes the conversation over. */
export async function answerContact(
  deps: TakeThread & ReadLines & { newId: NewId },
  answer: Answer,
): Promise<Answered> {
  const { documents, threads, clock } = deps
  const { contact, by, way, seen } = answer
  const text = answer.text.replaceAll('\r\n', '\n').trim()
  const organisation = await documents.collection('organisations').get(contact.organisation)
  const open = organisation ? answerWays(contact, organisation, clock.now()) : []
  const chosen = open.find(one => one.way === way)
  if (!chosen) return wrong(open.length === 0 ? 'no_way' : 'window_closed')
  if (way !== 'template') {
    if (text === '') return wrong('missing')
    if (text.length > LONGEST_ANSWER) return wrong('too_long', { most: LONGEST_ANSWER, now: text.length })
  }
  const taken = await takeThread(deps, contact, by)
  if (taken.outcome === 'held') return taken
  const seq = await placeInTalk(deps, contact._id)
  const wroteToUs = Object.keys(contact.heardAt).length > 0
  // Who never wrote to us gets it only with their consent, as everything else.
  await documents
    .collection('outbox')
    .insert({ ...rowFor(deps, answer, text), ...(wroteToUs ? { seq } : {}) })
  await threads.answered(contact._id, by, seen)
  const later = await wroteAfter(deps, contact._id, seen)
  if (later !== undefined) await threads.waits(contact._id, later)
  return { outcome: 'sent' }
}

const wrong = (problem: string, values?: FieldProblem['values']): Answered => ({
  outcome: 'not_right',
  problems: [{ field: 'text', problem, ...(values ? { values } : {}) }],
})

/** After what the bot has said up to now, and after what we typed before. */
async function placeInTalk({ documents }: TakeThread, contact: string): Promise<number> {
  const [conversation, underWay] = await Promise.all([
    documents.collection('conversations').get(contact),
    documents
      .collection('outbox')
      .count({ contact, state: { $in: ['planned', 'sending', 'unknown'] }, typed: { $exists: true } }),
  ])
  return (conversation?.version ?? 0) * 100 + 50 + Math.min(underWay, 49)
}

function rowFor({ clock, newId }: TakeThread & { newId: NewId }, answer: Answer, text: string): OutboxRow {
  const { contact, by, key, way, language } = answer
  const now = clock.now()
  const channel = way === 'sms' ? 'sms' : 'whatsapp'
  return untriedRow({
    _id: newId(),
    key: `manual:${key}`,
    kind: 'message',
    organisation: contact.organisation,
    contact: contact._id,
    sender: senderOf(contact.organisation, channel),
    purpose: 'C1',
    rank: 0,
    dueAt: now,
    notAfter: now + LASTS_MS,
    channel,
    resendPolicy: 'resend',
    by,
    ...(way === 'template'
      ? { say: { text: 'system:person_writes' } }
      : { typed: text, inLanguage: language }),
    createdAt: now,
  })
}
