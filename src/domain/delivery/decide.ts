import type { Campaign } from '../campaign'
import { mayWrite } from '../consent/mayWrite'
import type { Contact } from '../contact'
import type { ChannelName } from '../message'
import type { Organisation } from '../organisation'
import type { OutboxRow } from '../outbox'
import type { Step } from '../timeline/definition'
import { chooseWay, openWays, type Way } from './chooseChannel'

/** "At most three messages a week per person outside dialogs" (domain reference, T-23). */
export const WEEKLY_LIMIT = 3
export const WEEK_MS = 7 * 24 * 3_600_000
/** How often a row of a campaign that stands still is looked at. */
const PAUSE_LOOK_MS = 3_600_000

/** All that the decision rests on, read just before. */
export interface Circumstances {
  now: number
  row: OutboxRow
  contact: Contact | null
  organisation: Organisation | null
  /** Null: the row belongs to none, or it is gone. */
  campaign: Campaign | null
  step: Step | null
  /** The person still belongs to those whom this step is for: RSVP, attendance. */
  wanted: boolean
  /** When quiet hours allow it; now when they do. */
  mayLeaveAt: number
  /** When the planned messages of the last seven days left, oldest first. */
  leftThisWeek: readonly number[]
  /** The person has written or is being answered: planned messages wait. */
  inConversation: boolean
  /** Between two looks at what only time will change. */
  bulkWait: number
}

export type Decision =
  | { do: 'send'; way: Way }
  /** It is no message but the moment at which a dialog begins. */
  | { do: 'start' }
  | { do: 'wait'; until: number; why: string }
  | { do: 'other_channel'; channel: ChannelName }
  | { do: 'cancel'; reason: string; by: 'plan' | 'person' | 'stop' }
  | { do: 'expire'; reason: string }
  | { do: 'fail'; reason: string }

/** May this message leave now, and how? Everything that can say no is here, in the order in which it counts. */
export function decide(about: Circumstances): Decision {
  const { now, row, contact, organisation } = about
  if (row.notAfter <= now) return { do: 'expire', reason: 'too_late' }
  if (!contact || !organisation) return { do: 'cancel', reason: 'contact_gone', by: 'person' }

  const allowed = mayWrite(contact, {
    purpose: row.purpose,
    rank: row.rank,
    last: row.last ?? false,
    inConversation: row.seq !== undefined,
    dialog: dialogOf(row),
  })
  if (allowed !== 'yes') return { do: 'cancel', reason: allowed, by: allowed === 'stopped' ? 'stop' : 'plan' }

  const notNow = row.rank === 5 ? planned(about) : null
  if (notNow) return notNow
  if (row.kind === 'start') return { do: 'start' }

  const way = chooseWay(openWays(contact, organisation, row.spent), [
    // The first time the step may prefer a channel; after that whoever decided to try again has chosen.
    row.attempt === 0 && row.rank === 5 ? about.step?.channel : undefined,
    row.channel,
  ])
  if (!way) return { do: 'fail', reason: 'no_channel' }
  return way.channel === row.channel ? { do: 'send', way } : { do: 'other_channel', channel: way.channel }
}

/** The dialog that a row opens or speaks for. Its texts are in `dialogs/<id>`. */
export function dialogOf(row: Pick<OutboxRow, 'start' | 'say'>): string | undefined {
  return (
    row.start?.dialog ??
    row.say?.question?.dialog ??
    row.say?.text.match(/^dialogs\/([^:]+):/)?.[1] ??
    undefined
  )
}

/** A planned message outside dialogs: what the weekly limit counts and holds back. */
export const countsForWeek = (row: Pick<OutboxRow, 'kind' | 'rank' | 'seq'>): boolean =>
  row.kind === 'message' && row.rank === 5 && row.seq === undefined

function planned(about: Circumstances): Decision | null {
  const { now, row, campaign, step } = about
  if (row.campaign !== undefined) {
    const no = campaign ? campaignAllows(about, campaign) : gone
    if (no) return no
    if (!about.wanted) return { do: 'cancel', reason: 'not_wanted', by: 'plan' }
  }
  if (about.inConversation) return wait(about, now + about.bulkWait, 'in_conversation')
  if (about.mayLeaveAt > now) return wait(about, about.mayLeaveAt, 'quiet_hours')
  // That an event has moved or is cancelled must be known, whatever the week was like.
  if (countsForWeek(row) && step?.when === undefined) {
    const third = about.leftThisWeek.at(-WEEKLY_LIMIT)
    if (third !== undefined) return wait(about, third + WEEK_MS, 'weekly_limit')
  }
  return null
}

const gone: Decision = { do: 'cancel', reason: 'campaign_gone', by: 'plan' }

function campaignAllows(about: Circumstances, campaign: Campaign): Decision | null {
  const { now, row, step } = about
  if (campaign.state === 'cancelled' && step?.when !== 'cancelled')
    return { do: 'cancel', reason: 'event_cancelled', by: 'plan' }
  // Starting and resuming plan every row anew, so nothing is missed by looking seldom.
  if (campaign.state === 'draft' || campaign.state === 'paused')
    return wait(about, now + PAUSE_LOOK_MS, 'campaign_paused')
  if (row.planVersion === undefined || row.planVersion >= campaign.version) return null
  // The new plan is complete and this row is not in it: an old planner came late (protocol V20).
  if (campaign.plannedVersion >= campaign.version) return { do: 'cancel', reason: 'not_in_plan', by: 'plan' }
  return wait(about, now + about.bulkWait, 'being_planned')
}

/** Waiting beyond the row's own end is no waiting. */
const wait = ({ row }: Circumstances, until: number, why: string): Decision =>
  until < row.notAfter ? { do: 'wait', until, why } : { do: 'expire', reason: why }
