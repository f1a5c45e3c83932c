import { DateTime } from 'luxon'
import type { Campaign, Enrolment } from '../domain/campaign'
import type { Audience } from '../domain/contact'
import { reportedEvent } from '../domain/report/eventReport'
import type { OutcomeReport } from '../domain/report/outcomeReport'
import { type EventLine, eventLine, type OverEvents, overEvents } from '../domain/report/overEvents'
import type { TrainingReport } from '../domain/report/trainings'
import { anchorMoment } from '../domain/timeline/dueAt'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { Documents, Filter } from '../ports/documents'
import { countTrainings } from './countTrainings'
import { type Series, seriesIn } from './listSeries'
import { type InstrumentReport, readInstruments } from './readEvaluations'
import { type OutcomesAsked, readOutcomes } from './readOutcomes'
import type { Totalled } from './readTotals'

export interface ReportsAsked {
  organisation: string
  series?: string | undefined
  /** All that this reader may read of; null: everything. */
  only?: readonly string[] | null
  /** ISO months, both included: `2026-12`. */
  from?: string | undefined
  to?: string | undefined
  audience?: Audience | undefined
  /** Where people stand now is read as well. */
  outcomes?: OutcomesAsked | undefined
}

export interface ReportsReading {
  asked: ReportsAsked
  /** Newest first. */
  lines: Omit<EventLine, 'people'>[]
  over: OverEvents
  /** What people thought over all of it. */
  instruments: InstrumentReport[]
  /** Null: not asked for, or this reader sees it of all events together alone: two choices could differ by one person. */
  outcomes: OutcomeReport | null
  /** What they learn; null as for outcomes. */
  trainings: TrainingReport | null
  /** Every series there is, by the name of its last event. */
  series: Series[]
}

interface ReadReports {
  documents: Documents
  content: Pick<Content, 'dialog'>
  clock: Pick<Clock, 'now'>
}

/** Old events are found by series or period. */
const MOST_EVENTS = 200

/** Events with who was invited. */
export interface GatheredEvents {
  /** Every event this reader may read of, newest first. */
  campaigns: Campaign[]
  chosen: { campaign: Campaign; enrolments: Enrolment[]; isOver: boolean }[]
}

export async function gatherEvents(
  { documents, clock }: Pick<ReadReports, 'documents' | 'clock'>,
  asked: ReportsAsked,
): Promise<GatheredEvents> {
  const { organisation, only } = asked
  const campaigns = await documents
    .collection('campaigns')
    .list(
      { organisation, state: { $ne: 'draft' }, ...(only ? { series: { $in: only } } : {}) },
      { sort: [['event.start', -1]] },
    )
  const chosen: GatheredEvents['chosen'] = []
  for (const campaign of campaigns.filter(one => isAsked(one, asked)).slice(0, MOST_EVENTS)) {
    const enrolments = await documents.collection('enrolments').list({ campaign: campaign._id })
    const isOver = campaign.state !== 'cancelled' && anchorMoment(campaign.event, 'end') <= clock.now()
    chosen.push({ campaign, enrolments, isOver })
  }
  return { campaigns, chosen }
}

/** Events of a series, of some months, or all, side by side and together; answers come from what was printed. */
export async function readReports(
  deps: ReadReports,
  asked: ReportsAsked,
  gathered?: GatheredEvents,
): Promise<ReportsReading> {
  const { organisation } = asked
  const { campaigns, chosen } = gathered ?? (await gatherEvents(deps, asked))
  const house = await deps.documents.collection('organisations').get(organisation)
  if (!house) throw new AppError('NOT_FOUND', 'There is no such organisation')
  const linesOf = (audience?: Audience) =>
    chosen.map(({ campaign, enrolments, isOver }) => {
      const about = { event: reportedEvent(campaign), kind: campaign.timeline.id, isOver }
      return eventLine(about, enrolments, audience)
    })
  const lines = linesOf(asked.audience)
  const ids = chosen.map(({ campaign }) => campaign._id)
  const outcomes = asked.outcomes && showsOutcomes(asked) ? asked.outcomes : null
  const participants = outcomes ? linesOf('participant') : []
  return {
    asked,
    lines: lines.map(({ people: _, ...line }) => line),
    over: overEvents(lines, asked.outcomes?.reader === 'staff' ? 1 : house.policy.k),
    instruments: await readInstruments(deps, await blocksOf(deps, asked, campaigns, ids)),
    outcomes: outcomes && (await readOutcomes(deps, organisation, participants, outcomes)),
    trainings: outcomes && (await countTrainings(deps, house, participants, outcomes.reader)),
    series: seriesIn(campaigns),
  }
}

const showsOutcomes = ({ outcomes, series, from, to, audience, only }: ReportsAsked): boolean =>
  outcomes?.reader === 'staff'
    ? audience === undefined || audience === 'participant'
    : [series, from, to, audience, only ?? undefined].every(one => one === undefined)

const isAsked = ({ series, event }: Campaign, asked: ReportsAsked): boolean => {
  const month = monthOf(event.start)
  return (
    (asked.series === undefined || series === asked.series) &&
    (asked.from === undefined || month >= asked.from) &&
    (asked.to === undefined || month <= asked.to)
  )
}

const monthOf = (iso: string) => iso.slice(0, 'YYYY-MM'.length)

/** A whole series or whole months are kept added up; one within the other is a handful of events. */
async function blocksOf(
  { documents, clock }: ReadReports,
  { organisation, series, from, to, only }: ReportsAsked,
  campaigns: readonly Campaign[],
  chosen: readonly string[],
): Promise<Totalled> {
  const hasPeriod = from !== undefined || to !== undefined
  const isTheirs = !only || (series !== undefined && only.includes(series))
  if (series !== undefined && isTheirs && !hasPeriod) return { organisation, series }
  if (series !== undefined || only) {
    const inChosen: Filter = { campaign: { $in: [...chosen] } }
    const evaluations = await documents.collection('evaluations').list({ organisation, ...inChosen })
    return { organisation, evaluations: evaluations.map(({ _id }) => _id) }
  }
  const oldest = campaigns.at(-1)
  const last = to ?? DateTime.fromMillis(clock.now()).toFormat('yyyy-MM')
  return { organisation, months: monthsBetween(from ?? (oldest ? monthOf(oldest.event.start) : last), last) }
}

/** A reader may ask for any two months; a century is enough. */
const MOST_MONTHS = 1200

function monthsBetween(from: string, to: string): string[] {
  const first = DateTime.fromISO(from)
  const count = Math.floor(DateTime.fromISO(to).diff(first, 'months').months) + 1
  const length = Math.max(0, Math.min(MOST_MONTHS, count))
  return Array.from({ length }, (_, index) => first.plus({ months: index }).toFormat('yyyy-MM'))
}
