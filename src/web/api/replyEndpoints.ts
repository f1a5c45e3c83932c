import { z } from 'zod'
import type { Staff } from '../../domain/staff'
import { SAVED_REPLY, type SavedReply } from '../../domain/text/savedReply'
import { AppError } from '../../errors'
import type { ReplySaved } from '../../use-cases/saveSavedReply'
import type { Desk } from '../desk'
import { type Endpoint, endpoint, NOTHING } from './endpoint'
import { misfit } from './refusals'
import { ID } from './schemas'

const { LONGEST_NAME, LONGEST_TEXT } = SAVED_REPLY

const FORM = z.object({
  name: z.string().max(500).describe(`How staff find it: at most ${LONGEST_NAME} letters`),
  texts: z
    .record(z.string().max(20), z.string().max(5_000))
    .describe(`By language, at most ${LONGEST_TEXT} letters each; a language without text is left out`),
})
const version = z.number().int()
const REPLY = FORM.extend({ id: ID, version })

const replyOf = ({ _id: id, name, texts, rev }: SavedReply): z.infer<typeof REPLY> => ({
  id,
  name,
  texts,
  version: rev,
})

const changed = (newer: SavedReply | null) =>
  new AppError('REPLY_CHANGED', 'Somebody changed it meanwhile; read it again, then change', {
    version: newer?.rev,
  })

function saved(result: ReplySaved) {
  if (result.ok) return replyOf(result.saved)
  if ('newer' in result) throw changed(result.newer)
  throw misfit(result.problems.map(one => ({ ...one, field: one.field.replace('text-', 'texts.') })))
}

const own = async ({ texts }: Desk, by: Staff, id = '') => texts.reply(by, id)

/** What staff say often, in the words of their organisation. */
export const REPLY_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'listSavedReplies',
    method: 'get',
    path: '/replies',
    summary: 'All saved replies, in every language.',
    answer: z.object({ replies: z.array(REPLY) }),
    run: async ({ texts }, { by }) => ({ replies: (await texts.replies(by)).map(replyOf) }),
  }),
  endpoint({
    name: 'addSavedReply',
    method: 'post',
    path: '/replies',
    summary: 'One more saved reply.',
    body: FORM,
    answer: REPLY,
    makes: true,
    async run({ texts }, { by, body: form, id }) {
      const result = await texts.saveReply(by, { id, rev: 0, form })
      // This very request made it, and somebody wrote it anew since.
      return 'newer' in result && result.newer ? replyOf(result.newer) : saved(result)
    },
  }),
  endpoint({
    name: 'changeSavedReply',
    method: 'put',
    path: '/replies/{reply}',
    summary: 'Writes a saved reply anew. Refused when somebody changed it since that version.',
    body: FORM.extend({ version: version.min(1) }),
    answer: REPLY,
    async run(desk, { by, params, body: { version: rev, ...form } }) {
      const { _id: id } = await own(desk, by, params.reply)
      return saved(await desk.texts.saveReply(by, { id, rev, form }))
    },
  }),
  endpoint({
    name: 'removeSavedReply',
    method: 'delete',
    path: '/replies/{reply}',
    summary:
      'It is gone. Refused when somebody changed it since that version; asked for again, it is not there.',
    query: z.object({ version: z.coerce.number().int() }),
    answer: NOTHING,
    async run(desk, { by, params, query: { version: rev } }) {
      const { _id: id } = await own(desk, by, params.reply)
      if (!(await desk.texts.removeReply(by, { id, rev }))) throw changed(await own(desk, by, id))
      return {}
    },
  }),
]
