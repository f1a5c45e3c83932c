import { ownTextId, tidyText } from '../domain/text/ownText'
import type { ReviewLink } from '../domain/text/reviewLink'
import { AppError } from '../errors'
import { bodyHash } from './bodyHash'
import { listTexts, type TextLine } from './listTexts'
import { markTextRead } from './markTextRead'
import { saveOwnText, type TextSaved, type Writing } from './saveOwnText'

/** A text of the link's language beside its source, and nothing about whom it goes to. */
export interface TextPair extends Pick<TextLine, 'key' | 'said' | 'source' | 'review' | 'rev'> {
  /** Of the words that stand there: who ticks says which they read. */
  seen: string
}

/** Every text in the organisation's words, never in those of one campaign; what is planned comes before what is asked in a conversation. */
export async function readPairs(
  deps: Pick<Writing, 'documents' | 'content'>,
  { organisation, language }: Pick<ReviewLink, 'organisation' | 'language'>,
): Promise<TextPair[]> {
  const { lines } = await listTexts(deps, organisation, language)
  const isStep = ({ key }: TextLine) => key.startsWith('timelines/')
  const ordered = [...lines.filter(isStep), ...lines.filter(line => !isStep(line))]
  return ordered.map(({ key, said, source, review, rev }) => {
    const seen = bodyHash(said ?? '')
    return { key, said, source, review, rev, seen }
  })
}

/** @throws NOT_FOUND for a text that this link does not show */
export async function readPair(
  deps: Pick<Writing, 'documents' | 'content'>,
  link: Pick<ReviewLink, 'organisation' | 'language'>,
  key: string,
): Promise<TextPair> {
  const pair = (await readPairs(deps, link)).find(one => one.key === key)
  if (!pair) throw new AppError('NOT_FOUND', 'There is no such text by this link')
  return pair
}

export type PairSaved = Exclude<TextSaved, { ok: true }> | { ok: true; written: boolean }

/**
 * Words of somebody without an account, held to the same rules as those of staff. Place and language are the link's own.
 * @param asked.reader what they call themselves
 * @param asked.read they also say that they read it as a native speaker
 * @returns `written: false` where these words stood there already, by somebody else
 * @throws NOT_FOUND for a text that this link does not show
 */
export async function saveByLink(
  deps: Writing,
  link: ReviewLink,
  asked: { key: string; text: string; rev: number; reader: string; read: boolean },
): Promise<PairSaved> {
  const { key, rev, reader, read } = asked
  const { _id, organisation, language } = link
  const { said } = await readPair(deps, link, key)
  const text = tidyText(asked.text)
  const place = { organisation, language, key }
  const isSaid = said !== null && text === tidyText(said)
  if (!isSaid) {
    const saved = await saveOwnText(deps, { ...place, text, rev, by: _id, reader })
    if (!saved.ok) return saved
  }
  const seen = bodyHash(isSaid ? said : text)
  if (read) await tickByLink(deps, link, { key, seen, reader })
  const own = await deps.documents.collection('ownTexts').get(ownTextId(place))
  return { ok: true, written: own?.by === _id }
}

/**
 * What stood there before, again.
 * @returns false where whoever holds this link did not write last: then nothing happened
 */
export async function undoByLink(
  deps: Writing,
  { _id, organisation, language }: ReviewLink,
  { key, rev, reader }: { key: string; rev: number; reader: string },
): Promise<boolean> {
  const place = { organisation, language, key }
  const own = await deps.documents.collection('ownTexts').get(ownTextId(place))
  if (own?.by !== _id || own.rev !== rev) return false
  return (await saveOwnText(deps, { ...place, text: own.before ?? null, rev, by: _id, reader })).ok
}

/**
 * "I read this as a native speaker", for the words that were on the page.
 * @param seen the pair's own
 * @returns false when other words stand there now: they were not read
 * @throws NOT_FOUND for a text that this link does not show
 */
export async function tickByLink(
  deps: Writing,
  { _id, organisation, language }: ReviewLink,
  { key, seen, reader }: { key: string; seen: string; reader: string },
): Promise<boolean> {
  const { said, ...pair } = await readPair(deps, { organisation, language }, key)
  if (said === null || pair.seen !== seen) return false
  await markTextRead(deps, { organisation, language, key, said, name: reader, by: _id, reader })
  return true
}
