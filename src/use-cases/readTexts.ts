import type { AnonymousText } from '../domain/anonymity/evaluation'
import { type RemarkWord, remarkWords } from '../domain/anonymity/remark'
import type { LanguageTag } from '../domain/message'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'

/** What everybody who may read the report gets of a remark. */
export interface ShownText extends Pick<AnonymousText, 'dialog' | 'dialogVersion' | 'question' | 'tags'> {
  text: string
  /** The language it was written in; absent when it is shown as translated. */
  language?: LanguageTag
  /** The staff member, by id. */
  translatedBy?: string
  /** Who wrote down what was said, by id; only where many spoke. */
  writtenDownBy?: string
}

/** What a reviewer gets, waiting or decided. */
export interface TextToReview
  extends Pick<
    AnonymousText,
    | '_id'
    | 'dialog'
    | 'dialogVersion'
    | 'question'
    | 'state'
    | 'tags'
    | 'rev'
    | 'language'
    | 'shown'
    | 'translatedBy'
  > {
  words: RemarkWord[]
  /** A voice that waits to be written down. */
  isSpoken: boolean
  /** False: too few of its block wrote in its language, so only a translation may be shown. */
  mayShowOriginal: boolean
  /** Who reads may say yes to what somebody else proposed. */
  mayConfirm: boolean
}

type Asked = { organisation: string; evaluations: readonly string[] }

/** Remarks that were let through, question by question; under each in an order that means nothing and stays the same. */
export async function readShownTexts(
  { documents, content }: { documents: Documents; content: Pick<Content, 'dialog'> },
  asked: Asked,
): Promise<ShownText[]> {
  const texts = await textsOf(documents, asked, 'shown')
  const placeOf = ({ dialog, dialogVersion, question }: AnonymousText) =>
    content.dialog(dialog, dialogVersion)?.questions.findIndex(({ id }) => id === question) ?? 0
  const inOrder = texts.toSorted((a, b) => a.dialog.localeCompare(b.dialog) || placeOf(a) - placeOf(b))
  return inOrder.map(({ dialog, dialogVersion, question, tags, shown = '', language, ...by }) => ({
    dialog,
    dialogVersion,
    question,
    tags,
    text: shown,
    ...whose(by, language!),
  }))
}

const whose = (
  { translatedBy, writtenDownBy }: Pick<AnonymousText, 'translatedBy' | 'writtenDownBy'>,
  language: LanguageTag,
) =>
  translatedBy === undefined
    ? { language, ...(writtenDownBy === undefined ? {} : { writtenDownBy }) }
    : { translatedBy }

/**
 * All remarks of these evaluations, without class, time and scores; for who may review only.
 * @param reader a staff id
 */
export async function readTextsToReview(
  { documents, content }: { documents: Documents; content: Pick<Content, 'texts'> },
  asked: Asked,
  reader: string,
): Promise<TextToReview[]> {
  const house = await documents.collection('organisations').get(asked.organisation)
  const texts = await textsOf(documents, asked)
  return texts.map(
    ({ text, organisation: _, campaign, series, evaluation, block, proposedBy, recording, ...seen }) => ({
      ...seen,
      isSpoken: recording !== undefined,
      words: remarkWords(text, privateWords(content, seen.language)),
      mayShowOriginal: seen.language !== undefined,
      mayConfirm: seen.state === 'proposed' && !(house?.twoReaders && proposedBy === reader),
    }),
  )
}

function textsOf(
  documents: Documents,
  { organisation, evaluations }: Asked,
  state?: AnonymousText['state'],
): Promise<AnonymousText[]> {
  const own = { organisation, evaluation: { $in: [...evaluations] } }
  return documents.collection('texts').list(state ? { ...own, state } : own)
}

/** Beginnings of words about health, family and places, where we have them for this language. */
function privateWords({ texts }: Pick<Content, 'texts'>, language: LanguageTag | undefined): string[] {
  if (language === undefined) return []
  return texts
    .say('remarks:pointing', language)
    .split(',')
    .map(word => word.trim())
}
