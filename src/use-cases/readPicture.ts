import type { PlacePicture } from '../domain/letters/placePicture'
import type { Documents } from '../ports/documents'
import { readNames } from './readNames'

export interface ShownPicture extends Pick<PlacePicture, 'type' | 'at' | 'rev'> {
  bytes: Buffer
  /** Who put it there; absent when they are gone. */
  by: string | undefined
  /** It is on no letter, and can still be taken back. */
  removed: boolean
}

export async function readPicture(
  { documents }: { documents: Documents },
  campaign: string,
): Promise<ShownPicture | null> {
  const kept = await documents.collection('placePictures').get(campaign)
  if (!kept) return null
  const { organisation, type, at, rev, by, bytes, removedAt } = kept
  const names = await readNames(documents, organisation, [by])
  return {
    type,
    at,
    rev,
    bytes: Buffer.from(bytes, 'base64'),
    by: names[by],
    removed: removedAt !== undefined,
  }
}
