import type { Campaign } from '../domain/campaign'
import { PICTURE_MOST_BYTES, pictureType } from '../domain/letters/placePicture'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

interface PutPicture {
  documents: Documents
  clock: Pick<Clock, 'now'>
}

export type PutPictureResult =
  | { ok: true }
  | { ok: false; problem: 'no_file_chosen' | 'too_large' | 'no_picture' | 'changed' }

/**
 * The picture of the place on every letter of this event, instead of the one before.
 * @param seen the `rev` of the one before, as the page showed it; 0 for none
 */
export async function putPicture(
  { documents, clock }: PutPicture,
  { _id, organisation }: Campaign,
  { bytes, seen }: { bytes: Buffer; seen: number },
  by: string,
): Promise<PutPictureResult> {
  if (bytes.length === 0) return { ok: false, problem: 'no_file_chosen' }
  if (bytes.length > PICTURE_MOST_BYTES) return { ok: false, problem: 'too_large' }
  const type = pictureType(bytes)
  if (!type) return { ok: false, problem: 'no_picture' }
  const picture = { type, bytes: bytes.toString('base64'), at: clock.now(), by, rev: seen + 1 }
  const pictures = documents.collection('placePictures')
  const done =
    seen === 0
      ? await pictures.insert({ _id, organisation, ...picture })
      : await pictures.update({ _id, rev: seen }, { set: picture, unset: ['removedAt'] })
  return done ? { ok: true } : { ok: false, problem: 'changed' }
}
