import { z } from 'zod'
import type { Thread } from '../../domain/inbox/thread'
import { CHANNELS } from '../../domain/message'
import { STAGES } from '../../domain/report/stage'
import type { InboxRow } from '../../use-cases/readInbox'
import type { ThreadReading } from '../../use-cases/readThread'
import { ID, MOMENT } from './schemas'

const count = z.number().int()
const channel = z.enum(CHANNELS)
const by = z.string().optional().describe('Whose; absent: the bot')

const line = { id: ID, at: MOMENT }
const LINE = z.discriminatedUnion('is', [
  z.object({
    ...line,
    is: z.literal('theirs'),
    channel,
    text: z.string(),
    media: z.array(z.object({ n: count, kind: z.enum(['voice', 'picture', 'other']), type: z.string() })),
    hasPlace: z.boolean(),
  }),
  z.object({ ...line, is: z.literal('private'), channel }),
  z.object({
    ...line,
    is: z.literal('ours'),
    channel,
    text: z.string(),
    language: z.string(),
    stage: z.enum(STAGES),
    reason: z.string().optional(),
    template: z.string().optional(),
    by,
  }),
  z.object({ ...line, is: z.literal('note'), text: z.string(), by: z.string() }),
  z.object({ ...line, is: z.literal('turn'), what: z.enum(['take_over', 'hand_back']), by }),
])

const HELD = {
  place: z.enum(['bot', 'waiting', 'held', 'closed']),
  waitsSince: MOMENT.optional().describe('When they wrote what nobody has answered yet'),
  holder: z.object({ staff: z.string(), since: MOMENT }).optional().describe('Who answers'),
}

/** Where a conversation is, after every deed. */
export const PLACE = z.object({ contact: ID, ...HELD })
export const placeOf = (contact: string, thread: Thread | null): z.infer<typeof PLACE> => ({
  contact,
  place: thread?.place ?? 'bot',
  waitsSince: thread?.waitsSince,
  holder: thread?.holder,
})

export const WAITING = PLACE.extend({
  at: MOMENT,
  language: z.string(),
  last: LINE.optional().describe('The last thing the person wrote; `private`: not for the desk'),
})
export const waitingOf = ({ thread, language, last }: InboxRow): z.infer<typeof WAITING> => ({
  ...placeOf(thread._id, thread),
  at: thread.at,
  language,
  last,
})

export const CONVERSATION = PLACE.extend({
  language: z.string(),
  lines: z.array(LINE).describe('Of the last ninety days, oldest first'),
  ways: z
    .array(z.object({ way: z.enum(['text', 'template', 'sms']), until: MOMENT.optional() }))
    .describe('How one may answer now; empty: not at all'),
  open: z
    .object({ dialog: z.string(), question: count, of: count })
    .optional()
    .describe('Where the bot goes on when it is handed back'),
})
export const conversationOf = (reading: ThreadReading): z.infer<typeof CONVERSATION> => {
  const { contact, thread, lines, ways, open } = reading
  return { ...placeOf(contact._id, thread), language: contact.language, lines, ways, open }
}
