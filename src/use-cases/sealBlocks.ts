import { DateTime } from 'luxon'
import { BREAKDOWN_FROM, FEWEST_POOLED_TEXTS, type Moment, sealsNow } from '../domain/anonymity/blocks'
import { groupsAtClose } from '../domain/anonymity/classes'
import type { Evaluation, Letter } from '../domain/anonymity/evaluation'
import { sum } from '../domain/anonymity/shape'
import type { Organisation } from '../domain/organisation'
import type { Content } from '../ports/content'
import type { AtomicStep } from '../ports/documents'
import { evaluationDialog } from './evaluationDialog'
import { type BlockPlace, blockOfLetters, type MakeBlock, printsOf, textsOf } from './makeBlock'
import { type OpenLetter, openLetters, openTaps } from './openLetters'
import {
  lettersInto,
  type Pool,
  type PoolLetters,
  poolFor,
  remarksInto,
  remarksOf,
  tapsInto,
} from './poolLetters'

export interface SealBlocks extends MakeBlock, PoolLetters {
  content: Content
}

/**
 * Opens the letterbox when enough people are in it, shuffles, prints once. All in one transaction that is conditional on
 * the evaluation as it was seen, so two processes print one block. At the close, answers that are too few go on to the
 * pool of their series; so do those that come later still.
 */
export async function sealBlock(
  deps: SealBlocks,
  evaluation: Evaluation,
  organisation: Organisation,
  moment: Moment,
  now: number,
): Promise<boolean> {
  const { documents } = deps
  const closes = moment === 'close' && evaluation.state === 'open'
  if (evaluation.classes.length > 0 && moment !== 'close') return false
  const letters = await documents.collection('letterbox').list({ evaluation: evaluation._id })
  const people = sum(letters.map(letter => letter.people ?? 1))
  const seals = sealsNow(people, evaluation.sealed, moment, organisation.policy, evaluation.live)
  if (!seals && moment !== 'close') return false
  const opening = letters.length > 0 && (await openingOf(deps, evaluation, organisation, now))
  const steps = opening ? await stepsFor(deps, opening, letters, seals) : []
  if (steps.length === 0 && !closes) return false
  const sealed = evaluation.sealed + (steps.length > 0 && seals ? people : 0)
  const today = dayIn(organisation, now)
  const [closesOn] = [today, evaluation.closesOn].sort()
  return documents.atomically([
    {
      in: 'evaluations',
      update: unchanged(evaluation),
      patch: {
        set: {
          sealed,
          ...(closes ? { state: 'closed', closesOn } : {}),
          ...(evaluation.pooled ? { pooled: [] } : {}),
        },
        inc: { rev: 1 },
      },
    },
    ...steps,
  ])
}

/** A pool's remarks come out when enough people's are there, whatever became of their answers. */
export async function sealRemarks(
  deps: SealBlocks,
  pool: Evaluation,
  organisation: Organisation,
  now: number,
): Promise<boolean> {
  const letters = await deps.documents.collection('letterbox').list({ evaluation: remarksOf(pool._id) })
  if (letters.length < FEWEST_POOLED_TEXTS) return false
  const opening = await openingOf(deps, pool, organisation, now)
  if (!opening) return false
  const open = await openLetters(deps, opening.key, letters, opening.dialog)
  return deps.documents.atomically([
    { in: 'evaluations', update: unchanged(pool), patch: { inc: { rev: 1 } } },
    ...textsOf(deps, opening, deps.newId(), open),
    ...letters.map(takenOut),
  ])
}

interface Opening extends BlockPlace {
  /** Unwrapped only to read the letters of one block. */
  key: string
}

async function openingOf(
  { documents, content }: SealBlocks,
  evaluation: Evaluation,
  organisation: Organisation,
  now: number,
): Promise<Opening | null> {
  const dialog = evaluationDialog(content, evaluation)
  const key = await documents.collection('evaluationKeys').get(evaluation._id)
  if (!dialog || !key) return null
  return { evaluation, organisation, dialog, day: dayIn(organisation, now), key: key.wrappedPrivateKey }
}

const dayIn = ({ zone }: Organisation, now: number): string => DateTime.fromMillis(now, { zone }).toISODate()!

async function stepsFor(
  deps: SealBlocks,
  opening: Opening,
  letters: readonly Letter[],
  seals: boolean,
): Promise<AtomicStep[]> {
  const { evaluation, dialog, key } = opening
  const steps =
    evaluation.way === 'kiosk'
      ? await stepsForTaps(deps, opening, letters, seals)
      : await stepsForLetters(deps, opening, await openLetters(deps, key, letters, dialog), seals)
  return steps.length > 0 ? [...steps, ...letters.map(takenOut)] : []
}

async function stepsForTaps(
  deps: SealBlocks,
  opening: Opening,
  letters: readonly Letter[],
  seals: boolean,
): Promise<AtomicStep[]> {
  const taps = openTaps(deps.seal, opening.key, letters)
  const people = sum(letters.map(letter => letter.people ?? 1))
  if (seals) {
    const tallies = Object.entries(taps).map(([question, counts]) => ({ question, counts }))
    return printsOf(deps, opening, { block: deps.newId(), label: '', people, tallies })
  }
  const pool = await poolFor(deps, opening.evaluation, opening.day)
  if (!pool) return []
  return [...pool.join(opening.evaluation.campaign), ...tapsInto(deps, pool.evaluation, taps, people)]
}

async function stepsForLetters(
  deps: SealBlocks,
  opening: Opening,
  letters: readonly OpenLetter[],
  seals: boolean,
): Promise<AtomicStep[]> {
  const { evaluation, organisation } = opening
  if (!seals) {
    const pool = await poolFor(deps, evaluation, opening.day)
    if (!pool) return []
    const shared = deps.content.dialog(evaluation.dialog, evaluation.dialogVersion)?.questions ?? []
    const asked = shared.map(({ id }) => id)
    return [...pool.join(evaluation.campaign), ...lettersInto(deps, pool.evaluation, letters, asked)]
  }
  const from = Math.max(BREAKDOWN_FROM, 2 * organisation.policy.s)
  const classes = letters.map(letter => letter.class ?? evaluation.classes.length - 1)
  const steps: AtomicStep[] = []
  const unshown: OpenLetter[] = []
  for (const group of groupsAtClose(evaluation.classes, classes, from)) {
    const members = group.letters.map(place => letters[place]!)
    const made = await blockOfLetters(deps, opening, group.label, members)
    steps.push(...made.steps)
    if (!made.showsTexts) unshown.push(...members.filter(({ remarks }) => remarks.length > 0))
  }
  if (unshown.length === 0) return steps
  const pool = evaluation.pooled ? itself(evaluation) : await poolFor(deps, evaluation, opening.day)
  return pool ? [...steps, ...pool.join(), ...remarksInto(deps, pool.evaluation, unshown)] : steps
}

/** What a pool keeps back it keeps itself; that it changed is written down with its block. */
const itself = (evaluation: Evaluation): Pool => ({ evaluation, join: () => [] })

const unchanged = ({ _id, state, rev }: Evaluation) => ({ _id, state, rev: rev ?? { $exists: false } })

const takenOut = ({ _id }: Letter): AtomicStep => ({ remove: { _id }, from: 'letterbox' })
