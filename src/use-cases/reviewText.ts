import type { AnonymousText } from '../domain/anonymity/evaluation'
import { withoutWords } from '../domain/anonymity/remark'
import type { AUDITED, Staff } from '../domain/staff'
import { AppError } from '../errors'
import type { AtomicStep } from '../ports/documents'
import type { Seal } from '../ports/seal'
import { type Auditing, auditEntry } from './audit'
import { spokenOf } from './readSound'

/** What a reviewer does with one remark. */
export type TextDecision =
  /** A voice: what it says, in its own language. Then the sound is deleted, and the words are read like any others. */
  | { do: 'write_down'; words: string }
  /** As it was written, without the words in these places; only where its language may be named. */
  | { do: 'show'; without: readonly number[] }
  /** In the reviewer's words, as "translated by"; then the original is never shown, and of a voice it is deleted. */
  | { do: 'translate'; translation: string }
  /** What a first reader proposed is shown, says a second one. */
  | { do: 'confirm' }
  | { do: 'refuse' }
  /** Undo: it waits again, and nobody reads it meanwhile. */
  | { do: 'wait' }
  | { do: 'tag'; tags: readonly string[] }

const LONGEST = 2_000
const LONGEST_TAG = 40
const MOST_TAGS = 10

const WRITTEN = {
  write_down: 'text_written_down',
  show: 'text_shown',
  translate: 'text_shown',
  confirm: 'text_shown',
  refuse: 'text_refused',
  wait: 'text_waits',
  tag: 'text_tagged',
} as const satisfies Record<TextDecision['do'], (typeof AUDITED)[number]>

/**
 * Decides about one remark. The audit log gets who, which and what, never the words.
 * @param rev the remark's `rev` as the reviewer saw it
 * @returns false when somebody decided meanwhile: then nothing happened
 * @throws NOT_FOUND for a remark of another organisation, ARGUMENT_INVALID for a translation or a tag that is none
 */
export async function reviewText(
  deps: Auditing & { seal: Pick<Seal, 'unlock'> },
  by: Pick<Staff, '_id' | 'organisation'>,
  { text: _id, rev, decision }: { text: string; rev: number; decision: TextDecision },
): Promise<boolean> {
  const text = await deps.documents.collection('texts').get(_id)
  if (text?.organisation !== by.organisation) throw new AppError('NOT_FOUND', 'There is no such remark')
  if (text.rev !== rev) return false
  const { organisation } = by
  const two = (await deps.documents.collection('organisations').get(organisation))?.twoReaders === true
  const patch = patchFor(text, decision, by._id, two)
  const spoken = patch.unset?.includes('recording') ? spokenOf(deps.seal, text) : null
  const silenced: AtomicStep[] = spoken ? [{ remove: { _id: spoken.sound }, from: 'sounds' }] : []
  return deps.documents.atomically([
    {
      in: 'texts',
      update: { _id, rev },
      patch: { ...patch, inc: { rev: 1 } },
    },
    {
      into: 'auditLog',
      insert: auditEntry(deps, {
        what: patch.set.state === 'proposed' ? 'text_proposed' : WRITTEN[decision.do],
        organisation,
        by: by._id,
        about: _id,
      }),
    },
    ...silenced,
  ])
}

function patchFor(
  { text, recording, language, state, proposedBy, manySpoke }: AnonymousText,
  decision: TextDecision,
  by: string,
  two: boolean,
): { set: Record<string, unknown>; unset?: string[] } {
  const proposal = two ? { state: 'proposed', proposedBy: by } : { state: 'shown' }
  switch (decision.do) {
    case 'write_down':
      if (recording === undefined)
        throw new AppError('ARGUMENT_INVALID', 'It was written, or is written down already')
      return {
        set: { text: wordsIn(decision.words, 'words'), ...(manySpoke ? { writtenDownBy: by } : {}) },
        unset: VOICE,
      }
    case 'show': {
      if (recording !== undefined)
        throw new AppError('ARGUMENT_INVALID', 'Nobody has written down what was said', { field: 'words' })
      if (language === undefined)
        throw new AppError('ARGUMENT_INVALID', 'Too few wrote in this language: translate it', {
          field: 'translation',
        })
      return {
        set: { ...proposal, shown: withoutWords(text, decision.without) },
        unset: ['translatedBy'],
      }
    }
    case 'translate': {
      const shown = wordsIn(decision.translation, 'translation')
      const set = { ...proposal, shown, translatedBy: by }
      // Of a voice nothing else is left: its own words were never written down.
      return recording === undefined
        ? { set }
        : { set: { ...set, text: shown }, unset: [...VOICE, 'language'] }
    }
    case 'confirm':
      if (state !== 'proposed' || (two && proposedBy === by))
        throw new AppError('ARGUMENT_INVALID', 'A second reader decides about what a first one proposed')
      return { set: { state: 'shown' }, unset: ['proposedBy'] }
    case 'refuse':
      return { set: { state: 'refused' }, unset: ['shown', 'translatedBy', 'proposedBy', ...VOICE] }
    case 'wait':
      if (text === '' && recording === undefined)
        throw new AppError('ARGUMENT_INVALID', 'Its sound is deleted: nothing is left of it')
      return { set: { state: 'waiting' }, unset: ['shown', 'translatedBy', 'proposedBy'] }
    case 'tag':
      return { set: { tags: tagsOf(decision.tags) } }
  }
}

/** What says that a remark is a voice, and where it is. */
const VOICE = ['recording', 'manySpoke']

function wordsIn(typed: string, field: 'words' | 'translation'): string {
  const words = typed.trim()
  if (words === '' || words.length > LONGEST)
    throw new AppError('ARGUMENT_INVALID', 'There are words, and not too many', { field, most: LONGEST })
  return words
}

function tagsOf(given: readonly string[]): string[] {
  const tags = [...new Set(given.map(tag => tag.trim().normalize('NFC')).filter(tag => tag !== ''))]
  if (tags.length > MOST_TAGS || tags.some(tag => tag.length > LONGEST_TAG))
    throw new AppError('ARGUMENT_INVALID', 'Tags are few and short', {
      field: 'tags',
      most: MOST_TAGS,
      letters: LONGEST_TAG,
    })
  return tags
}
