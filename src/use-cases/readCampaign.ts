import type { Policy, Printed } from '../domain/anonymity/printAtom'
import type { Shape } from '../domain/anonymity/shape'
import { shapeOf } from '../domain/anonymity/tally'
import type { Campaign } from '../domain/campaign'
import type { Task } from '../domain/conversation'
import type { Dialog } from '../domain/dialog/definition'
import type { OwnQuestion } from '../domain/dialog/ownQuestion'
import { cameTooLate } from '../domain/inbox/cameTooLate'
import type { LanguageTag } from '../domain/message'
import type { OutboxRow } from '../domain/outbox'
import { type CampaignOverview, campaignOverview } from '../domain/report/campaignOverview'
import { isRepeatable, repeatKey } from '../domain/report/repeatable'
import { adapted } from '../domain/timeline/adapted'
import type { PlannedStep, Timeline } from '../domain/timeline/definition'
import { gathers } from '../domain/timeline/gathers'
import { planSteps } from '../domain/timeline/planSteps'
import { type SendingHours, sendingHoursOf } from '../domain/timeline/sendingHours'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { evaluationDialog } from './evaluationDialog'

export interface QuestionTally {
  question: string
  option?: string
  /** An organiser's own question, with its words. */
  own?: OwnQuestion
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
  /** People come together for it; else they are only asked what they think. */
  gathers: boolean
  evaluations: EvaluationTally[]
  policy: Policy
}

const DAY = 24 * 3_600_000

/** Intake, feedback and whatever has a consent of its own is not for this page (domain reference 5.3). */
const isPractical = (dialog: Dialog | null): boolean =>
  dialog?.purpose === 'C1' && dialog.instrument === undefined

/** A talk may ask for a person without belonging to a campaign. */
const isAbout = (task: Task, campaign: string): boolean =>
  task.campaign === undefined || task.campaign === campaign

/**
 * What the campaign page shows. About answers without a name it reads the ledger and nothing else.
 * @param speaks the steps as they are with those who read this language
 */
export async function readCampaign(
  deps: { documents: Documents; content: Content; clock: Pick<Clock, 'now'> },
  id: string,
  { speaks }: { speaks?: LanguageTag | undefined } = {},
): Promise<CampaignReading> {
  const { documents, content } = deps
  const campaign = await documents.collection('campaigns').get(id)
  if (!campaign) throw new AppError('CAMPAIGN_NOT_FOUND', 'There is no such campaign')
  const organisation = await documents.collection('organisations').get(campaign.organisation)
  const written = content.timeline(campaign.timeline.id)
  if (!organisation || !written)
    throw new AppError('CAMPAIGN_NOT_FOUND', 'Its organisation or timeline is gone')
  const timeline = adapted(written, campaign.steps)
  const enrolments = await documents.collection('enrolments').list({ campaign: id })
  const people = enrolments.map(({ contact }) => contact)
  const [contacts, rows, replies, tasks, evaluations] = await Promise.all([
    documents.collection('contacts').list({ _id: { $in: people } }),
    documents.collection('outbox').list({ campaign: id }),
    documents.collection('namedReplies').list({ campaign: id }),
    documents.collection('tasks').list({ contact: { $in: people } }),
    documents.collection('evaluations').list({ campaign: id }),
  ])
  const planned = plannedFor(campaign, timeline, sendingHoursOf(organisation), rows, deps.clock.now())
  const now = deps.clock.now()
  const keys = new Set(rows.map(({ key }) => key))
  const mayRepeat = (row: OutboxRow) => isRepeatable(row, now) && !keys.has(repeatKey(row._id))
  const overview = campaignOverview({
    campaign,
    timeline,
    countsAnswers: dialog => isPractical(content.dialog(dialog)),
    planned,
    enrolments,
    contacts,
    speaks,
    rows: rows.map(row => ({ ...row, mayRepeat: mayRepeat(row) })),
    replies: replies.filter(({ dialog, version }) => isPractical(content.dialog(dialog, version))),
    tasks: tasks.filter(task => isAbout(task, id) && !cameTooLate(task, campaign.event, now)),
  })
  const tallies: EvaluationTally[] = []
  for (const evaluation of evaluations) {
    const dialog = evaluationDialog(content, evaluation)
    const entries = await documents.collection('ledger').list({ evaluation: evaluation._id })
    const marks =
      evaluation.way === 'chat'
        ? enrolments.map(enrolment => enrolment.evaluations[evaluation.instrument])
        : []
    const questions = (dialog?.questions ?? []).flatMap((question): QuestionTally[] => {
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
        : [
            {
              question: question.id,
              ...(question.own && { own: question.own }),
              answers,
              shape,
              printed: printed(),
            },
          ]
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
  return { ...overview, gathers: gathers(timeline), evaluations: tallies, policy: organisation.policy }
}

/** The plan as it stands for somebody who was there from the beginning, with its reasons where nothing made it late. */
function plannedFor(
  campaign: Campaign,
  timeline: Timeline,
  sending: SendingHours,
  rows: readonly OutboxRow[],
  now: number,
): PlannedStep[] {
  const options = { ...sending, evening: false }
  const asMeant = new Map(planSteps(timeline, campaign.event, options).map(step => [step.id, step]))
  const left: Record<string, number> = {}
  for (const { step, leftAt } of rows)
    if (step !== undefined && leftAt !== undefined) left[step] = Math.min(left[step] ?? leftAt, leftAt)
  const joinedAt = Math.max(campaign.runningSince ?? campaign.createdAt, campaign.change?.at ?? 0)
  return planSteps(timeline, campaign.event, { ...options, joinedAt, left, now }).map(step => {
    if (left[step.id] === undefined) return step
    const meant = asMeant.get(step.id)
    const asPlanned = meant && Math.abs(meant.dueAt - step.dueAt) < DAY
    return asPlanned ? { ...step, reasons: meant.reasons, rule: meant.rule } : step
  })
}
