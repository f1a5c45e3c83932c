import type { Staff } from '../domain/staff'
import { addNote } from '../use-cases/addNote'
import { answerContact } from '../use-cases/answerContact'
import { leaveAsSeen } from '../use-cases/leaveThread'
import { listSavedReplies } from '../use-cases/listSavedReplies'
import { readInbox } from '../use-cases/readInbox'
import { readMedia } from '../use-cases/readMedia'
import { readThread } from '../use-cases/readThread'
import { takeThread } from '../use-cases/takeThread'
import type { InboxRoutes } from '../web/pages/inbox/routes'
import { ofOwn } from './ofOwn'
import type { DeskTools } from './tools'

/** Conversations with people: who waits, who answers, and what is said. */
export function createInboxDesk(tools: DeskTools): InboxRoutes {
  const { documents, content } = tools
  const own = async (by: Staff, contact: string) =>
    ofOwn(by, await documents.collection('contacts').get(contact), 'CONTACT_NOT_FOUND')
  return {
    texts: content.texts,
    newKey: tools.newId,
    savedReplies: async ({ organisation }, language) => listSavedReplies(tools, organisation, language),
    inbox: ({ organisation, _id }, tab) => readInbox(tools, organisation, _id, tab),
    thread: async (by, contact) => readThread(tools, await own(by, contact)),
    media: async (by, contact, message, n) => readMedia(tools, await own(by, contact), message, n),
    take: async (by, id, from) => {
      const contact = await own(by, id)
      const taken = await takeThread(tools, contact, by._id, from)
      tools.kick(id, contact.organisation)
      return taken.outcome
    },
    answer: async (by, id, answer) => {
      const contact = await own(by, id)
      const answered = await answerContact(tools, { ...answer, contact, by: by._id })
      tools.kick(id, contact.organisation)
      return answered
    },
    note: async (by, id, note) => addNote(tools, await own(by, id), { ...note, by: by._id }),
    leave: async (by, id, place, seen) => {
      const contact = await own(by, id)
      const left = await leaveAsSeen(tools, contact, by._id, { place, seen })
      tools.kick(id, contact.organisation)
      return left
    },
  }
}
