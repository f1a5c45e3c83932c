import type { Printed } from '../domain/anonymity/printAtom'
import type { Shape } from '../domain/anonymity/shape'
import { shapeOf } from '../domain/anonymity/tally'
import { type CampaignOverview, campaignOverview } from '../domain/report/campaignOverview'
import { planSteps } from '../domain/timeline/planSteps'
import { AppError } from '../errors'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'

export interface QuestionTally {
  question: string
  option?: string
  answers: string[]
  shape: Shape
  printed: Printed[]
}

export interface EvaluationTally {
  dialog: string
  instrument: string
  state: 'open' | 'closed'
  /** ISO day. */
  closesOn: string
  invited: number
  answered: number
  questions: QuestionTally[]
}

export interface CampaignReading extends CampaignOverview {
  evaluations: EvaluationTally[]
  policy: { k: number; s: number }
}

/** What the campaign page shows. About answers without a name it reads the ledger and nothing else. */
export async function readCampaign(
  deps: { documents: Documents; content: Content },
  id: string,
): Promise<CampaignReading> {
  const { documents, content } = deps
  const campaign = await documents.collection('campaigns').get(id)
  if (!campaign) throw new AppError('CAMPAIGN_NOT_FOUND', 'There is no such campaign')
  const organisation = await documents.collection('organisations').get(campaign.organisation)
  const timeline = content.timeline(campaign.timeline.id)
  if (!organisation || !timeline)
    throw new AppError('CAMPAIGN_NOT_FOUND', 'Its organisation or timeline is gone')
  const enrolments = await documents.collection('enrolments').list({ campaign: id })
  const people = enrolments.map(({ contact }) => contact)
  const [contacts, rows, replies, tasks, evaluations] = await Promise.all([
    documents.collection('contacts').list({ _id: { $in: people } }),
    documents.collection('outbox').list({ campaign: id }),
    documents.collection('namedReplies').list({ campaign: id }),
    documents.collection('tasks').list({ contact: { $in: people } }),
    documents.collection('evaluations').list({ campaign: id }),
  ])
  const planned = planSteps(timeline, campaign.event, { holidays: organisation.holidays, evening: false })
  const overview = campaignOverview({ campaign, planned, enrolments, contacts, rows, replies, tasks })
  const tallies: EvaluationTally[] = []
  for (const evaluation of evaluations) {
    const dialog = content.dialog(evaluation.dialog, evaluation.dialogVersion)
    const entries = await documents.collection('ledger').list({ evaluation: evaluation._id })
    const marks = enrolments.map(enrolment => enrolment.evaluations[evaluation.instrument])
    const questions = (dialog?.questions ?? []).flatMap(question => {
      const counted = question.endWhen ? null : shapeOf(question)
      if (!counted) return []
      const printed = (option?: string) =>
        entries
          .filter(entry => entry.question === question.id && entry.option === option)
          .map(entry => entry.printed)
      const { shape, answers, multi } = counted
      return multi
        ? answers.map(option => ({
            question: question.id,
            option,
            answers: ['no', 'yes'],
            shape,
            printed: printed(option),
          }))
        : [{ question: question.id, answers, shape, printed: printed() }]
    })
    tallies.push({
      dialog: evaluation.dialog,
      instrument: evaluation.instrument,
      state: evaluation.state,
      closesOn: evaluation.closesOn,
      invited: marks.filter(mark => mark !== undefined).length,
      answered: marks.filter(mark => mark === 'answered').length,
      questions,
    })
  }
  return { ...overview, evaluations: tallies, policy: organisation.policy }
}
