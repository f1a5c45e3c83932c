import type { Columns } from './guessColumns'
import { type ImportPlan, isToFix, type RowNote } from './list'

export const IMPORT_STATES = ['columns', 'reading', 'check', 'writing', 'done', 'undone'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export const IMPORT = {
  /** The uploaded list is gone after this, and taking back is over. */
  LASTS_MS: 24 * 3_600_000,
  /** Who works on a list says so at least this often; after it somebody else goes on. */
  LEASE_MS: 60_000,
  MOST_BYTES: 5 * 1024 * 1024,
} as const

/** A list on its way in. What is in it about people is locked. */
export interface ListImport {
  _id: string
  organisation: string
  /** Which of the staff. */
  by: string
  at: number
  until: number
  /** The campaign for which somebody was choosing people when they brought the list. */
  campaign?: string
  state: ImportState
  /** +1 whenever somebody begins something with it: what a page showed before is not what is there. */
  rev?: number
  /** `UploadedList`, locked; gone when the list is done, left, or too old. */
  list?: string
  /** Which sheet of a workbook; the first is 0. */
  sheet: number
  /** As staff left them; absent until then. */
  columns?: Columns
  /** How everybody on the list told us; absent: the list says it itself, or nobody was asked. */
  consent?: { by: string; day: string; how: string }
  /** Staff said that new numbers under the names of people who get letters alone are theirs. */
  same?: boolean
  /** `Fixes`, locked. */
  fixes?: string
  /** `Checked`, locked. */
  checked?: string
  counts?: ImportCounts
  /** Why there is nothing to take over. */
  problem?: 'empty' | 'only_headers' | 'no_columns' | 'failed'
  worker?: string
  workUntil: number
  progress: { done: number; of: number }
  result?: { added: number; changed: number; notTaken: number }
}

export interface ImportCounts {
  ready: number
  /** Of those who are ready: without a number, by letter only. */
  letters: number
  fix: number
  change: number
  unchanged: number
}

export const countsOf = ({ add, change, unchanged, notes }: ImportPlan): ImportCounts => ({
  ready: add.length,
  letters: add.filter(({ addresses }) => addresses.length === 0).length,
  fix: new Set(notes.filter(isToFix).map(({ row }) => row)).size,
  change: change.length,
  unchanged: unchanged.length,
})

export interface UploadedList {
  name: string
  /** base64 */
  bytes: string
}

/** By row and column, as the spreadsheet counts rows: what staff put right without touching their file. */
export type Fixes = Record<string, Record<string, string>>

/** What the dry run says, and the cells of the rows that stay out. */
export interface Checked {
  titles: string[]
  columns: Columns
  notes: RowNote[]
  cells: Record<string, string[]>
  unfinished: boolean
  /** As in the list; then nobody is asked again. */
  same: boolean
}

/** The rows with what was put right; the list itself stays as it is. */
export const fixed = (rows: readonly (readonly string[])[], fixes: Fixes): string[][] =>
  rows.map((row, index) => {
    const own = fixes[index + 1]
    if (!own) return [...row]
    const cells = [...row]
    for (const [column, value] of Object.entries(own)) cells[Number(column)] = value
    return Array.from(cells, cell => cell ?? '')
  })
