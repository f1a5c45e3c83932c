import { AUDIENCES } from '../domain/contact'
import { hasNumbers } from '../domain/contacts/guessColumns'
import { FIELDS, type Field } from '../domain/contacts/headerWords'
import { letterOf } from '../domain/contacts/letters'
import type { Change, RowNote } from '../domain/contacts/list'
import { countsOf } from '../domain/contacts/listImport'
import type { Texts } from '../ports/texts'
import type { Imported } from '../use-cases/importContacts'
import type { PreparedImport } from '../use-cases/prepareImport'

export type Say = (key: string, values?: Record<string, string | number>) => string

export const sayIn =
  (texts: Texts, language: string): Say =>
  (key, values) =>
    texts.say(`import:${key}`, language, values)

/** Only in staff's own terminal: names and numbers stand in it. */
export function dryRunReport(prepared: PreparedImport, say: Say, language: string): string {
  const { titles, columns, plan, unfinished, problem } = prepared
  const fieldAt = new Map(FIELDS.map(field => [columns[field], field]))
  const mapping = titles.flatMap((title, column) => {
    const field = fieldAt.get(column)
    const letter = letterOf(column)
    if (field) return [say('reads', { letter, title, field: say(`field.${field}`) })]
    return title === '' ? [] : [say('left_out', { letter, title })]
  })
  const told = plan.notes.filter(({ code }) => code !== 'unchanged').map(note => lineOf(note, say, language))
  const counts = countsOf(plan)
  const sum = (['ready', 'fix', 'change', 'unchanged'] as const).filter(
    key => counts[key] > 0 || key === 'ready',
  )
  return paragraphs([
    mapping.length > 0 ? [say('columns'), ...mapping.map(line => `  ${line}`)] : [],
    told,
    problem
      ? [say(`problem.${problem}`)]
      : [
          sum.map(key => say(`sum.${key}`, { count: counts[key] })).join(' · '),
          ...(hasNumbers(columns) ? [] : [say('no_numbers')]),
          ...(counts.letters > 0 ? [say('letters', { count: counts.letters })] : []),
        ],
    plan.notes.some(({ code }) => code === 'letter_known') ? [say('same_people')] : [],
    unfinished ? [say('unfinished')] : [],
  ])
}

export function doneReport(imported: Imported, notTaken: number, say: Say, language: string): string {
  const { added, changed, left } = imported
  return paragraphs([
    left.map(note => lineOf(note, say, language)),
    [
      [
        say('added', { count: added }),
        ...(changed > 0 ? [say('changed', { count: changed })] : []),
        ...(notTaken > 0 ? [say('not_taken', { count: notTaken })] : []),
      ].join(' '),
    ],
  ])
}

const paragraphs = (parts: readonly (readonly string[])[]): string =>
  `${parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`

function lineOf(note: RowNote, say: Say, language: string): string {
  const { row, name, field, column, cell, code, values = {}, changes = [] } = note
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const place =
    field && column !== undefined
      ? [say('where', { field: say(`field.${field satisfies Field}`), letter: letterOf(column) })]
      : []
  const words = say(`note.${code}`, {
    ...values,
    ...(typeof values.tag === 'string' && { language: names.of(values.tag) ?? values.tag }),
    ...(code === 'audience_unknown' && { known: AUDIENCES.map(one => say(`audience.${one}`)).join(', ') }),
    ...(changes.length > 0 && { changes: changes.map(one => wordsOf(one, say, names)).join(', ') }),
  })
  const head = [say('row', { row }), ...place, name, cell ?? ''].filter(part => part.trim() !== '')
  return `${[...new Set(head)].map(shown).join(' · ')}: ${words}`
}

const LONGEST_SHOWN = 60

/** A cell may hold anything; a terminal must not obey it. */
const shown = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .slice(0, LONGEST_SHOWN)
    .trim()

function wordsOf({ what, from, to }: Change, say: Say, names: Intl.DisplayNames): string {
  const worded = (value: string): string => {
    if (what === 'language') return names.of(value) ?? value
    if (what === 'audience') return say(`audience.${value}`)
    if (what === 'evening') return say(value === 'true' ? 'yes' : 'no')
    if (what === 'consent') return say(value === 'given' ? 'yes' : 'no')
    return what === 'channel' ? (value === 'sms' ? 'SMS' : 'WhatsApp') : shown(value)
  }
  return say(`change.${what}`, { to: worded(to), ...(from !== undefined && { from: worded(from) }) })
}
