import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'

interface RemovePicture {
  documents: Documents
  clock: Pick<Clock, 'now'>
}

/** So long a picture that was taken off can be taken back. */
const KEPT_MS = 24 * 3_600_000

/** Takes the picture off the letters, or puts it on again. Twice is once; a newer one stays. */
export async function removePicture(
  { documents, clock }: RemovePicture,
  campaign: string,
  seen: number,
  back = false,
): Promise<void> {
  await documents
    .collection('placePictures')
    .update(
      { _id: campaign, rev: seen },
      back ? { unset: ['removedAt'] } : { set: { removedAt: clock.now() } },
    )
}

/** What nobody took back is gone. */
export async function forgetPictures({ documents, clock }: RemovePicture): Promise<void> {
  await documents.collection('placePictures').remove({ removedAt: { $lt: clock.now() - KEPT_MS } })
}
