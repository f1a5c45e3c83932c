import type { Enrolment } from '../domain/campaign'
import type { Filter } from '../ports/documents'
import type { AtTheDoor } from './checkIn'

const taskOf = ({ campaign, contact }: Enrolment) => `no_show:${campaign}:${contact}`

/**
 * Who was expected and is not noted did not come: no thanks, but a friendly call. Who was checked in meanwhile stays so.
 * @returns how many
 */
export async function markNoShows(deps: AtTheDoor, campaign: string, by: string): Promise<number> {
  const { documents, clock } = deps
  const at = clock.now()
  let count = 0
  for (const { _id } of await list(deps, { campaign, ...NOT_NOTED })) {
    const marked = await documents
      .collection('enrolments')
      .update(
        { _id, ...NOT_NOTED },
        { set: { attended: false, marked: { at, by, companions: 0, children: 0 } } },
      )
    if (!marked) continue
    count++
    await askToCall(deps, marked, at)
    await deps.replan(campaign, marked.contact)
  }
  return count
}

/** Takes back the marks of one moment, and the calls that nobody made yet. */
export async function undoNoShows(deps: AtTheDoor, campaign: string, at: number): Promise<number> {
  const { documents } = deps
  let count = 0
  const filter = { attended: false, 'marked.at': at }
  for (const { _id } of await list(deps, { campaign, ...filter })) {
    const unmarked = await documents
      .collection('enrolments')
      .update({ _id, ...filter }, { unset: ['attended', 'marked'] })
    if (!unmarked) continue
    count++
    await documents
      .collection('tasks')
      .update({ _id: taskOf(unmarked), state: 'open' }, { set: { state: 'cancelled' } })
    await deps.replan(campaign, unmarked.contact)
  }
  return count
}

const NOT_NOTED = { rsvp: { $in: ['yes', 'maybe'] }, attended: { $exists: false } } satisfies Filter

const list = ({ documents }: AtTheDoor, filter: Filter) => documents.collection('enrolments').list(filter)

async function askToCall({ documents }: AtTheDoor, missed: Enrolment, at: number): Promise<void> {
  const { organisation, campaign, contact, audience } = missed
  const tasks = documents.collection('tasks')
  const _id = taskOf(missed)
  const isNew = await tasks.insert({
    _id,
    organisation,
    kind: 'call',
    reason: 'no_show',
    contact,
    campaign,
    audience,
    dueAt: at,
    state: 'open',
  })
  if (!isNew) await tasks.update({ _id, state: 'cancelled' }, { set: { state: 'open', dueAt: at } })
}
