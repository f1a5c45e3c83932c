import type { Campaign, StepChange } from '../domain/campaign'
import { firstLacking, type Lacking, lackingFacts } from '../domain/campaigns/contract'
import type { DryStep } from '../domain/campaigns/dryRun'
import type { Audience } from '../domain/contact'
import type { ChannelName } from '../domain/message'
import { adapted, daysOf, meantDay } from '../domain/timeline/adapted'
import { type Moment, momentsOf } from '../domain/timeline/moments'
import { planSteps } from '../domain/timeline/planSteps'
import type { Reason } from '../domain/timeline/reasons'
import { type SendingHours, sendingHoursOf, USUAL_SLOTS } from '../domain/timeline/sendingHours'
import { AppError } from '../errors'
import { valuesIn } from './campaignWording'
import { type DryRun, dryRunOfKinds, type KindRun } from './dryRun'

/** One step of a campaign: when and why, for how many, how, and about at what price. */
export interface PlanLine {
  step: string
  audience: Audience
  does: Moment['does']
  dueAt: number
  reasons: Reason[]
  skipped?: string | undefined
  onlyIf?: DryStep['onlyIf']
  people: number
  channels: Map<ChannelName, number>
  cents: number
  /** Languages that have no text for it: what they get instead, and how many people that is. */
  instead: { wanted: string; language: string; people: number }[]
  /** What may be changed about it; absent: nothing. */
  may?: { first?: number; last?: number; meant?: number; hours: number[] }
  change: StepChange
}

export interface PlanReading {
  campaign: Campaign
  lines: PlanLine[]
  lacking: Lacking[]
  people: number
  messages: number
  cents: number
  /** People who get nothing as things stand, and why. */
  silent: Map<string, number>
}

/** The plan of a whole campaign, step by step, with nothing written down. */
export async function readPlan(deps: DryRun, campaign: Campaign): Promise<PlanReading> {
  const { documents, content, clock } = deps
  const organisation = await documents.collection('organisations').get(campaign.organisation)
  const written = content.timeline(campaign.timeline.id)
  if (!organisation || !written)
    throw new AppError('CAMPAIGN_NOT_FOUND', 'Its organisation or timeline is gone')
  const timeline = adapted(written, campaign.steps)
  const lacking = firstLacking(lackingFacts(timeline, campaign.event, valuesIn(content.texts)))
  const empty = { campaign, lines: [], lacking, people: 0, messages: 0, cents: 0, silent: new Map() }
  if (campaign.event.start === '') return empty

  const now = clock.now()
  const sending = sendingHoursOf(organisation)
  const options = { ...sending, evening: false, joinedAt: campaign.runningSince ?? now, now }
  const kinds = await dryRunOfKinds(deps, campaign)
  const planned = new Map(planSteps(timeline, campaign.event, options).map(step => [step.id, step]))
  const lines = momentsOf(timeline).map(moment => {
    const { dueAt, reasons, skipped } = planned.get(moment.id)!
    return {
      step: moment.id,
      audience: moment.audience,
      does: moment.does,
      dueAt,
      reasons,
      skipped,
      ...countsOf(moment.id, kinds),
      ...(moment.follows ? {} : { may: mayChange(moment, sending) }),
      change: campaign.steps?.[moment.id] ?? {},
    }
  })
  return {
    ...empty,
    lines: lines.toSorted((a, b) => a.dueAt - b.dueAt),
    people: kinds.reduce((sum, { count }) => sum + count, 0),
    messages: expected(lines).reduce((sum, { channels }) => sum + all(channels), 0),
    cents: expected(lines).reduce((sum, { cents }) => sum + cents, 0),
    silent: silentOf(kinds),
  }
}

/** Second messages to who is silent are not counted: most people answer. */
const expected = <T extends Pick<PlanLine, 'onlyIf'>>(lines: readonly T[]) =>
  lines.filter(({ onlyIf }) => onlyIf !== 'silent')

const all = (counts: Map<unknown, number>): number => [...counts.values()].reduce((a, b) => a + b, 0)

function countsOf(id: string, kinds: readonly KindRun[]) {
  const channels = new Map<ChannelName, number>()
  const instead = new Map<string, PlanLine['instead'][number]>()
  let people = 0
  let cents = 0
  let onlyIf: DryStep['onlyIf']
  for (const { steps, count } of kinds) {
    const step = steps.find(one => one.step === id)
    if (!step || step.skipped) continue
    people += count
    cents += step.cents * count
    onlyIf = step.onlyIf
    if (step.channel) channels.set(step.channel, (channels.get(step.channel) ?? 0) + count)
    const { wanted, language } = step.rendered ?? {}
    if (wanted === undefined || language === undefined) continue
    const other = instead.get(wanted) ?? { wanted, language, people: 0 }
    instead.set(wanted, { ...other, people: other.people + count })
  }
  return { people, cents, channels, instead: [...instead.values()], onlyIf }
}

function mayChange(moment: Moment, { slots = USUAL_SLOTS }: SendingHours): NonNullable<PlanLine['may']> {
  const days = daysOf(moment)
  const meant = meantDay(moment)
  const [from, to] = slots.weekday
  return {
    ...(days ?? {}),
    ...(meant === null ? {} : { meant }),
    hours: moment.does === 'task' ? [] : Array.from({ length: to - from }, (_, index) => from + index),
  }
}

/** Reasons that hold for every message to a person, so that they hear nothing at all. */
const ALL_SILENT = ['no_consent', 'asked_before', 'stopped', 'no_channel']

function silentOf(kinds: readonly KindRun[]): Map<string, number> {
  const silent = new Map<string, number>()
  for (const { steps, count } of kinds) {
    const why = steps.find(({ skipped }) => skipped && ALL_SILENT.includes(skipped))?.skipped
    const gets = steps.some(({ channel, skipped }) => channel !== undefined && skipped === undefined)
    if (why && !gets) silent.set(why, (silent.get(why) ?? 0) + count)
  }
  return silent
}
