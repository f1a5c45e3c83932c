import { isNumber } from '../../../domain/contact'
import { shownNumber } from '../../../domain/contacts/shownNumber'
import type { CaseRow } from '../../../use-cases/caseRows'
import { toldWords } from '../../toldWords'
import type { Words } from '../../words'
import { isoDay } from './forms'

const COLUMNS = [
  'name',
  'phone',
  'language',
  'supervisor',
  'status',
  'status_day',
  'heard',
  'heard_by',
  'sent',
  'open',
  'next',
] as const

/** The same list as rows of a sheet; days as `2026-11-30`, so that they can be sorted. */
export function caseList(
  rows: readonly CaseRow[],
  { words, zone, supervisors }: { words: Words; zone: string; supervisors: ReadonlyMap<string, string> },
): string[][] {
  const { say } = words
  return [
    COLUMNS.map(column => say(`cases:column.${column}`)),
    ...rows.map(({ contact, mayFollow, status, heard, sent, open, next }) => {
      const number = contact.addresses.find(isNumber)?.address
      return [
        contact.name,
        number ? shownNumber(number) : '',
        words.languageName(contact.language),
        supervisors.get(contact.supervisor ?? '') ?? '',
        statusWords({ mayFollow, status }, words),
        status?.day ?? '',
        heard ? isoDay(heard.at, zone) : '',
        heard ? say(`cases:heard.${heard.by}`) : '',
        sent ? isoDay(sent.at, zone) : '',
        open.map(({ is }) => say(`cases:open.${is}`)).join(', '),
        next?.day ?? '',
      ]
    }),
  ]
}

/** How somebody's work goes, or why nothing is known of it. */
export const statusWords = (
  { mayFollow, status }: Pick<CaseRow, 'mayFollow' | 'status'>,
  words: Words,
): string =>
  status ? toldWords(status, words) : words.say(mayFollow ? 'cases:status.none' : 'cases:status.not_followed')
