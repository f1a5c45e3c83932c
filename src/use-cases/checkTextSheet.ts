import type { LanguageTag } from '../domain/message'
import { ownTextProblems } from '../domain/text/ownText'
import { checkSheet, readSheet, type SheetCheck } from '../domain/text/textSheet'
import type { ListProblem, Lists } from '../ports/lists'
import { listTexts } from './listTexts'
import { planOf, standardOf, type Writing } from './saveOwnText'

export type SheetReading =
  | { ok: true; language: LanguageTag; check: SheetCheck }
  | { ok: false; problem: ListProblem | 'no_sheet_of_ours' }

/** What a spreadsheet that comes back from a translator would change; nothing is written. */
export async function checkTextSheet(
  deps: Pick<Writing, 'documents' | 'content'> & { lists: Pick<Lists, 'read'> },
  { organisation, bytes }: { organisation: string; bytes: Buffer },
): Promise<SheetReading> {
  const list = await deps.lists.read(bytes)
  if (!list.ok) return list
  const sheet = readSheet(list.rows, deps.content.texts.languages)
  if (!sheet) return { ok: false, problem: 'no_sheet_of_ours' }
  const { language, lines } = sheet
  const now = await listTexts(deps, organisation, language)
  const texts = new Map(now.lines.map(({ key, said, rev }) => [key, { said, rev }]))
  const check = checkSheet(lines, texts, (key, text) => {
    const place = { key, language }
    return ownTextProblems({ ...place, text }, planOf(deps, place), standardOf(deps, place) ?? '')
  })
  return { ok: true, language, check }
}
