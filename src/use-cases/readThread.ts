import type { Contact } from '../domain/contact'
import { findQuestion } from '../domain/dialog/order'
import { type AnswerWay, answerWays } from '../domain/inbox/answerWays'
import type { Line } from '../domain/inbox/lines'
import type { Thread } from '../domain/inbox/thread'
import type { LanguageTag } from '../domain/message'
import { type ReadLines, readLines } from './readLines'
import { readNames } from './readNames'

export interface ThreadReading {
  now: number
  contact: Contact
  thread: Thread | null
  lines: Line[]
  /** By staff id. */
  names: Record<string, string>
  ways: AnswerWay[]
  /** Where the bot goes on when it is handed back. */
  open?: { dialog: string; question: number; of: number }
  campaigns: { id: string; name: string; rsvp?: string; children?: number; needs: string[] }[]
  /** Right-to-left and other ways of writing, by language of a line. */
  languages: readonly LanguageTag[]
}

/** One conversation with all that one must know to answer it. */
export async function readThread(deps: ReadLines, contact: Contact): Promise<ThreadReading> {
  const { documents, content, clock } = deps
  const { _id, organisation: own } = contact
  const [thread, lines, organisation, conversation, enrolments] = await Promise.all([
    documents.collection('threads').get(_id),
    readLines(deps, _id),
    documents.collection('organisations').get(own),
    documents.collection('conversations').get(_id),
    documents.collection('enrolments').list({ contact: _id }),
  ])
  const writers = lines.map(line => ('by' in line ? line.by : undefined))
  const run = conversation?.state.stack.at(-1)?.state
  const dialog = run && content.dialog(run.dialog, run.version)
  const question = dialog && findQuestion(dialog, run.question)
  const campaigns = await Promise.all(
    enrolments.map(async ({ campaign: id, rsvp, children, needs }) => {
      const campaign = await documents.collection('campaigns').get(id)
      return campaign
        ? [
            {
              id,
              name: campaign.event.name,
              needs,
              ...(rsvp ? { rsvp } : {}),
              ...(children ? { children } : {}),
            },
          ]
        : []
    }),
  )
  return {
    now: clock.now(),
    contact,
    thread,
    lines,
    names: await readNames(documents, own, [thread?.holder?.staff, ...writers]),
    ways: organisation ? answerWays(contact, organisation, clock.now()) : [],
    ...(dialog && question && dialog.privacy !== 'anonymous'
      ? {
          open: {
            dialog: dialog.id,
            question: dialog.questions.indexOf(question) + 1,
            of: dialog.questions.length,
          },
        }
      : {}),
    campaigns: campaigns.flat(),
    languages: organisation?.languages ?? [],
  }
}
