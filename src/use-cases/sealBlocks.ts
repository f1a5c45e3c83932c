import { DateTime } from 'luxon'
import { type Moment, sealsNow } from '../domain/anonymity/blocks'
import type { AnonymousText, Evaluation, LedgerEntry, Letter } from '../domain/anonymity/evaluation'
import { printBlock } from '../domain/anonymity/tally'
import type { Dialog } from '../domain/dialog/definition'
import type { Organisation } from '../domain/organisation'
import type { Content } from '../ports/content'
import type { AtomicStep, Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'
import { evaluationDialog } from './evaluationDialog'
import { keepPrints } from './keepPrints'

/** Days after the close during which a late look may still open the letterbox; then its key is gone for ever. */
const GRACE_DAYS = 3
/** Days after the close after which single replies go; what was printed stays. */
const REPLIES_KEPT_DAYS = 90

export interface SealBlocks {
  documents: Documents
  content: Content
  seal: Seal
  newId: NewId
  /** 0 ≤ x < 1, unpredictable: the order in which letters came must not survive. */
  random: () => number
}

/** Looks at every open evaluation: closes those whose day is past, forgets keys and replies whose time is over. */
export async function closeEvaluations(deps: SealBlocks, now: number): Promise<void> {
  const organisations = deps.documents.collection('organisations')
  for await (const evaluation of deps.documents
    .collection('evaluations')
    .each({ forgotten: { $ne: true } })) {
    const organisation = await organisations.get(evaluation.organisation)
    if (!organisation) continue
    const today = DateTime.fromMillis(now, { zone: organisation.zone }).startOf('day')
    const daysPast = today.diff(
      DateTime.fromISO(evaluation.closesOn, { zone: organisation.zone }),
      'days',
    ).days
    if (evaluation.state === 'open' && daysPast > 0)
      await sealBlock(deps, evaluation, organisation, 'close', now)
    if (daysPast > GRACE_DAYS) {
      await deps.documents.collection('evaluationKeys').remove({ _id: evaluation._id })
      await deps.documents.collection('letterbox').remove({ evaluation: evaluation._id })
    }
    if (daysPast > REPLIES_KEPT_DAYS) {
      await deps.documents.collection('replies').remove({ evaluation: evaluation._id })
      await deps.documents
        .collection('evaluations')
        .update({ _id: evaluation._id }, { set: { forgotten: true } })
    }
  }
}

/**
 * Opens the letterbox when enough people are in it, shuffles, prints once. All in one transaction that is conditional on
 * the number of people sealed before, so two processes print one block.
 */
export async function sealBlock(
  deps: SealBlocks,
  evaluation: Evaluation,
  organisation: Organisation,
  moment: Moment,
  now: number,
): Promise<boolean> {
  const { documents, content } = deps
  const letters = await documents.collection('letterbox').list({ evaluation: evaluation._id })
  const seals = sealsNow(letters.length, evaluation.sealed, moment, organisation.policy, evaluation.live)
  const closes = moment === 'close'
  if (!seals && !closes) return false
  const dialog = evaluationDialog(content, evaluation)
  const key = await documents.collection('evaluationKeys').get(evaluation._id)
  const ready = seals && dialog && key
  const day = DateTime.fromMillis(now, { zone: organisation.zone }).toISODate()!
  return documents.atomically([
    {
      in: 'evaluations',
      update: { _id: evaluation._id, state: 'open', sealed: evaluation.sealed },
      patch: {
        set: {
          sealed: evaluation.sealed + (ready ? letters.length : 0),
          ...(closes ? { state: 'closed' } : {}),
        },
      },
    },
    ...(ready
      ? await blockOf(deps, {
          evaluation,
          organisation,
          dialog,
          letters,
          wrappedKey: key.wrappedPrivateKey,
          day,
        })
      : []),
  ])
}

interface Block {
  evaluation: Evaluation
  organisation: Organisation
  dialog: Dialog
  letters: Letter[]
  wrappedKey: string
  day: string
}

type Box = { question: string; value: unknown; language?: string }

async function blockOf(
  deps: SealBlocks,
  { evaluation, organisation, dialog, letters, wrappedKey, day }: Block,
): Promise<AtomicStep[]> {
  const open = (boxes: string[]) => deps.seal.openAll(wrappedKey, boxes)
  const opened = (open(letters.map(({ letter }) => letter)) as { boxes: string[] }[]).map(
    ({ boxes }) => open(boxes) as Box[],
  )
  const block = deps.newId()
  const words = new Set(
    dialog.questions
      .filter(({ answer }) => answer.type === 'text' || answer.type === 'voice')
      .map(({ id }) => id),
  )
  const answers = (boxes: Box[]) =>
    Object.fromEntries(
      boxes
        .filter(box => box.value !== null && !words.has(box.question))
        .map(box => [box.question, box.value]),
    )
  const replies = shuffled(opened.map(answers), deps.random).map(given => ({
    _id: deps.newId(),
    evaluation: evaluation._id,
    block,
    respondent: deps.newId(),
    answers: given,
  }))
  const texts: AnonymousText[] = shuffled(
    opened.flat().filter(box => words.has(box.question) && box.value !== null),
    deps.random,
  ).map(box => ({
    _id: deps.newId(),
    evaluation: evaluation._id,
    block,
    question: box.question,
    text: String(box.value),
    state: 'waiting',
    tags: [],
  }))
  const entries: LedgerEntry[] = printBlock(
    dialog,
    replies.map(reply => reply.answers),
    organisation.policy,
  ).map(atom => ({
    _id: [evaluation._id, block, atom.question, ...(atom.option ? [atom.option] : [])].join(':'),
    organisation: organisation._id,
    evaluation: evaluation._id,
    campaign: evaluation.campaign,
    series: evaluation.series,
    dialog: dialog.id,
    dialogVersion: dialog.version,
    instrument: evaluation.instrument,
    way: evaluation.way,
    question: atom.question,
    ...(atom.option ? { option: atom.option } : {}),
    ...(atom.own ? { own: atom.own } : {}),
    block,
    label: '',
    day,
    people: replies.length,
    s: organisation.policy.s,
    printed: atom.printed,
  }))
  const byId = <T extends { _id: string }>(rows: T[]): T[] =>
    [...rows].sort((a, b) => (a._id < b._id ? -1 : 1))
  return [
    ...byId(replies).map(insert => ({ insert, into: 'replies' as const })),
    ...byId(texts).map(insert => ({ insert, into: 'texts' as const })),
    ...(await keepPrints(deps.documents, dialog, entries)),
    ...letters.map(({ _id }) => ({ remove: { _id }, from: 'letterbox' as const })),
  ]
}

/** Fisher and Yates: every order equally likely. */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const mixed = [...list]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!]
  }
  return mixed
}
