import { textReviewId } from '../domain/text/textReview'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import { bodyHash } from './bodyHash'

/** "I read this as a native speaker": holds for these words until somebody writes others. */
export async function markTextRead(
  { documents, clock }: { documents: Documents; clock: Clock },
  read: { organisation: string; key: string; language: string; said: string; name: string },
): Promise<void> {
  const { organisation, key, language, said, name } = read
  const reviews = documents.collection('textReviews')
  const _id = textReviewId(organisation, language, key)
  const fresh = { hash: bodyHash(said), name, at: clock.now() }
  if (!(await reviews.insert({ _id, organisation, key, language, ...fresh })))
    await reviews.update({ _id }, { set: fresh })
}
