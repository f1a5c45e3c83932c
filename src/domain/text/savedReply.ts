import type { FieldProblem } from '../fieldProblem'
import type { LanguageTag } from '../message'
import { tidyText } from './ownText'

/** Something that staff say often, in the words of their organisation: "Where do I get my bus ticket?" */
export interface SavedReply {
  _id: string
  organisation: string
  /** How staff find it. */
  name: string
  /** By language; a language nobody wrote is absent. */
  texts: Record<LanguageTag, string>
  /** +1 with every change. */
  rev: number
  /** Id of who wrote it. */
  by: string
  at: number
}

export interface SavedReplyForm {
  name: string
  texts: Record<LanguageTag, string>
}

export const SAVED_REPLY = { LONGEST_NAME: 60, LONGEST_TEXT: 1000 } as const

/** What was typed, as it is kept. */
export const tidyReply = ({ name, texts }: SavedReplyForm): SavedReplyForm => ({
  name: tidyText(name).replaceAll('\n', ' '),
  texts: Object.fromEntries(
    Object.entries(texts)
      .map(([language, text]) => [language, tidyText(text)] as const)
      .filter(([, text]) => text !== ''),
  ),
})

/** @param form as `tidyReply` leaves it */
export function savedReplyProblems({ name, texts }: SavedReplyForm): FieldProblem[] {
  const { LONGEST_NAME, LONGEST_TEXT } = SAVED_REPLY
  const long = Object.entries(texts).filter(([, text]) => text.length > LONGEST_TEXT)
  return [
    ...(name === '' ? [{ field: 'name', problem: 'no_name' }] : []),
    ...(name.length > LONGEST_NAME
      ? [{ field: 'name', problem: 'long_name', values: { most: LONGEST_NAME } }]
      : []),
    ...(Object.keys(texts).length === 0 ? [{ field: 'text-nl', problem: 'no_text' }] : []),
    ...long.map(([language, text]) => ({
      field: `text-${language}`,
      problem: 'long_text',
      values: { letters: text.length, most: LONGEST_TEXT },
    })),
  ]
}

/** What one person can be sent, in their language or else in Dutch or the first there is. */
export interface ReplyToSend {
  id: string
  name: string
  text: string
  /** Really, whatever was asked for. */
  language: LanguageTag
}

export function replyIn(reply: SavedReply, language: LanguageTag): ReplyToSend | null {
  const found = [language, 'nl', ...Object.keys(reply.texts)].find(tag => reply.texts[tag])
  if (found === undefined) return null
  return { id: reply._id, name: reply.name, text: reply.texts[found] ?? '', language: found }
}
