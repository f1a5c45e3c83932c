import type { ExpectedText } from '../domain/text/expectedText'
import {
  isAdvice,
  type OwnText,
  type OwnTextProblem,
  ownTextId,
  ownTextProblems,
  type TextPlace,
  tidyText,
} from '../domain/text/ownText'
import { AppError } from '../errors'
import type { Content } from '../ports/content'
import type { AtomicStep } from '../ports/documents'
import { type Auditing, auditEntry } from './audit'

export interface Writing extends Auditing {
  content: Pick<Content, 'texts' | 'expected'>
}

export interface WrittenText extends TextPlace {
  /** As it was typed; null puts the standard text back. */
  text: string | null
  /** What the writer saw: 0 where nobody had written anything. */
  rev: number
  /** Id of who writes. */
  by: string
  /** What they call themselves, when they have no account: then `by` is their link. */
  reader?: string
}

export type TextSaved =
  | { ok: true; saved: OwnText }
  /** It breaks a rule, and nothing is written. */
  | { ok: false; problems: OwnTextProblem[] }
  /** Somebody else wrote it meanwhile. */
  | { ok: false; newer: OwnText }

/**
 * Keeps own words for a text. They count from the next message on; whoever is in the middle of a conversation only reads
 * other words, for the same question with the same buttons.
 * @throws NOT_FOUND where there is no such text to write
 */
export async function saveOwnText(deps: Writing, written: WrittenText): Promise<TextSaved> {
  const { rev, by, reader, organisation, campaign, key, language } = written
  const named = reader === undefined ? {} : { reader }
  const plan = planOf(deps, written)
  const text = written.text === null ? undefined : tidyText(written.text)
  if (text !== undefined) {
    const problems = ownTextProblems({ key, language, text }, plan, standardOf(deps, written) ?? '')
    if (problems.some(problem => !isAdvice(problem))) return { ok: false, problems }
  }
  const ownTexts = deps.documents.collection('ownTexts')
  const _id = ownTextId(written)
  const at = deps.clock.now()
  const before = await ownTexts.get(_id)
  if (before && before.text === text) return { ok: true, saved: before }
  if (before && before.rev !== rev) return { ok: false, newer: before }
  if (!before && rev !== 0) throw new AppError('NOT_FOUND', 'The text is gone')

  const fresh: OwnText = {
    _id,
    organisation,
    ...(campaign === undefined ? {} : { campaign }),
    key,
    language,
    ...(text === undefined ? {} : { text }),
    rev: 1,
    by,
    ...named,
    at,
  }
  const what = text === undefined ? 'wording_standard' : 'wording_changed'
  const done = await deps.documents.atomically([
    before ? rewritten(before, fresh) : { insert: fresh, into: 'ownTexts' },
    {
      insert: auditEntry(deps, { what, organisation, by, about: key, language, ...named }),
      into: 'auditLog',
    },
  ])
  const now = await ownTexts.get(_id, { fresh: true })
  if (!now) throw new AppError('NOT_FOUND', 'The text is gone')
  return done ? { ok: true, saved: now } : { ok: false, newer: now }
}

/** What was said before stays beside what is said now. */
function rewritten({ _id, rev, text: before }: OwnText, { text, by, reader, at }: OwnText): AtomicStep {
  const kept = { text, before, reader }
  const names = ['text', 'before', 'reader'] as const
  const set = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined))
  const unset = names.filter(name => kept[name] === undefined)
  return { update: { _id, rev }, patch: { set: { by, at, ...set }, unset, inc: { rev: 1 } }, in: 'ownTexts' }
}

/**
 * What the text is for. A version for people who read easily is held to the same.
 * @throws NOT_FOUND for what is the same for everybody, or is no text of a language that we write
 */
export function planOf(
  { content }: Pick<Writing, 'content'>,
  { key, language }: Pick<TextPlace, 'key' | 'language'>,
): ExpectedText {
  const plan = content.expected.get(key.replace(/_standard$/, ''))
  if (!plan || plan.fixed || !content.texts.languages.includes(language))
    throw new AppError('NOT_FOUND', 'There is no such text to write', { key, language })
  return plan
}

/** The product's own words: in that language, else the Dutch ones. */
export const standardOf = (
  { content }: Pick<Writing, 'content'>,
  { key, language }: Pick<TextPlace, 'key' | 'language'>,
): string | null => content.texts.wording(key, language) ?? content.texts.wording(key, 'nl')
