import { z } from 'zod'
import { noteProblem } from '../../domain/inbox/noteProblem'
import { INBOX_TABS } from '../../domain/inbox/thread'
import type { Staff } from '../../domain/staff'
import { AppError } from '../../errors'
import type { Desk } from '../desk'
import { type Endpoint, endpoint } from './endpoint'
import { CONVERSATION, conversationOf, PLACE, placeOf, WAITING, waitingOf } from './inboxSchemas'
import { misfit } from './refusals'
import { ID, MOMENT } from './schemas'

const count = z.number().int()

const placeNow = async ({ inbox }: Desk, by: Staff, contact: string) =>
  placeOf(contact, (await inbox.thread(by, contact)).thread)

/** Somebody else answers there: who, and since when. */
async function held({ inbox }: Desk, by: Staff, contact: string): Promise<AppError> {
  const { thread } = await inbox.thread(by, contact)
  return new AppError('CONVERSATION_HELD', 'Somebody else answers there', { ...thread?.holder })
}

/** Conversations with people: who waits, who answers, and what is said. */
export const INBOX_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'listConversations',
    method: 'get',
    path: '/inbox',
    summary: 'At most fifty conversations of one list; who waits longest comes first.',
    query: z.object({ tab: z.enum(INBOX_TABS).default('waiting') }),
    answer: z.object({
      conversations: z.array(WAITING),
      counts: z.object({ waiting: count, mine: count }),
    }),
    async run({ inbox }, { by, query: { tab } }) {
      const { rows, counts } = await inbox.inbox(by, tab)
      return { conversations: rows.map(waitingOf), counts }
    },
  }),
  endpoint({
    name: 'readConversation',
    method: 'get',
    path: '/inbox/{contact}',
    summary: 'What was said with one person. Answers that are for their supervisor are named, and not shown.',
    answer: CONVERSATION,
    run: async ({ inbox }, { by, params }) => conversationOf(await inbox.thread(by, params.contact ?? '')),
  }),
  endpoint({
    name: 'readMedia',
    method: 'get',
    path: '/inbox/{contact}/media/{message}/{n}',
    summary: 'A voice note or picture that they sent: `n` is its place in the message.',
    answer: z.object({ type: z.string(), base64: z.string() }),
    async run({ inbox }, { by, params: { contact = '', message = '', n } }) {
      const { type, bytes } = await inbox.media(by, contact, message, Number(n))
      return { type, base64: bytes.toString('base64') }
    },
  }),
  endpoint({
    name: 'listReplies',
    method: 'get',
    path: '/inbox/{contact}/replies',
    summary: 'The saved replies of the organisation, in the language of this person or the nearest there is.',
    answer: z.object({
      replies: z.array(z.object({ id: ID, name: z.string(), text: z.string(), language: z.string() })),
    }),
    async run({ inbox }, { by, params }) {
      const { contact } = await inbox.thread(by, params.contact ?? '')
      return { replies: await inbox.savedReplies(by, contact.language) }
    },
  }),
  endpoint({
    name: 'takeOver',
    method: 'post',
    path: '/inbox/{contact}/take',
    summary:
      'This program answers from here on, and the bot is silent. Refused while somebody else answers. Twice is once.',
    body: z.object({
      from: ID.optional().describe('`holder.staff` of who answers now, to take it from them on purpose'),
    }),
    answer: PLACE,
    async run(desk, { by, params: { contact = '' }, body: { from } }) {
      if ((await desk.inbox.take(by, contact, from)) === 'held') throw await held(desk, by, contact)
      return placeNow(desk, by, contact)
    },
  }),
  endpoint({
    name: 'answer',
    method: 'post',
    path: '/inbox/{contact}/answers',
    summary: 'What one types leaves as a message; the first answer takes the conversation over.',
    body: z.object({
      way: z.enum(['text', 'template', 'sms']).describe('One of `ways`'),
      text: z.string().max(20_000).default('').describe('With `template` the approved text leaves instead'),
      language: z.string().min(2).max(20),
      seen: MOMENT.describe('`at` of the newest line that was read: what they wrote since waits on'),
    }),
    answer: PLACE,
    makes: true,
    async run(desk, { by, params: { contact = '' }, body, id: key }) {
      const answered = await desk.inbox.answer(by, contact, { ...body, key })
      if (answered.outcome === 'held') throw await held(desk, by, contact)
      if (answered.outcome === 'not_right') throw misfit(answered.problems)
      return placeNow(desk, by, contact)
    },
  }),
  endpoint({
    name: 'addNote',
    method: 'post',
    path: '/inbox/{contact}/notes',
    summary: 'A word among colleagues, never sent.',
    body: z.object({ text: z.string().max(20_000) }),
    answer: PLACE,
    makes: true,
    async run(desk, { by, params: { contact = '' }, body: { text }, id: key }) {
      const problem = noteProblem(text)
      if (problem) throw misfit([{ ...problem, field: 'text' }])
      await desk.inbox.note(by, contact, { key, text })
      return placeNow(desk, by, contact)
    },
  }),
  endpoint({
    name: 'handBack',
    method: 'post',
    path: '/inbox/{contact}/leave',
    summary:
      'Nobody answers any more. `bot`: it says that it is back and goes on where it was; `closed`: it says nothing. Twice is once.',
    body: z.object({ to: z.enum(['bot', 'closed']) }),
    answer: PLACE,
    async run(desk, { by, params: { contact = '' }, body: { to } }) {
      const left = await desk.inbox.leave(by, contact, to)
      const now = await placeNow(desk, by, contact)
      if (left === 'held' && now.place === 'held') throw await held(desk, by, contact)
      return now
    },
  }),
]
