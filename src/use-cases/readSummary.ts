import { INTAKE_DIALOG } from '../domain/dialog/intake'
import { addShares } from '../domain/report/addShares'
import type { Conclusion } from '../domain/report/conclusion'
import type { Distribution } from '../domain/report/distribution'
import { profileAt, shareOf } from '../domain/report/eventReport'
import type { OutcomeReport } from '../domain/report/outcomeReport'
import { PROFILE_QUESTIONS, type ProfileQuestion } from '../domain/report/profile'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { type Asked, askedIn, type InstrumentReport, readInstruments } from './readEvaluations'
import {
  type GatheredEvents,
  gatherEvents,
  type ReportsAsked,
  type ReportsReading,
  readReports,
} from './readReports'

/** One instrument over all the events, with how many were asked; a tablet at the door does not know that. */
export interface SummedInstrument extends InstrumentReport {
  asked?: Asked
}

export interface Summary {
  events: Pick<ReportsReading, 'lines' | 'over' | 'series' | 'asked'>
  /** Of how many invitations to an event that is over. */
  profile: { question: ProfileQuestion; invited: number; shares: Distribution | null }[]
  instruments: SummedInstrument[]
  /** Of all events there ever were, whatever was chosen. */
  outcomes: OutcomeReport | null
  /** Newest first. */
  conclusions: Conclusion[]
}

interface ReadSummary {
  documents: Documents
  content: Pick<Content, 'dialog'>
  clock: Pick<Clock, 'now'>
}

/**
 * The figures of some months for those who steer a project. It leaves on paper, so whoever takes it gets what an organiser
 * may see: sums of what each whole event prints (anonymity 3.4 and 3.6).
 */
export async function readSummary(
  deps: ReadSummary,
  asked: Pick<ReportsAsked, 'organisation' | 'series' | 'from' | 'to' | 'only'>,
): Promise<Summary> {
  const { documents } = deps
  const { organisation, only } = asked
  const house = await documents.collection('organisations').get(organisation)
  if (!house) throw new AppError('NOT_FOUND', 'There is no such organisation')
  const outcomesAsked = { reader: 'organiser' } as const
  const gathered = await gatherEvents(deps, asked)
  const events = await readReports(deps, { ...asked, outcomes: outcomesAsked }, gathered)
  // Of all events there ever were, or not at all.
  const all =
    events.outcomes || only ? events : await readReports(deps, { organisation, outcomes: outcomesAsked })
  const over = gathered.chosen.filter(({ isOver }) => isOver)
  const past = over.map(({ campaign }) => campaign._id)
  const conclusions = await documents
    .collection('conclusions')
    .list({ organisation, campaign: { $in: past } }, { sort: [['at', -1]] })
  return {
    events,
    profile: await profileOver(documents, over, house.policy.k),
    instruments: await instrumentsOf(deps, organisation, over),
    outcomes: all.outcomes,
    conclusions: conclusions.filter(({ state }) => state !== 'dropped'),
  }
}

async function profileOver(
  documents: Documents,
  over: GatheredEvents['chosen'],
  k: number,
): Promise<Summary['profile']> {
  const participants = over.flatMap(({ enrolments }) =>
    enrolments.filter(({ audience }) => audience === 'participant'),
  )
  const people = [...new Set(participants.map(({ contact }) => contact))]
  const intakes = await documents
    .collection('namedReplies')
    .list({ contact: { $in: people }, dialog: INTAKE_DIALOG })
  const printed = over.flatMap(({ campaign, enrolments }) =>
    profileAt({ campaign, enrolments, intakes, reader: 'organiser' }).map(rows => shareOf(rows, k)),
  )
  return PROFILE_QUESTIONS.map(question => {
    const own = printed.flatMap(one => (one.question === question && one.shares ? [one.shares] : []))
    return { question, invited: participants.length, shares: addShares(own) }
  })
}

async function instrumentsOf(
  deps: ReadSummary,
  organisation: string,
  over: GatheredEvents['chosen'],
): Promise<SummedInstrument[]> {
  const invited = new Map(over.map(({ campaign, enrolments }) => [campaign._id, enrolments]))
  const evaluations = await deps.documents
    .collection('evaluations')
    .list({ organisation, campaign: { $in: [...invited.keys()] } })
  const blocks = { organisation, evaluations: evaluations.map(({ _id }) => _id) }
  return (await readInstruments(deps, blocks)).map(report => {
    if (report.way === 'kiosk') return report
    const asked = evaluations
      .filter(({ instrument, way }) => instrument === report.instrument && way === 'chat')
      .map(evaluation => askedIn(invited.get(evaluation.campaign ?? '') ?? [], evaluation))
    const total = (of: (one: Asked) => number) => asked.reduce((sum, one) => sum + of(one), 0)
    return { ...report, asked: { invited: total(one => one.invited), answered: total(one => one.answered) } }
  })
}
