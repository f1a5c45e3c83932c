import type { Announcement, Delivery, Hook, HookEvent, Told } from '../domain/api'
import type { Enrolment } from '../domain/campaign'
import type { Clock } from '../ports/clock'
import type { AtomicStep, Documents } from '../ports/documents'

interface Announcing {
  documents: Documents
  clock: Pick<Clock, 'now'>
}

/** Two who announce about one person at the same moment: the slower one looks again so often. */
const ROUNDS = 4

/**
 * Tells other programs what changed about somebody in a campaign since it was last told: their answer, whether they were
 * there. Called after every such change, also a repeated one; what was told already is not told again. A new address hears
 * of each person when something about them changes.
 */
export async function announceEnrolment(deps: Announcing, campaign: string, contact: string): Promise<void> {
  const { documents } = deps
  const _id = `${campaign}:${contact}`
  for (let round = 0; round < ROUNDS; round++) {
    const enrolment = await documents.collection('enrolments').get(_id, { fresh: true })
    if (!enrolment) return
    const hooks = await hooksOf(deps, enrolment.organisation)
    if (hooks.length === 0) return
    const before = await documents.collection('announcements').get(_id, { fresh: true })
    const news = newsOf(enrolment, before)
    if (news.length === 0) return
    const rev = (before?.rev ?? 0) + 1
    const done = await documents.atomically([
      keep(enrolment, before, rev),
      ...news.flatMap(({ event, told }) => deliveries(deps, hooks, event, `${_id}:${rev}`, told)),
    ])
    if (done) return
  }
}

/** Somebody wants no messages any more. One STOP is told once. */
export async function announceOptOut(deps: Announcing, contact: string): Promise<void> {
  const { documents } = deps
  const who = await documents.collection('contacts').get(contact)
  if (!who?.stopped) return
  const hooks = await hooksOf(deps, who.organisation)
  const key = `${contact}:${who.stopped.at}`
  for (const step of deliveries(deps, hooks, 'opt_out', key, { contact })) await documents.atomically([step])
}

const hooksOf = ({ documents }: Announcing, organisation: string): Promise<Hook[]> =>
  documents.collection('hooks').list({ organisation, endedAt: { $exists: false } })

function newsOf(now: Enrolment, before: Announcement | null): { event: HookEvent; told: Told }[] {
  const { campaign, contact, rsvp, attended } = now
  return [
    ...(rsvp !== undefined && rsvp !== before?.rsvp
      ? [{ event: 'rsvp' as const, told: { campaign, contact, rsvp } }]
      : []),
    // A mark that was taken back is told as well: nobody knows any more.
    ...(attended !== before?.attended
      ? [{ event: 'attendance' as const, told: { campaign, contact, attended: attended ?? null } }]
      : []),
  ]
}

function keep(
  { _id, organisation, rsvp, attended }: Enrolment,
  before: Announcement | null,
  rev: number,
): AtomicStep {
  const facts = { ...(rsvp === undefined ? {} : { rsvp }), ...(attended === undefined ? {} : { attended }) }
  if (!before) return { into: 'announcements', insert: { _id, organisation, ...facts, rev } }
  const gone = (['rsvp', 'attended'] as const).filter(name => !(name in facts))
  return {
    in: 'announcements',
    update: { _id, rev: before.rev },
    patch: { set: { ...facts, rev }, ...(gone.length > 0 ? { unset: gone } : {}) },
  }
}

function deliveries(
  { clock }: Announcing,
  hooks: readonly Hook[],
  event: HookEvent,
  key: string,
  told: Told,
): AtomicStep[] {
  const at = clock.now()
  return hooks
    .filter(hook => hook.events.includes(event))
    .map(({ _id, organisation }) => {
      const insert: Delivery = {
        _id: `${_id}:${event}:${key}`,
        organisation,
        hook: _id,
        event,
        at,
        told,
        state: 'waiting',
        nextAt: at,
        tries: 0,
      }
      return { into: 'deliveries', insert }
    })
}
