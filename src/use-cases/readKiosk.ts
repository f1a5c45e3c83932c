import { type Evaluation, ON_THE_DAY } from '../domain/anonymity/evaluation'
import { sum } from '../domain/anonymity/shape'
import type { Kiosk } from '../domain/kiosk'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { evaluationId } from './openEvaluations'
import { secretHash } from './secretHash'

/** What a tablet asks: the evaluation that takes its taps, and the questions in order. */
export interface OpenKiosk {
  evaluation: string
  questions: string[]
  /** False once its evaluation is closed: it asks nobody any more, and what was tapped before is still taken. */
  open: boolean
}

/** What this link opens; null when it was ended, or there is no such link: the same to who holds it. */
export async function readKiosk(
  { documents, content }: { documents: Documents; content: Pick<Content, 'dialog'> },
  secret: string,
): Promise<OpenKiosk | null> {
  const kiosk = await documents.collection('kiosks').get(secretHash('kiosk', secret))
  const evaluation =
    kiosk && kiosk.endedAt === undefined && (await tabletEvaluation({ documents, content }, kiosk.campaign))
  const dialog = evaluation && content.dialog(evaluation.dialog, evaluation.dialogVersion)
  if (!dialog) return null
  const questions = dialog.questions.map(({ id }) => id)
  return { evaluation: evaluation._id, questions, open: evaluation.state === 'open' }
}

/** What a coordinator sees of the tablets at one event: how many people tapped, and nothing of what. */
export interface Tablets {
  open: Kiosk[]
  taps: number
  /** The evaluation takes nothing any more. */
  closed: boolean
}

export async function readTablets(
  { documents, content }: { documents: Documents; content: Pick<Content, 'dialog'> },
  campaign: string,
): Promise<Tablets> {
  const open = await documents
    .collection('kiosks')
    .list({ campaign, endedAt: { $exists: false } }, { sort: [['openedAt', 1]] })
  const evaluation = await tabletEvaluation({ documents, content }, campaign)
  if (!evaluation) return { open, taps: 0, closed: false }
  const letters = await documents.collection('letterbox').list({ evaluation: evaluation._id })
  return {
    open,
    taps: evaluation.sealed + sum(letters.map(({ people = 1 }) => people)),
    closed: evaluation.state === 'closed',
  }
}

async function tabletEvaluation(
  { documents, content }: { documents: Documents; content: Pick<Content, 'dialog'> },
  campaign: string,
): Promise<Evaluation | null> {
  const instrument = content.dialog(ON_THE_DAY)?.instrument
  return instrument
    ? documents.collection('evaluations').get(evaluationId(campaign, instrument, 'kiosk'))
    : null
}
