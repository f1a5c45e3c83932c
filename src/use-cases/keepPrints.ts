import { createHash } from 'node:crypto'
import type { LedgerEntry, RollUp } from '../domain/anonymity/evaluation'
import { countedIn } from '../domain/anonymity/tally'
import { addTotals, type Total, totalOf } from '../domain/anonymity/totals'
import type { Dialog } from '../domain/dialog/definition'
import type { AtomicStep, Documents } from '../ports/documents'

/**
 * The steps that keep what one block printed: its ledger entries, and their sums per series and per month. They belong in
 * the transaction that seals the block. Each sum is written on the condition that nobody added to it meanwhile.
 */
export async function keepPrints(
  documents: Documents,
  dialog: Dialog,
  entries: readonly LedgerEntry[],
): Promise<AtomicStep[]> {
  const steps: AtomicStep[] = entries.map(insert => ({ insert, into: 'ledger' }))
  for (const entry of entries) {
    const counted = countedIn(dialog, entry)
    if (!counted) throw new RangeError(`${dialog.id} counts nothing for ${entry.question}`)
    const own = totalOf(entry, counted.shape)
    for (const scope of ['series', 'month'] as const) steps.push(await added(documents, entry, own, scope))
  }
  return steps
}

async function added(
  documents: Documents,
  entry: LedgerEntry,
  own: Total,
  scope: RollUp['scope'],
): Promise<AtomicStep> {
  const about = aboutOf(entry, scope)
  const _id = createHash('sha256').update(JSON.stringify(about)).digest('base64url')
  const kept = await documents.collection('rollUps').get(_id)
  // Whoever translates a question asks the same one: its words are not what it is known by.
  const words = entry.own && { own: entry.own }
  if (!kept) return { insert: { _id, ...about, ...words, rev: 1, total: own }, into: 'rollUps' }
  return {
    in: 'rollUps',
    update: { _id, rev: kept.rev },
    patch: { set: { total: addTotals(kept.total, own) }, inc: { rev: 1 } },
  }
}

function aboutOf(entry: LedgerEntry, scope: RollUp['scope']): Omit<RollUp, '_id' | 'own' | 'rev' | 'total'> {
  const { organisation, dialog, dialogVersion, instrument, way, question, option, label } = entry
  const of = scope === 'series' ? entry.series : entry.day.slice(0, 'YYYY-MM'.length)
  return {
    organisation,
    scope,
    of,
    dialog,
    dialogVersion,
    instrument,
    way,
    question,
    ...(option === undefined ? {} : { option }),
    label,
  }
}
