import type { Case } from '../domain/cases/case'
import { type OpenStep, openSteps } from '../domain/cases/open'
import { isShown, type Shown, silentBefore } from '../domain/cases/show'
import { isUnknown, statusOn } from '../domain/cases/statusOn'
import { groupBy } from '../domain/groupBy'
import { momentOf, wallAt, wallClock } from '../domain/timeline/wallClock'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Documents, Filter } from '../ports/documents'
import { type CaseRow, caseRows } from './caseRows'
import { pageOfCases } from './pageOfCases'
import { readWaiting } from './readWaiting'

export interface CasesAsked {
  show: Shown
  /** Who is silent: for longer than so many weeks. */
  weeks: number
  /** Whose people alone. */
  supervisor?: string
  /** ISO day on which the status is wanted, as it was known then; absent, or to come: now. */
  day?: string
  /** `next` of the page before. */
  after?: string
  limit: number
}

export interface CasesReading {
  rows: CaseRow[]
  /** How many people each choice has; null: of a day that is past nobody counts them all. */
  counts: Record<Shown, number | null>
  /** Of the statuses. */
  day: string
  /** In the organisation's zone. */
  today: string
  next?: string
}

/** Longer lists of what waits are worked through from the top, as `readWaiting` does. */
const MOST_OPEN = 1_000

/** One page of the people whom an organisation follows, who needs somebody first. However many they are, it reads a page. */
export async function readCases(
  { documents, clock }: { documents: Documents; clock: Pick<Clock, 'now'> },
  organisation: string,
  { show, weeks, supervisor, day: asked, after, limit }: CasesAsked,
): Promise<CasesReading> {
  const house = await documents.collection('organisations').get(organisation)
  if (!house) throw new AppError('NOT_FOUND', 'There is no such organisation')
  const cases = documents.collection('cases')
  const now = clock.now()
  const today = wallAt(now, house.zone).toISODate()!
  const isPast = asked !== undefined && asked < today
  const day = isPast ? asked : today
  const until = isPast ? momentOf(wallClock(day).plus({ days: 1 }), house.zone) : Infinity
  const own: Filter = { organisation, ...(supervisor === undefined ? {} : { supervisor }) }
  const silent = { ...own, heardAt: { $lt: silentBefore(now, weeks) } }
  const unknown = { ...own, work: 'unknown' }

  const steps = await openNow(documents, organisation, now)
  const open = await cases.list({ ...own, _id: { $in: [...steps.keys()] } })
  const notesOf = (batch: readonly Case[]) => notesAbout(documents, batch)
  const wasUnknown = async (batch: readonly Case[]) => {
    const notes = await notesOf(batch)
    const status = ({ _id }: Case) => statusOn(notes.get(_id) ?? [], day, until)
    return batch.filter(one => !one.agreed || isUnknown(status(one)))
  }
  const looksBack = isPast && show === 'unknown'
  const rest = { all: own, open: null, silent, unknown: looksBack ? own : unknown }[show]
  const choice = { show: looksBack ? 'all' : show, before: silentBefore(now, weeks) } as const
  const page = await pageOfCases(documents, {
    open: open.filter(one => isShown(one, choice)),
    steps,
    rest,
    meant: looksBack ? wasUnknown : async batch => batch,
    after,
    limit,
  })
  const counts = {
    all: await cases.count(own),
    open: open.length,
    silent: await cases.count(silent),
    unknown: isPast ? null : await cases.count(unknown),
  }
  const known = { steps, notes: await notesOf(page.cases), today, day, until }
  const rows = await caseRows(documents, page.cases, known)
  return { rows, counts, day, today, ...(page.next === undefined ? {} : { next: page.next }) }
}

async function openNow(
  documents: Documents,
  organisation: string,
  now: number,
): Promise<Map<string, OpenStep[]>> {
  const asking: Filter = { organisation, place: { $in: ['waiting', 'held'] } }
  const [tasks, threads] = await Promise.all([
    readWaiting(documents, organisation, now),
    documents.collection('threads').list(asking, { sort: [['at', 1]], limit: MOST_OPEN }),
  ])
  return openSteps(tasks, threads)
}

const notesAbout = async (documents: Documents, people: readonly Case[]) =>
  groupBy(
    await documents.collection('workNotes').list({ contact: { $in: people.map(({ _id }) => _id) } }),
    ({ contact }) => contact,
  )
