import { z } from 'zod'
import type { Staff } from '../../domain/staff'
import { AppError } from '../../errors'
import type { Desk } from '../desk'
import { type Endpoint, endpoint } from './endpoint'
import { orStanding } from './refusals'
import { CONTACT, contactOf, MOMENT } from './schemas'

const count = z.number().int()
const which = z.enum(['kept', 'gone']).default('kept')

const PREVIEW = z.object({
  version: z.string().describe('Of the two together; merging asks for it'),
  kept: CONTACT.describe('Whose place stays: who is in the middle of a talk, else the first'),
  gone: CONTACT,
  messages: count.describe('Sent and received, that come over'),
  campaigns: count,
  both: count.describe('Campaigns that both are in'),
  tasks: count,
  takenBack: count.describe('Planned messages that one of the two would have had twice'),
  closes: z.boolean().describe('A question to the one who goes, that nobody answered yet, closes'),
  problem: z
    .enum(['leaving', 'talking', 'open_talk'])
    .nullable()
    .describe('Why it cannot be done at this moment'),
})

const UNDO = z.object({
  at: MOMENT.describe('When the two became one'),
  gone: CONTACT.describe('Who comes back'),
  messages: count,
  campaigns: count,
})

/** Who stays, when these two are one already: asked for twice is once. */
async function alreadyOne(
  { contacts }: Desk,
  by: Staff,
  ids: readonly [string, string],
): Promise<string | null> {
  for (const [kept, gone] of [ids, ids.toReversed()] as [string, string][]) {
    const merged = await contacts.merged(by, kept).catch(unlessGone)
    if (merged?.gone._id === gone) return kept
  }
  return null
}

function unlessGone(error: unknown): null {
  if (error instanceof AppError && error.code === 'CONTACT_NOT_FOUND') return null
  throw error
}

/** Two entries that turn out to be one person. */
export const MERGE_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'listAlike',
    method: 'get',
    path: '/contacts/{contact}/alike',
    summary: 'Who is called the same or nearly so, at most 20.',
    answer: z.object({ contacts: z.array(CONTACT) }),
    run: async ({ contacts }, { by, params }) => ({
      contacts: (await contacts.alike(by, params.contact ?? '', '')).map(contactOf),
    }),
  }),
  endpoint({
    name: 'previewMerge',
    method: 'get',
    path: '/contacts/{contact}/merge/{other}',
    summary: 'What making one person of two would do. Changes nothing.',
    answer: PREVIEW,
    async run({ contacts }, { by, params: { contact = '', other = '' } }) {
      const { read, version } = await contacts.previewMerge(by, [contact, other])
      return { ...read, version, kept: contactOf(read.kept), gone: contactOf(read.gone) }
    },
  }),
  endpoint({
    name: 'mergeContacts',
    method: 'post',
    path: '/contacts/{contact}/merge/{other}',
    summary:
      'Makes one person of two, all at once or not at all; for thirty days it can be undone. Twice is once. Refused when one of them changed since that version, or a message is under way.',
    body: z.object({
      version: z.string().max(600).describe('Of the two as they were seen together'),
      name: which,
      language: which,
      audience: which,
      number: which.describe('The number that we write to'),
    }),
    answer: CONTACT,
    async run(desk, { by, params: { contact = '', other = '' }, body: { version, ...chosen } }) {
      const { contacts } = desk
      const ids = [contact, other] as const
      const kept =
        (await alreadyOne(desk, by, ids)) ??
        (await orStanding(
          () => contacts.merge(by, ids, version, chosen),
          async () => ({ version: (await contacts.previewMerge(by, ids)).version }),
        ))
      return contactOf(await contacts.contact(by, kept))
    },
  }),
  endpoint({
    name: 'previewUndoMerge',
    method: 'get',
    path: '/contacts/{contact}/merge',
    summary: 'Who went up in this person within thirty days, and what would go back. Null: nobody.',
    answer: z.object({ merged: UNDO.nullable() }),
    async run({ contacts }, { by, params }) {
      const merged = await contacts.merged(by, params.contact ?? '')
      if (!merged) return { merged }
      const { merge, gone, messages, campaigns } = merged
      return { merged: { at: merge.at, gone: contactOf(gone), messages, campaigns } }
    },
  }),
  endpoint({
    name: 'undoMerge',
    method: 'delete',
    path: '/contacts/{contact}/merge',
    summary:
      'Makes two persons of one again: what came over goes back, what happened since stays. `false`: there is nothing to undo any more.',
    answer: z.object({
      undone: z.boolean(),
      contacts: z.array(CONTACT).describe('Who stayed, and who came back'),
    }),
    async run({ contacts }, { by, params: { contact = '' } }) {
      const merged = await contacts.merged(by, contact)
      const undone = merged !== null && (await contacts.undoMerge(by, contact))
      const both = [contact, ...(undone ? [merged.gone._id] : [])]
      const now = await Promise.all(both.map(one => contacts.contact(by, one)))
      return { undone, contacts: now.map(contactOf) }
    },
  }),
]
