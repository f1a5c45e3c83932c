import type { LanguageTag } from '../domain/message'
import { type ReplyToSend, replyIn } from '../domain/text/savedReply'
import type { Documents } from '../ports/documents'

/** The saved replies of an organisation by name, each in this language or in the nearest that somebody wrote. */
export async function listSavedReplies(
  { documents }: { documents: Documents },
  organisation: string,
  language: LanguageTag,
): Promise<ReplyToSend[]> {
  const replies = await documents.collection('savedReplies').list({ organisation }, { sort: [['name', 1]] })
  return replies.flatMap(reply => replyIn(reply, language) ?? [])
}
