import { may, subjectOf } from '../domain/access/may'
import type { Contact } from '../domain/contact'
import type { NamedReply } from '../domain/conversation'
import type { Dialog } from '../domain/dialog/definition'
import type { Staff } from '../domain/staff'
import { AppError } from '../errors'
import type { Content } from '../ports/content'
import { type Auditing, auditEntry } from './audit'

/** Something written for the talk between one person and their supervisor. */
export interface TalkReply extends NamedReply {
  instrument: string
  /** Who wrote it, when that was somebody else. */
  writer?: Pick<Contact, 'name' | 'audience'>
  event?: string
}

export interface TalkReading {
  contact: Contact
  /** The newest first. */
  replies: TalkReply[]
}

/** Whom somebody supervises now. */
export const listTalks = ({ documents }: Pick<Auditing, 'documents'>, by: Staff): Promise<Contact[]> =>
  documents
    .collection('contacts')
    .list({ organisation: by.organisation, supervisor: by._id }, { sort: [['name', 1]] })

/**
 * What is for the talk with one person. Only who is their supervisor at this very moment reads it, and every reading is
 * written down, for the person to ask after.
 * @throws NOT_FOUND for everybody else
 */
export async function readTalk(
  deps: Auditing & { content: Pick<Content, 'dialog'> },
  by: Staff,
  id: string,
): Promise<TalkReading> {
  const { documents, content } = deps
  const contact = await documents.collection('contacts').get(id, { fresh: true })
  if (!contact || contact.organisation !== by.organisation || contact.supervisor !== by._id)
    throw new AppError('NOT_FOUND', 'Not somebody whom they supervise')
  const found = await documents
    .collection('namedReplies')
    .list({ $or: [{ contact: id }, { about: id }] }, { sort: [['at', -1]] })
  const readable = found.flatMap(reply => {
    const dialog = content.dialog(reply.dialog, reply.version)
    const instrument = dialog?.instrument ?? ''
    const answers = dialog ? saidIn(dialog, reply) : {}
    if (subjectOf(reply, instrument) !== id || Object.keys(answers).length === 0) return []
    return isForTalk(instrument) && may(by.role, instrument, 'answers', 'supervisor')
      ? [{ ...reply, instrument, answers }]
      : []
  })
  const replies = await Promise.all(
    readable.map(async (reply): Promise<TalkReply> => {
      const writer = reply.contact === id ? null : await documents.collection('contacts').get(reply.contact)
      const campaign = reply.campaign && (await documents.collection('campaigns').get(reply.campaign))
      return {
        ...reply,
        ...(writer ? { writer: { name: writer.name, audience: writer.audience } } : {}),
        ...(campaign ? { event: campaign.event.name } : {}),
      }
    }),
  )
  if (replies.length > 0)
    await documents
      .collection('auditLog')
      .insert(auditEntry(deps, { what: 'talk_read', organisation: by.organisation, by: by._id, about: id }))
  return { contact, replies }
}

/** What colleagues read as well needs no page of its own. */
const isForTalk = (instrument: string): boolean => !may('coordinator', instrument, 'answers', 'none')

/** Whether they wanted to answer, and about whom, is no answer. */
const saidIn = ({ questions }: Dialog, { answers }: NamedReply): NamedReply['answers'] =>
  Object.fromEntries(
    questions
      .filter(({ id, endWhen, effect }) => !endWhen && effect !== 'about' && answers[id] !== undefined)
      .map(({ id }) => [id, answers[id]]),
  )
