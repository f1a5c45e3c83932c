import { STANDARD } from '../../../domain/dialog/textKey'
import { groupBy } from '../../../domain/groupBy'
import type { TextKey } from '../../../domain/message'
import type { Words } from '../../words'

/** What a text belongs to, and which part of it this is, in words of staff: `Uitnodiging`; `Uitnodiging · 2, hulp`. */
export interface TextName {
  group: string
  part: string
}

const PARTS = ['ask', 'help', 'acknowledge', 'done', 'declined', 'later', 'closed'] as const

export function textName(key: TextKey, words: Words): TextName {
  const [file = '', path = ''] = key.replace(new RegExp(`${STANDARD}$`), '').split(':')
  const id = file.slice(file.indexOf('/') + 1)
  if (file.startsWith('timelines/'))
    return {
      group: words.sayOr(`texts:timeline.${id}`, 'texts:timeline.other'),
      part: words.sayOr(`step.${path}`, `step.${path.replace(/_repeat$/, '')}`),
    }
  const last = path.split('.').at(-1) ?? ''
  const part = PARTS.find(one => last === one || last.startsWith(`${one}_`)) ?? 'other'
  return {
    group: words.sayOr(`texts:dialog.${id}`, 'texts:dialog.other'),
    part: words.say(`texts:part.${part}`),
  }
}

/** `/texts/timelines%2Fnetworking-event%3Ainvitation/ar` */
export const textPath = (key: TextKey, language: string): string =>
  `/texts/${encodeURIComponent(key)}/${encodeURIComponent(language)}`

/** What is planned comes before what is asked in a conversation. */
export const isStepText = (key: TextKey): boolean => key.startsWith('timelines/')

/** Texts under the dialog or the timeline that says them, in the order in which those come first. */
export const inGroups = <T extends { key: TextKey }>(
  lines: readonly T[],
  words: Words,
): [group: string, lines: T[]][] => [...groupBy(lines, ({ key }) => textName(key, words).group)]
