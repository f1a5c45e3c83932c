import { mayFollow } from '../domain/contacts/workNote'
import { groupBy } from '../domain/groupBy'
import type { Organisation } from '../domain/organisation'
import { firstActions } from '../domain/report/firstActions'
import { POINTS, windowsAfter } from '../domain/report/outcome'
import { FOLLOW_UP, followUpId, pointToAsk } from '../domain/tasks/followUp'
import { momentOf, wallAt, wallClock } from '../domain/timeline/wallClock'
import type { Clock } from '../ports/clock'
import type { Documents } from '../ports/documents'
import { onceADay } from './onceADay'
import { participantLines } from './participantLines'

interface PlanFollowUps {
  documents: Documents
  clock: Pick<Clock, 'now'>
}

/** Once a day, by one process. */
export async function planFollowUpsDue(deps: PlanFollowUps): Promise<void> {
  if (!(await onceADay(deps, 'follow-ups'))) return
  for await (const organisation of deps.documents.collection('organisations').each({}))
    await planFollowUps(deps, organisation)
}

/**
 * A call for everybody who came, agreed to be followed and is 3, 6, 9 or 12 months further, while it can be asked; calls of
 * which the time has passed go. Twice makes nothing twice.
 */
export async function planFollowUps(
  { documents, clock }: PlanFollowUps,
  { _id: organisation, zone }: Pick<Organisation, '_id' | 'zone'>,
): Promise<void> {
  const today = wallAt(clock.now(), zone).toISODate()!
  const campaigns = await documents.collection('campaigns').list({ organisation, state: { $ne: 'draft' } })
  const started = firstActions(await participantLines(documents, campaigns, clock.now()))
  const windows = POINTS.map(windowsAfter)
  const windowsOf = (startedOn: string) => windows.map(window => window(startedOn))
  const near = [...started].filter(([, startedOn]) => pointToAsk(windowsOf(startedOn), today, []))
  const people = await documents
    .collection('contacts')
    .list({ _id: { $in: near.map(([contact]) => contact) } })
  const followed = people.filter(one => mayFollow(one) && !one.fit && !one.stopped)
  const ids = followed.map(({ _id }) => _id)
  const notes = groupBy(
    await documents.collection('workNotes').list({ contact: { $in: ids } }),
    ({ contact }) => contact,
  )
  const wanted = new Set<string>()
  for (const contact of ids) {
    const noted = (notes.get(contact) ?? []).map(({ day }) => day)
    const point = pointToAsk(windowsOf(started.get(contact)!), today, noted)
    if (!point) continue
    const _id = followUpId(point.months, contact)
    wanted.add(_id)
    const dueAt = momentOf(wallClock(`${point.window.from}T09:00`), zone)
    const task = { organisation, kind: 'call', contact, reason: FOLLOW_UP, dueAt, state: 'open' } as const
    await documents.collection('tasks').insert({ _id, ...task })
  }
  const open = await documents.collection('tasks').list({ organisation, state: 'open', reason: FOLLOW_UP })
  for (const { _id } of open)
    if (!wanted.has(_id))
      await documents.collection('tasks').update({ _id, state: 'open' }, { set: { state: 'cancelled' } })
}
