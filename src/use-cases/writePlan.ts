import type { Campaign, Enrolment } from '../domain/campaign'
import { senderOf } from '../domain/organisation'
import { type OutboxRow, untriedRow } from '../domain/outbox'
import type { Wanted, WantedRow, WantedTask } from '../domain/timeline/plan'
import { type Current, replan } from '../domain/timeline/replan'
import type { Clock } from '../ports/clock'
import type { CrashPoint } from '../ports/crashPoint'
import type { Documents, Filter } from '../ports/documents'
import type { NewId } from '../ports/ids'
import type { Planned } from './readPlanned'

/** Rows and tasks that were made, changed and taken back. */
export interface PlanResult {
  added: number
  moved: number
  cancelled: number
}

interface WritePlan {
  documents: Documents
  clock: Pick<Clock, 'now'>
  newId: NewId
  crash?: CrashPoint
}

const IN_DOUBT = { $in: ['sending', 'unknown'] } as const
/** Waits, or only the plan or its own time has closed it. Never what a person or a STOP cancelled. */
const OURS: readonly Filter[] = [
  { state: 'planned' },
  { state: 'cancelled', cancelledBy: 'plan' },
  { state: 'expired' },
]
const AGAIN = { rev: 1, fence: 1 }

/**
 * Writes a plan as protocol 4.8 says. Every update asks for an older plan in its filter, so the newest plan wins
 * whoever writes last. A plan of one person has the campaign's own version and may be repeated at that version.
 */
export async function writePlan(
  deps: WritePlan,
  campaign: Campaign,
  { rows, tasks, people }: Planned,
  wanted: readonly Wanted[],
  contact?: string,
): Promise<PlanResult> {
  const outbox = deps.documents.collection('outbox')
  const taskList = deps.documents.collection('tasks')
  const planVersion = campaign.version
  const older = contact === undefined ? { $lt: planVersion } : { $lte: planVersion }
  const byKey = new Map(rows.map(row => [row.key, row]))
  const current: Current[] = [
    ...rows.map(row => ({ is: 'row' as const, ...row })),
    ...tasks.map(task => ({ is: 'task' as const, key: task._id, ...task })),
  ]
  const { add, move, cancel } = replan(current, wanted)
  const [adding, moving] = [new Set(add), new Set(move)]
  const result: PlanResult = { added: 0, moved: 0, cancelled: 0 }

  for (const each of wanted) {
    const isNew = adding.has(each)
    // Planned at this very version already, and nothing about it changed: whoever holds it goes on.
    if (!isNew && !moving.has(each) && byKey.get(each.key)?.planVersion === planVersion) continue
    if (isNew && (await insert(each))) {
      result.added++
      await deps.crash?.('plan.afterInsert')
      continue
    }
    const written = each.kind === 'task' ? await changeTask(each) : await changeRow(each)
    if (written && (isNew || moving.has(each))) result.moved++
    await deps.crash?.('plan.afterUpdate')
  }
  const enrolments = new Map(people.map(({ enrolment }) => [enrolment.contact, enrolment]))
  for (const key of cancel) if (await withdraw(key)) result.cancelled++
  if (campaign.state === 'cancelled') await noSecondChannel()
  return result

  async function insert(each: Wanted): Promise<boolean> {
    if (each.kind === 'task') {
      const { key, step, task, audience, reason, dueAt } = each
      const { _id, organisation } = campaign
      const common = { organisation, campaign: _id, contact: each.contact, step, audience, reason, dueAt }
      return taskList.insert({ _id: key, kind: task, state: 'open', planVersion, ...common })
    }
    return outbox.insert(newRow(each, campaign, deps.newId(), deps.clock.now()))
  }

  async function changeTask({ key, task, reason, dueAt }: WantedTask): Promise<boolean> {
    const open = [{ state: 'open' }, { state: 'cancelled', doneBy: { $exists: false } }]
    const set = { state: 'open', kind: task, reason, dueAt, planVersion }
    return (await taskList.update({ _id: key, planVersion: older, $or: open }, { set })) !== null
  }

  async function changeRow(each: WantedRow): Promise<boolean> {
    const { key, dueAt, notAfter } = each
    const before = byKey.get(key)
    const returns: readonly OutboxRow['state'][] = ['planned', 'sending', 'unknown', 'cancelled', 'expired']
    const mine = { key, planVersion: older }
    // Left, but it may come back for its other channel: it is still in the plan, at the time it had.
    if (before?.state === 'accepted') {
      const state = { $in: ['accepted', 'planned'] } as const
      return (
        (await outbox.update({ ...mine, state, attempt: before.attempt }, { set: { planVersion } })) !== null
      )
    }
    if (before && !returns.includes(before.state)) return false
    const when = { state: 'planned', dueAt, nextAt: dueAt, notAfter, planVersion }
    const unset = ['reason', 'cancelledBy']
    const tries: [Filter, Parameters<typeof outbox.update>[1]][] = [
      // Never tried: everything may change, also what it says and how.
      [
        { ...mine, attempt: 0, $or: OURS },
        { set: { ...when, ...contents(each, campaign) }, unset, inc: AGAIN },
      ],
      // Tried and refused: its back-off and the channel it has come to stay.
      [
        { ...mine, state: 'planned', dueAt },
        { set: { notAfter, planVersion }, inc: AGAIN },
      ],
      [
        { ...mine, $or: OURS },
        { set: when, unset, inc: AGAIN },
      ],
      // In doubt: the sender goes by the wish when the row comes back.
      [
        { ...mine, state: IN_DOUBT, dueAt, notAfter },
        { set: { planVersion }, unset: ['wish'] },
      ],
      [{ ...mine, state: IN_DOUBT }, { set: { wish: { dueAt, notAfter }, planVersion } }],
      // It has left since we looked.
      [{ ...mine, state: 'accepted' }, { set: { planVersion } }],
    ]
    for (const [filter, patch] of tries) if (await outbox.update(filter, patch)) return true
    return false
  }

  async function withdraw(key: string): Promise<boolean> {
    const mine = { planVersion: older }
    const row = byKey.get(key)
    if (!row)
      return (
        (await taskList.update(
          { _id: key, ...mine, state: 'open' },
          { set: { state: 'cancelled', planVersion } },
        )) !== null
      )
    const reason = reasonFor(campaign, enrolments.get(row.contact))
    const set = { state: 'cancelled', cancelledBy: 'plan', reason, planVersion }
    if (await outbox.update({ key, ...mine, state: 'planned' }, { set, inc: AGAIN })) return true
    const wish = { wish: { cancel: reason }, cancelledBy: 'plan', planVersion }
    return (await outbox.update({ key, ...mine, state: IN_DOUBT }, { set: wish })) !== null
  }

  /** What has left about a cancelled event is not repeated by SMS. */
  async function noSecondChannel() {
    const keys = new Set(wanted.map(({ key }) => key))
    for (const { key, fallbackAt } of rows)
      if (fallbackAt !== undefined && !keys.has(key))
        await outbox.update({ key, state: 'accepted' }, { unset: ['fallbackAt'] })
  }
}

function newRow(each: WantedRow, campaign: Campaign, _id: string, now: number): OutboxRow {
  return untriedRow({
    _id,
    key: each.key,
    organisation: campaign.organisation,
    contact: each.contact,
    campaign: campaign._id,
    step: each.step,
    rank: 5,
    dueAt: each.dueAt,
    notAfter: each.notAfter,
    planVersion: campaign.version,
    createdAt: now,
    ...contents(each, campaign),
  })
}

/** What is said and how; free to change as long as nothing has been tried. */
function contents(each: WantedRow, { organisation }: Campaign) {
  const { kind, channel, purpose, resendPolicy, fallbackAfterMs, say, start } = each
  return {
    kind,
    channel,
    sender: senderOf(organisation, channel),
    purpose,
    resendPolicy,
    ...(fallbackAfterMs === undefined ? {} : { fallbackAfterMs }),
    ...(say ? { say } : {}),
    ...(start ? { start } : {}),
  }
}

function reasonFor(campaign: Campaign, enrolment: Enrolment | undefined): string {
  if (campaign.state === 'cancelled') return 'event_cancelled'
  if (!enrolment) return 'not_enrolled'
  return enrolment.rsvp === 'no' ? 'said_no' : 'not_wanted'
}
