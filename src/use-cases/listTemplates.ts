import type { LanguageTag, TextKey } from '../domain/message'
import type { TemplatePattern, TemplateStanding, Templates } from '../ports/templates'

/** A template with what it is for, as content knows it. */
export interface PatternOf extends TemplatePattern {
  key: TextKey
  reminds: boolean
  own: boolean
  /** Whose words: a campaign's own. */
  campaign?: string
}

export interface TemplateCell {
  pattern: PatternOf
  standing: TemplateStanding
}

export interface TemplateRow {
  key: TextKey
  /** The question asked once more after silence: with a sentence before it. */
  reminds: boolean
  campaign?: string
  cells: Record<LanguageTag, TemplateCell>
}

/** What WhatsApp thinks of everything that may leave unasked: a row for each text, a cell for each language. */
export async function listTemplates(
  templates: Pick<Templates, 'standingOf'>,
  patterns: readonly PatternOf[],
): Promise<TemplateRow[]> {
  const rows = new Map<string, TemplateRow>()
  const standings = await Promise.all(patterns.map(pattern => templates.standingOf(pattern)))
  for (const [index, pattern] of patterns.entries()) {
    const { key, reminds, campaign, language } = pattern
    const id = [campaign ?? '', reminds, key].join('|')
    const row = rows.get(id) ?? { key, reminds, ...(campaign === undefined ? {} : { campaign }), cells: {} }
    row.cells[language] = { pattern, standing: standings[index]! }
    rows.set(id, row)
  }
  return [...rows.values()]
}

/** Those that nobody has handed in yet and WhatsApp could take. */
export const notAsked = (rows: readonly TemplateRow[]): PatternOf[] =>
  rows.flatMap(({ cells }) =>
    Object.values(cells).flatMap(({ pattern, standing }) =>
      standing.approval === 'not_asked' ? [pattern] : [],
    ),
  )
