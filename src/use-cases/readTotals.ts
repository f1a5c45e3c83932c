import type { LedgerEntry, RollUp } from '../domain/anonymity/evaluation'
import { type Counted, countedIn } from '../domain/anonymity/tally'
import { addTotals, type Total, totalOf } from '../domain/anonymity/totals'
import { withOwnQuestions } from '../domain/dialog/ownQuestion'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'

type About = Pick<
  RollUp,
  'dialog' | 'dialogVersion' | 'instrument' | 'way' | 'question' | 'option' | 'own' | 'label'
>

/** All that may be shown of one question: one for each option of a question with several answers, and for each class. */
export interface QuestionTotal extends About, Pick<Counted, 'shape' | 'answers'> {
  total: Total
}

/**
 * Which blocks: those of some evaluations (few, so from the ledger itself), or of all that an organisation ever asked in a
 * series or in some months, `2026-12` (from the roll-ups: as many reads as there are questions, however many answers).
 */
export type Totalled = { organisation: string } & (
  | { evaluations: readonly string[] }
  | { series: string }
  | { months: readonly string[] }
)

/** What was printed, added up, in the order in which the dialogs ask. Reports have no other source about answers. */
export async function readTotals(
  { documents, content }: { documents: Documents; content: Pick<Content, 'dialog'> },
  asked: Totalled,
): Promise<QuestionTotal[]> {
  const added = new Map<string, QuestionTotal & { place: number }>()
  for (const kept of await keptFor(documents, asked)) {
    const { dialog, dialogVersion, instrument, way, question, option, label } = kept
    const definition = withOwnQuestions(content.dialog(dialog, dialogVersion), kept.own && [kept.own])
    const counted = definition && countedIn(definition, kept)
    if (!counted) continue
    const { shape, answers, place } = counted
    const own = 'total' in kept ? kept.total : totalOf(kept, shape)
    const about = { dialog, dialogVersion, instrument, way, question, label }
    const key = JSON.stringify([about, option])
    const total = addTotals(added.get(key)?.total ?? null, own)
    const of = { ...about, ...(option === undefined ? {} : { option }), ...(kept.own && { own: kept.own }) }
    added.set(key, { ...of, shape, answers, total, place })
  }
  return [...added.values()].sort(asAsked).map(({ place: _, ...question }) => question)
}

function keptFor(documents: Documents, asked: Totalled): Promise<(LedgerEntry | RollUp)[]> {
  const { organisation } = asked
  if ('evaluations' in asked)
    return documents.collection('ledger').list({ organisation, evaluation: { $in: [...asked.evaluations] } })
  const of =
    'series' in asked
      ? { scope: 'series', of: asked.series }
      : { scope: 'month', of: { $in: [...asked.months] } }
  return documents.collection('rollUps').list({ organisation, ...of })
}

const asAsked = (a: QuestionTotal & { place: number }, b: QuestionTotal & { place: number }): number =>
  compare(a.dialog, b.dialog) ||
  b.dialogVersion - a.dialogVersion ||
  compare(a.way, b.way) ||
  a.place - b.place ||
  compare(a.label, b.label)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
