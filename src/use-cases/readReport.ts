import { may } from '../domain/access/may'
import type { Policy } from '../domain/anonymity/printAtom'
import type { Campaign } from '../domain/campaign'
import type { Dialog } from '../domain/dialog/definition'
import { INTAKE_DIALOG } from '../domain/dialog/intake'
import { type BlockAverage, blockAverages } from '../domain/report/blockAverages'
import { countReplies, inHeaps, type RepliesToQuestion } from '../domain/report/countReplies'
import { type EventFigures, eventReport, type Reader } from '../domain/report/eventReport'
import { passagesOf } from '../domain/report/passages'
import { type Limits, limitsOf } from '../domain/settings/limits'
import type { Timeline } from '../domain/timeline/definition'
import { gathers } from '../domain/timeline/gathers'
import { stepOf } from '../domain/timeline/moments'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { placeForOwn } from './ownQuestions'
import { type EvaluationReport, readEvaluations } from './readEvaluations'

/** An instrument whose replies carry names: counted, and nobody's reply shown. */
export interface NamedReport {
  instrument: string
  dialog: string
  replies: number
  /** Of those, filled in to the end (R14); only for who may see every count. */
  complete?: number
  questions: RepliesToQuestion[]
}

export interface EventReport extends EventFigures {
  reader: Reader
  policy: Policy
  limits: Limits
  /** People came together; else there is nothing to say about who came. */
  gathers: boolean
  evaluations: EvaluationReport[]
  /** An organiser may add questions of their own: events of this kind have a place for them. */
  takesOwnQuestions: boolean
  named: NamedReport[]
  /** How the team and partners scored each building block. */
  blocks: BlockAverage[]
}

export interface ReadReport {
  documents: Documents
  content: Pick<Content, 'dialog' | 'timeline' | 'dialogs'>
  clock: Pick<Clock, 'now'>
}

/**
 * What happened at one event and what people thought of it. About answers without a name it reads the ledger and nothing
 * else. What it gives to an organiser has no name, no number and no count of few in it.
 */
export async function readReport(deps: ReadReport, campaign: Campaign, reader: Reader): Promise<EventReport> {
  const { documents, content } = deps
  const { _id, organisation } = campaign
  const house = await documents.collection('organisations').get(organisation)
  const timeline = content.timeline(campaign.timeline.id)
  if (!house || !timeline) throw new AppError('CAMPAIGN_NOT_FOUND', 'Its organisation or timeline is gone')
  const enrolments = await documents.collection('enrolments').list({ campaign: _id })
  const people = enrolments.map(({ contact }) => contact)
  const [contacts, rows, replies, intakes] = await Promise.all([
    documents.collection('contacts').list({ _id: { $in: people } }),
    documents.collection('outbox').list({ campaign: _id }, { sort: [['dueAt', 1]] }),
    documents.collection('namedReplies').list({ campaign: _id }),
    documents.collection('namedReplies').list({ contact: { $in: people }, dialog: INTAKE_DIALOG }),
  ])
  const asks = (step: string) => whatIsAsked(content, timeline, step)
  const { policy } = house
  const limits = limitsOf(house)
  return {
    reader,
    policy,
    limits,
    ...eventReport({
      campaign,
      enrolments,
      passages: passagesOf({ rows, enrolments, contacts, replies, asks }),
      intakes,
      audienceOf: step => stepOf(timeline, step)?.audience,
      reader,
      k: policy.k,
      oneSex: limits.oneSex,
      now: deps.clock.now(),
    }),
    gathers: gathers(timeline),
    evaluations: await readEvaluations(deps, { organisation, campaign: _id }, enrolments),
    takesOwnQuestions: placeForOwn(content, campaign.timeline) !== null,
    blocks: blockAverages(
      content.dialogs.map(dialog => ({
        dialog,
        replies: replies.filter(reply => reply.dialog === dialog.id),
      })),
    ),
    named: content.dialogs.flatMap(dialog => {
      const { instrument = '' } = dialog
      const role = reader === 'staff' ? 'coordinator' : 'organiser'
      const counts = may(role, instrument, 'counts', 'none')
      if (!counts && !may(role, instrument, 'groups', 'none')) return []
      const theirs = replies.filter(
        reply => reply.dialog === dialog.id && Object.keys(reply.answers).length > 0,
      )
      if (theirs.length === 0) return []
      const questions = counts
        ? countReplies(dialog, theirs, 1)
        : countReplies(dialog, inHeaps(theirs, policy.k), policy.k)
      return questions.length === 0
        ? []
        : [
            {
              instrument,
              dialog: dialog.id,
              replies: theirs.length,
              ...(counts ? { complete: theirs.filter(({ complete }) => complete).length } : {}),
              questions,
            },
          ]
    }),
  }
}

/** What a step asks whose answers may be counted: practical things, and what has no name anyway. */
function whatIsAsked(content: ReadReport['content'], timeline: Timeline, step: string) {
  const moment = stepOf(timeline, step)
  const dialog = moment?.does === 'dialog' && moment.dialog ? content.dialog(moment.dialog) : null
  if (!dialog || !mayCount(dialog)) return null
  return { dialog: dialog.id, ...(dialog.privacy === 'anonymous' ? { instrument: dialog.instrument } : {}) }
}

const mayCount = ({ privacy, purpose }: Dialog) => privacy === 'anonymous' || purpose === 'C1'
