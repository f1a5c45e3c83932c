import type { LanguageTag, TextKey } from '../message'
import { isAdvice, type OwnTextProblem, tidyText } from './ownText'

/** One line of a spreadsheet that comes back from a translator. `row`: as the spreadsheet counts, from 1. */
export interface SheetLine {
  row: number
  key: TextKey
  text: string
}

/** What is said now; null where nobody wrote anything in this language. `rev`: for who writes it meanwhile. */
export interface SaidNow {
  said: string | null
  rev: number
}

/** A text that gets other words. `problems`: only advice. */
export interface SheetChange extends SheetLine, SaidNow {
  problems: OwnTextProblem[]
}

export interface SheetCheck {
  changes: SheetChange[]
  wrong: (Pick<SheetLine, 'row' | 'key'> & { why: 'unknown' | 'twice' | OwnTextProblem[] })[]
  /** How many lines say what is said already, or nothing. */
  same: number
}

const KEY = 'key'
const TAGGED = /\(([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})*)\)\s*$/

/** The names of the columns; the last says by its tag which language comes back. */
export const sheetHead = (columns: { text: string; source: string; target: string }, tag: LanguageTag) => [
  KEY,
  columns.text,
  columns.source,
  `${columns.target} (${tag})`,
]

/**
 * The lines of a spreadsheet as we hand it out; columns may have moved, others may have come.
 * @returns null: it is no such spreadsheet
 */
export function readSheet(
  rows: readonly (readonly string[])[],
  languages: readonly LanguageTag[],
): { language: LanguageTag; lines: SheetLine[] } | null {
  const [head = []] = rows
  const keys = head.findIndex(name => name.trim().toLowerCase() === KEY)
  const tags = head.map(name => languages.find(tag => tag === TAGGED.exec(name)?.[1]))
  const words = tags.findIndex(tag => tag !== undefined)
  const language = tags[words]
  if (keys < 0 || language === undefined) return null
  const lines = rows
    .map((cells, index) => ({
      row: index + 1,
      key: (cells[keys] ?? '').trim(),
      text: tidyText(cells[words] ?? ''),
    }))
    .slice(1)
    .filter(({ key }) => key !== '')
  return { language, lines }
}

/**
 * What would become of each line. A cell that was left empty changes nothing.
 * @param texts what is said now, by key
 */
export function checkSheet(
  lines: readonly SheetLine[],
  texts: ReadonlyMap<TextKey, SaidNow>,
  problemsOf: (key: TextKey, text: string) => OwnTextProblem[],
): SheetCheck {
  const check: SheetCheck = { changes: [], wrong: [], same: 0 }
  const seen = new Set<TextKey>()
  for (const { row, key, text } of lines) {
    const now = texts.get(key)
    if (now === undefined) check.wrong.push({ row, key, why: 'unknown' })
    else if (seen.has(key)) check.wrong.push({ row, key, why: 'twice' })
    else if (text === '' || text === tidyText(now.said ?? '')) check.same++
    else {
      const problems = problemsOf(key, text)
      const stops = problems.filter(problem => !isAdvice(problem))
      if (stops.length > 0) check.wrong.push({ row, key, why: stops })
      else check.changes.push({ row, key, text, ...now, problems })
    }
    seen.add(key)
  }
  return check
}
