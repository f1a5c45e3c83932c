import type {
  AnonymousReply,
  AnonymousText,
  Evaluation,
  EvaluationKey,
  KioskBatch,
  LedgerEntry,
  Letter,
  RollUp,
  Sound,
  Way,
} from '../../domain/anonymity/evaluation'
import type { Printed } from '../../domain/anonymity/printAtom'
import { OWN_KINDS, type OwnQuestion } from '../../domain/dialog/ownQuestion'
import {
  collection,
  flag,
  free,
  key,
  listOf,
  mapOf,
  named,
  number,
  object,
  oneOf,
  optional,
  setOf,
  text,
} from './fields'

export const ownQuestion = () =>
  object<OwnQuestion>({
    id: key(),
    kind: oneOf(OWN_KINDS),
    ask: mapOf(text()),
    options: listOf(mapOf(text())),
  })

// No time, no counter and no index but those here: each would be a way to join an answer to a person.

const way = () => named<Way>({ chat: true, kiosk: true })

export const evaluations = collection<Evaluation>({
  organisation: key(),
  campaign: key(),
  series: key(),
  dialog: key(),
  dialogVersion: number(),
  ownQuestions: optional(listOf(ownQuestion())),
  edition: optional(number()),
  instrument: key(),
  way: way(),
  privacy: named<Evaluation['privacy']>({ anonymous: true }),
  classBy: named<Evaluation['classBy']>({ none: true, language: true, audience: true }),
  classes: listOf(object<Evaluation['classes'][number]>({ label: text(), members: listOf(text()) })),
  publicKey: text(),
  closesOn: text(),
  live: flag(),
  sealed: number(),
  pooled: optional(setOf(key())),
  rev: optional(number()),
  forgotten: optional(flag()),
  state: named<Evaluation['state']>({ open: true, closed: true }),
})

export const evaluationKeys = collection<EvaluationKey>({ wrappedPrivateKey: text() })

export const letterbox = collection<Letter>(
  { evaluation: key(), letter: text(), people: optional(number()) },
  [{ on: ['evaluation'] }],
)

export const kioskBatches = collection<KioskBatch>({ evaluation: key() }, [{ on: ['evaluation'] }])

export const replies = collection<AnonymousReply>(
  { evaluation: key(), block: key(), respondent: key(), answers: mapOf(free()) },
  [{ on: ['evaluation', 'block'] }],
)

export const texts = collection<AnonymousText>(
  {
    organisation: key(),
    campaign: key(),
    series: key(),
    evaluation: key(),
    dialog: key(),
    dialogVersion: number(),
    block: key(),
    question: text(),
    text: text(),
    recording: optional(text()),
    manySpoke: optional(flag()),
    writtenDownBy: optional(key()),
    language: optional(text()),
    state: named<AnonymousText['state']>({ waiting: true, proposed: true, shown: true, refused: true }),
    proposedBy: optional(key()),
    shown: optional(text()),
    translatedBy: optional(key()),
    tags: setOf(text()),
    rev: number(),
  },
  [{ on: ['evaluation', 'block'] }],
)

export const sounds = collection<Sound>(
  { locked: text(), evaluation: optional(key()), text: optional(key()), until: optional(text()) },
  [{ on: ['evaluation'] }, { on: ['until'] }],
)

const SAYS: Record<Printed['say'], true> = {
  'too few': true,
  'number only': true,
  majority: true,
  cells: true,
  few: true,
}

const isPrinted = (value: unknown) =>
  typeof value === 'object' && value !== null && 'say' in value && Object.hasOwn(SAYS, String(value.say))

export const ledger = collection<LedgerEntry>(
  {
    organisation: key(),
    evaluation: key(),
    campaign: key(),
    series: key(),
    dialog: key(),
    dialogVersion: number(),
    instrument: key(),
    way: way(),
    question: text(),
    option: optional(text()),
    own: optional(ownQuestion()),
    block: key(),
    label: text(),
    pooled: optional(setOf(key())),
    day: text(),
    people: number(),
    s: number(),
    printed: free(isPrinted),
  },
  [{ on: ['evaluation'] }],
)

export const rollUps = collection<RollUp>(
  {
    organisation: key(),
    scope: named<RollUp['scope']>({ series: true, month: true }),
    of: key(),
    dialog: key(),
    dialogVersion: number(),
    instrument: key(),
    way: way(),
    question: text(),
    option: optional(text()),
    own: optional(ownQuestion()),
    label: text(),
    rev: number(),
    total: free(),
  },
  [{ on: ['organisation', 'scope', 'of'] }],
)
