import type { Campaign, Enrolment } from '../domain/campaign'
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
import { type ReportsAsked, type ReportsReading, readReports } from './readReports'

/** One instrument over all the events, with how many were asked; a tablet at the door does not know that. */
export interface SummedInstrument extends InstrumentReport {
  asked?: Asked
}

export interface Summary {
  events: Pick<ReportsReading, 'lines' | 'over' | 'series' | 'asked'>
  /** Of how many invitations to an event that is over, and of how many of those nothing is known that may be shown. */
  profile: { question: ProfileQuestion; invited: number; unknown: number; shares: Distribution | null }[]
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
  const events = await readReports(deps, { ...asked, outcomes: outcomesAsked })
  // Of all events there ever were, or not at all.
  const all =
    events.outcomes || only ? events : await readReports(deps, { organisation, outcomes: outcomesAsked })
  const past = events.lines.filter(({ isOver }) => isOver).map(({ event }) => event.id)
  const campaigns = await documents.collection('campaigns').list({ organisation, _id: { $in: past } })
  const enrolments = await documents.collection('enrolments').list({ campaign: { $in: past } })
  const conclusions = await documents
    .collection('conclusions')
    .list({ organisation, campaign: { $in: past } }, { sort: [['at', -1]] })
  return {
    events,
    profile: await profileOver(documents, campaigns, enrolments, house.policy.k),
    instruments: await instrumentsOf(deps, organisation, past, enrolments),
    outcomes: all.outcomes,
    conclusions: conclusions.filter(({ state }) => state !== 'dropped'),
  }
}

async function profileOver(
  documents: Documents,
  campaigns: readonly Campaign[],
  enrolments: readonly Enrolment[],
  k: number,
): Promise<Summary['profile']> {
  const participants = enrolments.filter(({ audience }) => audience === 'participant')
  const people = [...new Set(participants.map(({ contact }) => contact))]
  const intakes = await documents
    .collection('namedReplies')
    .list({ contact: { $in: people }, dialog: INTAKE_DIALOG })
  const printed = campaigns.flatMap(campaign => {
    const theirs = participants.filter(one => one.campaign === campaign._id)
    const about = { campaign, enrolments: theirs, intakes, reader: 'organiser' as const }
    return profileAt(about).map(rows => shareOf(rows, k))
  })
  return PROFILE_QUESTIONS.map(question => {
    const own = printed.flatMap(one => (one.question === question && one.shares ? [one.shares] : []))
    const known = own.reduce((total, { base }) => total + base, 0)
    const invited = participants.length
    return { question, invited, unknown: Math.max(0, invited - known), shares: addShares(own) }
  })
}

async function instrumentsOf(
  deps: ReadSummary,
  organisation: string,
  past: readonly string[],
  enrolments: readonly Enrolment[],
): Promise<SummedInstrument[]> {
  const evaluations = await deps.documents
    .collection('evaluations')
    .list({ organisation, campaign: { $in: [...past] } })
  const blocks = { organisation, evaluations: evaluations.map(({ _id }) => _id) }
  return (await readInstruments(deps, blocks)).map(report => {
    if (report.way === 'kiosk') return report
    const asked = evaluations
      .filter(({ instrument, way }) => instrument === report.instrument && way === 'chat')
      .map(evaluation =>
        askedIn(
          enrolments.filter(({ campaign }) => campaign === evaluation.campaign),
          evaluation,
        ),
      )
    const total = (of: (one: Asked) => number) => asked.reduce((sum, one) => sum + of(one), 0)
    return { ...report, asked: { invited: total(one => one.invited), answered: total(one => one.answered) } }
  })
}
