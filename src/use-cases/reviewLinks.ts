import type { LanguageTag } from '../domain/message'
import type { Staff } from '../domain/staff'
import { overSince, REVIEW_LINK, type ReviewLink } from '../domain/text/reviewLink'
import { type Auditing, auditEntry } from './audit'
import { type MakeOnce, makeOnce } from './makeOnce'
import { secretHash } from './secretHash'

type By = Pick<Staff, '_id' | 'organisation'>
type Reading = Pick<Auditing, 'documents' | 'clock'>

/**
 * A link for somebody without an account: the texts of one language, for seven days.
 * @param key of the form: sent twice, it is one link
 * @returns the secret that goes into the link, and nowhere else
 */
export async function makeReviewLink(
  deps: MakeOnce,
  by: By,
  language: LanguageTag,
  key: string,
): Promise<string> {
  const { clock, seal } = deps
  const { organisation } = by
  const secret = seal.secretOf(`review|${organisation}|${language}|${key}`)
  const madeAt = clock.now()
  const made: ReviewLink = {
    _id: secretHash('review', secret),
    organisation,
    language,
    by: by._id,
    madeAt,
    until: madeAt + REVIEW_LINK.HOLDS_MS,
  }
  const entry = { what: 'review_link_made', by: by._id, language } as const
  await makeOnce(deps, { into: 'reviewLinks', insert: made }, entry)
  return secret
}

/** Taken back: nobody reads by it any more. Twice is once; a link of others stays. */
export async function endReviewLink(deps: Auditing, by: By, _id: string): Promise<void> {
  const { organisation } = by
  const link = await deps.documents.collection('reviewLinks').get(_id)
  if (link?.organisation !== organisation) return
  await deps.documents.atomically([
    {
      in: 'reviewLinks',
      update: { _id, organisation, endedAt: { $exists: false } },
      patch: { set: { endedAt: deps.clock.now() } },
    },
    {
      into: 'auditLog',
      insert: auditEntry(deps, {
        what: 'review_link_ended',
        organisation,
        by: by._id,
        about: _id,
        language: link.language,
      }),
    },
  ])
}

/** The links of one language that still hold, newest first. */
export const listReviewLinks = (
  { documents, clock }: Reading,
  organisation: string,
  language: LanguageTag,
): Promise<ReviewLink[]> =>
  documents
    .collection('reviewLinks')
    .list(
      { organisation, language, endedAt: { $exists: false }, until: { $gt: clock.now() } },
      { sort: [['madeAt', -1]] },
    )

export type Opened =
  | { open: true; link: ReviewLink }
  /** `link` is null where there never was one, or too long ago. */
  | { open: false; link: ReviewLink | null; since: number | null }

/** What this link opens, now. */
export async function readReviewLink({ documents, clock }: Reading, secret: string): Promise<Opened> {
  const links = documents.collection('reviewLinks')
  const link = await links.get(secretHash('review', secret))
  if (!link) return { open: false, link, since: null }
  const now = clock.now()
  const since = overSince(link, now)
  if (since !== null) return { open: false, link, since }
  if ((link.usedAt ?? 0) < now - REVIEW_LINK.USED_EVERY_MS)
    await links.update({ _id: link._id }, { set: { usedAt: now } })
  return { open: true, link }
}

/** Keeps what the reader calls themselves, so that it is asked once. */
export async function nameReader(
  { documents }: Pick<Auditing, 'documents'>,
  { _id }: ReviewLink,
  reader: string,
): Promise<void> {
  await documents.collection('reviewLinks').update({ _id }, { set: { reader } })
}
