import { createHash, randomBytes } from 'node:crypto'
import path from 'node:path'
import { loadContent } from '../../src/content/loadContent'
import type { Evaluation } from '../../src/domain/anonymity/evaluation'
import { USUAL_POLICY } from '../../src/domain/anonymity/printAtom'
import type { Organisation } from '../../src/domain/organisation'
import { createSeal } from '../../src/seal/createSeal'
import { sealLetter } from '../../src/use-cases/openLetters'
import { openTestDocuments } from './openDocuments'
import { seeded } from './seeded'
import { aCampaign, anEvent } from './timelineBuilders'

export const DAY = 24 * 3_600_000
/** Noon of the day on which the evaluations of this world close. */
export const CLOSES = Date.parse('2026-12-20T12:00:00+01:00')

const { content } = loadContent(path.join(__dirname, '../..'))
const seal = createSeal(randomBytes(32))
const pair = seal.newPair()

export const house: Organisation = {
  _id: 'house',
  name: 'Huis',
  project: 'samen',
  zone: 'Europe/Brussels',
  languages: ['nl'],
  holidays: true,
  senders: { whatsapp: undefined, sms: undefined },
  contactPerson: { name: 'Els', phone: '+3259000000' },
  policy: USUAL_POLICY,
}

export const anEvaluation = (over: Partial<Evaluation> & { _id: string }): Evaluation => ({
  organisation: 'house',
  campaign: 'spring',
  series: 'cafe',
  dialog: 'smiley-evaluation',
  dialogVersion: 1,
  instrument: 'E-01',
  way: 'chat',
  privacy: 'anonymous',
  classBy: 'none',
  classes: [],
  publicKey: pair.publicKey,
  closesOn: '2026-12-20',
  live: false,
  sealed: 0,
  state: 'open',
  ...over,
})

/** What somebody says: the answers of their dialog by question, their language, and the place of their class. */
export interface Said {
  answers: Record<string, unknown>
  language?: string
  class?: number
}

/** A house with a store, whose evaluations are opened and filled by hand. */
export async function openEvaluationWorld(seed = 7) {
  const store = await openTestDocuments()
  const chance = seeded(seed)
  const { documents } = store
  /** Random for whoever reads them, and the same on every run. */
  const newId = () => createHash('sha256').update(String(chance())).digest('base64url').slice(0, 22)
  const deps = { documents, content, seal, newId, random: chance }
  await documents.collection('organisations').insert(house)

  const letterOf = ({ answers, language = 'nl', ...about }: Said): string =>
    sealLetter(
      seal,
      pair.publicKey,
      { language, ...about },
      Object.entries(answers).map(([question, value]) =>
        seal.sealTo(pair.publicKey, { question, value, language }),
      ),
    )

  return {
    ...store,
    deps,
    content,
    seal,
    chance,
    newId,
    letterOf,
    open: (evaluation: Evaluation) =>
      documents.atomically([
        { insert: evaluation, into: 'evaluations' },
        {
          insert: { _id: evaluation._id, wrappedPrivateKey: pair.wrappedPrivateKey },
          into: 'evaluationKeys',
        },
      ]),
    async post(evaluation: string, letters: readonly string[]): Promise<void> {
      for (const letter of letters)
        await documents.collection('letterbox').insert({ _id: newId(), evaluation, letter })
    },
    event: (_id: string, day = '2026-12-19') =>
      documents.collection('campaigns').insert(
        aCampaign({
          _id,
          organisation: 'house',
          series: 'cafe',
          event: anEvent({ start: `${day}T14:00`, end: `${day}T17:00` }),
        }),
      ),
    letters: (evaluation: string) => documents.collection('letterbox').list({ evaluation }),
    evaluation: (id: string) => documents.collection('evaluations').get(id),
    async everythingOf(evaluation: string) {
      return {
        replies: await documents.collection('replies').list({ evaluation }),
        texts: await documents.collection('texts').list({ evaluation }),
        ledger: await documents.collection('ledger').list({ evaluation }),
        letters: await documents.collection('letterbox').list({ evaluation }),
      }
    },
  }
}

export type EvaluationWorld = Awaited<ReturnType<typeof openEvaluationWorld>>
