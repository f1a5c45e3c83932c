import { DateTime } from 'luxon'
import { type Evaluation, poolOf } from '../domain/anonymity/evaluation'
import type { AtomicStep, Documents } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Seal } from '../ports/seal'
import { type OpenLetter, type Remark, sealLetter, type Taps } from './openLetters'

/** A pool waits so long after the last event that joined it; then its key goes, and what was in it stays unread. */
const POOL_DAYS = 365

export interface PoolLetters {
  documents: Documents
  seal: Seal
  newId: NewId
}

/** Where the few answers of several events of a series wait for each other: sealed again, without event and class. */
export interface Pool {
  evaluation: Evaluation
  /** Steps that must be in the same transaction as whatever comes in. */
  join(campaign?: string): AtomicStep[]
}

/** The remarks of a pool lie beside its answers: they wait for remarks, not for people. */
export const remarksOf = (pool: string): string => `${pool}:remarks`

/**
 * The pool that answers of this evaluation may join; null when its series has no other event, for then nobody would ever
 * join them.
 */
export async function poolFor(
  { documents, seal }: PoolLetters,
  { organisation, campaign, series, dialog, dialogVersion, instrument, way }: Evaluation,
  day: string,
): Promise<Pool | null> {
  const others = { organisation, series, _id: { $ne: campaign } }
  if (!(await documents.collection('campaigns').first(others))) return null
  const closesOn = DateTime.fromISO(day).plus({ days: POOL_DAYS }).toISODate()!
  const about = { organisation, campaign: poolOf(series), dialog, dialogVersion, instrument, way }
  const kept = await documents.collection('evaluations').first({ ...about, state: 'open' })
  if (kept)
    return {
      evaluation: kept,
      join: from => [
        {
          in: 'evaluations',
          update: { _id: kept._id, state: 'open', rev: kept.rev ?? 0 },
          patch: { set: { closesOn }, inc: { rev: 1 }, ...(from ? { addToSet: { pooled: from } } : {}) },
        },
      ],
    }
  const { publicKey, wrappedPrivateKey } = seal.newPair()
  const _id = ['pool', organisation, series, instrument, way, dialogVersion, day].join(':')
  const pool: Evaluation = {
    _id,
    ...about,
    series,
    privacy: 'anonymous',
    classBy: 'none',
    classes: [],
    publicKey,
    closesOn,
    live: false,
    sealed: 0,
    pooled: [],
    rev: 0,
    state: 'open',
  }
  return {
    evaluation: pool,
    join: from => [
      { into: 'evaluations', insert: { ...pool, pooled: from ? [from] : [] } },
      { into: 'evaluationKeys', insert: { _id, wrappedPrivateKey } },
    ],
  }
}

/**
 * People's letters, sealed to the pool, with a box for each question as before. What only their own event asked stays
 * behind: it would name the event.
 */
export const lettersInto = (
  deps: PoolLetters,
  pool: Evaluation,
  letters: readonly OpenLetter[],
  asked: readonly string[],
): AtomicStep[] =>
  letters.flatMap(({ answers, remarks, language }) => {
    const shared = remarks.filter(({ question }) => asked.includes(question))
    const said = asked.map(question => {
      const remark = shared.find(one => one.question === question)
      return remark ? boxOf(remark) : { question, value: answers[question] ?? null }
    })
    return [posted(deps, pool, pool._id, { language }, said), ...soundsInto(pool, shared)]
  })

/** Remarks alone, one letter for each person who made any. */
export const remarksInto = (
  deps: PoolLetters,
  pool: Evaluation,
  letters: readonly OpenLetter[],
): AtomicStep[] =>
  letters
    .filter(({ remarks }) => remarks.length > 0)
    .flatMap(({ remarks, language }) => [
      posted(deps, pool, remarksOf(pool._id), { language }, remarks.map(boxOf)),
      ...soundsInto(pool, remarks),
    ])

const boxOf = ({ said, ...about }: Remark) => ({ ...about, value: said })

/** The key goes along in its box; the sound lasts as long as the pool. */
const soundsInto = ({ _id: evaluation }: Evaluation, remarks: readonly Remark[]): AtomicStep[] =>
  remarks.flatMap(({ said }) =>
    typeof said === 'string'
      ? []
      : { in: 'sounds' as const, update: { _id: said.sound }, patch: { set: { evaluation } } },
  )

/** What tablets counted, as one letter. */
export const tapsInto = (deps: PoolLetters, pool: Evaluation, taps: Taps, people: number): AtomicStep[] => [
  {
    into: 'letterbox',
    insert: {
      _id: deps.newId(),
      evaluation: pool._id,
      letter: deps.seal.sealTo(pool.publicKey, taps),
      people,
    },
  },
]

function posted(
  { seal, newId }: PoolLetters,
  { publicKey }: Evaluation,
  evaluation: string,
  about: { language: string },
  said: readonly object[],
): AtomicStep {
  const boxes = said.map(one => seal.sealTo(publicKey, one))
  return {
    into: 'letterbox',
    insert: { _id: newId(), evaluation, letter: sealLetter(seal, publicKey, about, boxes) },
  }
}
