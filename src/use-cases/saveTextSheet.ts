import type { LanguageTag, TextKey } from '../domain/message'
import { saveOwnText, type Writing } from './saveOwnText'

export interface SheetSaved {
  saved: number
  /** What somebody else wrote meanwhile, or what a rule has come to forbid: nothing is overwritten. */
  left: TextKey[]
}

/** Keeps the words of a spreadsheet, each text for itself. Done twice, the second time changes nothing. */
export async function saveTextSheet(
  deps: Writing,
  {
    changes,
    ...place
  }: {
    organisation: string
    language: LanguageTag
    by: string
    changes: readonly { key: TextKey; text: string; rev: number }[]
  },
): Promise<SheetSaved> {
  const done: SheetSaved = { saved: 0, left: [] }
  for (const change of changes) {
    const { ok } = await saveOwnText(deps, { ...place, ...change })
    if (ok) done.saved++
    else done.left.push(change.key)
  }
  return done
}
