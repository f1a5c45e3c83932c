import type { LanguageTag, TextKey } from '../domain/message'
import { ownTextId, ownWordsFrom } from '../domain/text/ownText'
import { textReviewId } from '../domain/text/textReview'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { reviewState, type TextReading } from './readText'

/** One text that may be worded, in one language. */
export interface TextLine {
  key: TextKey
  /** What is said now; null where nobody wrote anything in this language. */
  said: string | null
  source: string
  /** In the organisation's own words. */
  isOwn: boolean
  /** How many campaigns have words of their own for it. */
  campaigns: number
  review: TextReading['review']
  /** Who read it as a native speaker. */
  reader?: string
  /** Of the organisation's own words; 0 where nobody wrote any. */
  rev: number
}

export interface TextList {
  lines: TextLine[]
  /** By language, all of them: how many were read by a native speaker, of how many. */
  progress: { language: LanguageTag; reviewed: number; all: number }[]
}

/** Every text that an organisation may word, in the order of the timelines and dialogs. */
export async function listTexts(
  { documents, content }: { documents: Documents; content: Pick<Content, 'texts' | 'expected'> },
  organisation: string,
  language: LanguageTag,
): Promise<TextList> {
  const { texts, expected } = content
  const [own, reviews] = await Promise.all([
    documents.collection('ownTexts').list({ organisation }),
    documents.collection('textReviews').list({ organisation }),
  ])
  const words = ownWordsFrom(own, { organisation })
  const revOf = new Map(own.map(({ _id, rev }) => [_id, rev]))
  const reviewOf = new Map(reviews.map(review => [review._id, review]))
  const keys = [...expected].filter(([, { fixed }]) => !fixed).map(([key]) => key)

  const linesIn = (tag: LanguageTag): TextLine[] =>
    keys.flatMap(key => {
      const mine = words(key, tag)
      const said = mine ?? texts.wording(key, tag)
      const source = words(key, 'nl') ?? texts.wording(key, 'nl')
      if (said === null && source === null) return []
      const review = reviewOf.get(textReviewId(organisation, tag, key)) ?? null
      return [
        {
          key,
          said,
          source: source ?? '',
          isOwn: mine !== undefined,
          campaigns: own.filter(
            one =>
              one.text !== undefined && one.campaign !== undefined && one.key === key && one.language === tag,
          ).length,
          review: reviewState(said ?? '', review, mine === undefined && texts.review(tag)),
          ...(review ? { reader: review.name } : {}),
          rev: revOf.get(ownTextId({ organisation, key, language: tag })) ?? 0,
        },
      ]
    })

  const progress = texts.languages.map(tag => {
    const lines = linesIn(tag)
    return {
      language: tag,
      reviewed: lines.filter(line => line.review === 'reviewed').length,
      all: lines.length,
    }
  })
  return { lines: linesIn(language), progress }
}
