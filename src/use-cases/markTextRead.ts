import { textReviewId } from '../domain/text/textReview'
import { type Auditing, auditEntry } from './audit'
import { bodyHash } from './bodyHash'

export interface ReadText {
  organisation: string
  key: string
  language: string
  /** The words that were read. */
  said: string
  name: string
  /** Id of who notes it. */
  by: string
  /** What they call themselves, when they have no account. */
  reader?: string
}

/** "I read this as a native speaker": holds for these words until somebody writes others. Twice is once. */
export async function markTextRead(deps: Auditing, read: ReadText): Promise<void> {
  const { organisation, key, language, said, name, by, reader } = read
  const _id = textReviewId(organisation, language, key)
  const fresh = { hash: bodyHash(said), name, at: deps.clock.now() }
  const before = await deps.documents.collection('textReviews').get(_id, { fresh: true })
  if (before?.hash === fresh.hash && before.name === name) return
  const done = await deps.documents.atomically([
    before
      ? { in: 'textReviews', update: { _id, hash: before.hash, at: before.at }, patch: { set: fresh } }
      : { into: 'textReviews', insert: { _id, organisation, key, language, ...fresh } },
    {
      into: 'auditLog',
      insert: auditEntry(deps, {
        what: 'wording_read',
        organisation,
        by,
        about: key,
        language,
        ...(reader === undefined ? {} : { reader }),
      }),
    },
  ])
  // Somebody else ticked at this moment; theirs stands, and may be of other words.
  if (!done) await markTextRead(deps, read)
}
