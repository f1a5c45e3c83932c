import type { ConversationEvent, DialogRun } from '../domain/conversation'
import type { Heard } from '../domain/dialog/definition'
import { instrumentOf } from '../domain/dialog/ending'
import { voicesIn } from '../domain/dialog/hearsVoice'
import { withOwnQuestions } from '../domain/dialog/ownQuestion'
import { mediaKind, plainType } from '../domain/inbox/mediaKind'
import type { Channel } from '../ports/channel'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'
import { evaluationId } from './openEvaluations'

/** Some five minutes as WhatsApp sends them. */
const LONGEST_BYTES = 1_000_000

export interface HearVoice {
  documents: Documents
  content: Pick<Content, 'dialog'>
  channel: Pick<Channel, 'fetchMedia'>
  seal: Pick<Seal, 'lockAlone'>
  newId: NewId
}

/**
 * Fetches a voice note that answers the open question of an anonymous dialog, at once, because the provider's copy goes
 * with its message. It rests locked with a key that is in the answer's box alone: tried twice, the one whose key nobody
 * has is noise until it goes.
 * @returns undefined: it is no answer in words, and is read as anything else that was sent
 * @throws PROVIDER_UNAVAILABLE when the provider cannot be asked now: the turn is taken again
 */
export async function hearVoice(
  { documents, content, channel, seal, newId }: HearVoice,
  run: DialogRun,
  message: Extract<ConversationEvent, { kind: 'message' }>,
): Promise<Heard | undefined> {
  const dialog = withOwnQuestions(content.dialog(run.dialog, run.version), run.own)
  const [voice, another] = voicesIn(dialog, run, message)
  if (!dialog || !voice || run.campaign === undefined) return undefined
  if (another) return { problem: 'more_than_one' }
  const fetched = await channel.fetchMedia(voice.url)
  if ('problem' in fetched)
    return { problem: fetched.problem === 'too_large' ? 'voice_too_long' : 'voice_gone' }
  const { bytes } = fetched
  const type = plainType(fetched.type)
  if (mediaKind(type) !== 'voice') return { problem: 'voice_gone' }
  if (bytes.length > LONGEST_BYTES) return { problem: 'voice_too_long' }
  const { key, locked } = seal.lockAlone(bytes)
  const sound = newId()
  const evaluation = evaluationId(run.campaign, instrumentOf(dialog))
  await documents.collection('sounds').insert({ _id: sound, evaluation, locked })
  return { sound, key, type }
}
