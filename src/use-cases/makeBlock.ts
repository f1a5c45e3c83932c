import { DateTime } from 'luxon'
import { FEWEST_TEXTS } from '../domain/anonymity/blocks'
import type { AnonymousText, Evaluation, LedgerEntry } from '../domain/anonymity/evaluation'
import { printTallies, type Tally, tallyOf } from '../domain/anonymity/tally'
import type { Dialog } from '../domain/dialog/definition'
import type { LanguageTag } from '../domain/message'
import type { Organisation } from '../domain/organisation'
import type { AtomicStep, Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'
import { keepPrints } from './keepPrints'
import type { OpenLetter } from './openLetters'

export interface MakeBlock {
  documents: Documents
  newId: NewId
  seal: Seal
  /** 0 ≤ x < 1, unpredictable: the order in which letters came must not survive. */
  random: () => number
}

/** Where a block belongs. */
export interface BlockPlace {
  evaluation: Evaluation
  organisation: Organisation
  dialog: Dialog
  /** ISO day. */
  day: string
}

/** The steps that turn some people's letters into a block: shuffled replies, remarks to be reviewed, and what is printed. */
export async function blockOfLetters(
  deps: MakeBlock,
  place: BlockPlace,
  label: string,
  letters: readonly OpenLetter[],
): Promise<{ steps: AtomicStep[]; showsTexts: boolean }> {
  const { evaluation, dialog, organisation } = place
  const block = deps.newId()
  const showsTexts = showsOwnTexts(letters, organisation.policy.s)
  const replies = shuffled(letters, deps.random).map(({ answers }) => ({
    _id: deps.newId(),
    evaluation: evaluation._id,
    block,
    respondent: deps.newId(),
    answers,
  }))
  const tallies = tallyOf(
    dialog,
    letters.map(({ answers }) => answers),
  )
  return {
    showsTexts,
    steps: [
      // Only ever of one event: a pool's people are never told apart again.
      ...(evaluation.pooled ? [] : byId(replies).map(insert => ({ insert, into: 'replies' as const }))),
      ...(showsTexts ? textsOf(deps, place, block, letters) : []),
      ...(await printsOf(deps, place, { block, label, people: letters.length, tallies })),
    ],
  }
}

/** Few people, or few remarks, and one would be recognised: then they wait for those of other events (anonymity 3.9). */
const showsOwnTexts = (letters: readonly OpenLetter[], s: number): boolean =>
  letters.length >= 2 * s && letters.flatMap(({ remarks }) => remarks).length >= FEWEST_TEXTS

/** Days within which a voice is written down; then it goes. */
const VOICE_WAITS_DAYS = 30

/**
 * Remarks for the reviewer, in an order that means nothing. The language stays where k people of the block used it; that
 * somebody spoke, where k people did.
 */
export function textsOf(
  deps: MakeBlock,
  { evaluation, dialog, organisation, day }: BlockPlace,
  block: string,
  letters: readonly OpenLetter[],
): AtomicStep[] {
  const using = (language: LanguageTag) => letters.filter(letter => letter.language === language).length
  const speakers = letters.filter(({ remarks }) =>
    remarks.some(({ said }) => typeof said !== 'string'),
  ).length
  const manySpoke = speakers >= organisation.policy.k
  const remarks = shuffled(
    letters.flatMap(letter => letter.remarks),
    deps.random,
  ).map(({ question, said, language }) => ({
    spoken: typeof said === 'string' ? undefined : said,
    kept: {
      _id: deps.newId(),
      organisation: organisation._id,
      campaign: evaluation.campaign,
      series: evaluation.series,
      evaluation: evaluation._id,
      dialog: dialog.id,
      dialogVersion: dialog.version,
      block,
      question,
      ...(typeof said === 'string'
        ? { text: said }
        : {
            text: '',
            recording: deps.seal.lock(JSON.stringify(said)),
            ...(manySpoke ? { manySpoke } : {}),
          }),
      ...(language && using(language) >= organisation.policy.k ? { language } : {}),
      state: 'waiting',
      tags: [],
      rev: 0,
    } satisfies AnonymousText,
  }))
  const until = DateTime.fromISO(day).plus({ days: VOICE_WAITS_DAYS }).toISODate()!
  return [
    ...byId(remarks.map(({ kept }) => kept)).map(insert => ({ insert, into: 'texts' as const })),
    ...remarks.flatMap(({ kept, spoken }) =>
      spoken
        ? {
            in: 'sounds' as const,
            update: { _id: spoken.sound },
            patch: { set: { text: kept._id, until }, unset: ['evaluation'] },
          }
        : [],
    ),
  ]
}

/** The steps that print a block, once and for all. */
export function printsOf(
  deps: Pick<MakeBlock, 'documents'>,
  { evaluation, organisation, dialog, day }: BlockPlace,
  { block, label, people, tallies }: { block: string; label: string; people: number; tallies: Tally[] },
): Promise<AtomicStep[]> {
  const { _id, campaign, series, instrument, way, pooled } = evaluation
  const entries = printTallies(dialog, tallies, organisation.policy).map(
    (atom): LedgerEntry => ({
      _id: [_id, block, atom.question, ...(atom.option ? [atom.option] : [])].join(':'),
      organisation: organisation._id,
      evaluation: _id,
      campaign,
      series,
      dialog: dialog.id,
      dialogVersion: dialog.version,
      instrument,
      way,
      block,
      label,
      ...(pooled ? { pooled } : {}),
      day,
      people,
      s: organisation.policy.s,
      ...atom,
    }),
  )
  return keepPrints(deps.documents, dialog, entries)
}

const byId = <T extends { _id: string }>(rows: T[]): T[] => [...rows].sort((a, b) => (a._id < b._id ? -1 : 1))

/** Fisher and Yates: every order equally likely. */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const mixed = [...list]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!]
  }
  return mixed
}
