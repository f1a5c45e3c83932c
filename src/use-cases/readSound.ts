import type { AnonymousText } from '../domain/anonymity/evaluation'
import type { Spoken } from '../domain/dialog/definition'
import { AppError } from '../errors'
import type { Documents } from '../ports/documents'
import type { Seal } from '../ports/seal'
import type { OpenedMedia } from './readMedia'

/**
 * The voice of one remark, for who writes it down.
 * @param evaluations of which this reader may read the remarks
 * @throws NOT_FOUND when it is none of theirs, was written, or is written down already
 */
export async function readSound(
  { documents, seal }: { documents: Documents; seal: Pick<Seal, 'unlock' | 'unlockAlone'> },
  { organisation, evaluations }: { organisation: string; evaluations: readonly string[] },
  _id: string,
): Promise<OpenedMedia> {
  const text = await documents.collection('texts').get(_id)
  const isTheirs = text?.organisation === organisation && evaluations.includes(text.evaluation)
  const spoken = isTheirs ? spokenOf(seal, text) : null
  const sound = spoken && (await documents.collection('sounds').get(spoken.sound))
  if (!spoken || !sound) throw new AppError('NOT_FOUND', 'There is no such voice')
  return { type: spoken.type, bytes: seal.unlockAlone(spoken.key, sound.locked) }
}

/** Where the voice of a remark is, and its key; null when it has none. */
export const spokenOf = (
  seal: Pick<Seal, 'unlock'>,
  { recording }: Pick<AnonymousText, 'recording'>,
): Spoken | null => (recording === undefined ? null : JSON.parse(seal.unlock(recording)))
