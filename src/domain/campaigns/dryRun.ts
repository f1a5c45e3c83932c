import type { Campaign } from '../campaign'
import { mayWrite } from '../consent/mayWrite'
import type { ChannelName, Say } from '../message'
import { adapted } from '../timeline/adapted'
import type { Timeline } from '../timeline/definition'
import { type Moment, momentsOf } from '../timeline/moments'
import { type Circumstances, type Person, plan, type Wanted } from '../timeline/plan'
import { planSteps } from '../timeline/planSteps'
import type { Reason } from '../timeline/reasons'

/** One step for one person, as it would go. */
export interface DryStep {
  step: string
  does: Moment['does']
  task?: Moment['task']
  dueAt: number
  reasons: Reason[]
  /** It depends on what they do first: stay silent, say yes, be there. */
  onlyIf?: 'silent' | 'coming' | 'attended' | 'absent' | 'refused'
  /** Why it does not happen: `off`, `past`, `merged`, `no_consent`, `stopped`, `no_channel`, `has_left`… */
  skipped?: string
  channel?: ChannelName
  say?: Say
}

const NO_RSVP: readonly Moment['to'][] = ['all', 'not_refused']

/**
 * A person's whole timeline as the plan makes it, told in advance: what comes when, what depends on them, and why the
 * rest does not come. The same plan that leaves; nothing is written down.
 */
export function dryRunFor(
  campaign: Campaign,
  written: Timeline,
  person: Person,
  circumstances: Circumstances,
): DryStep[] {
  const { now, sending } = circumstances
  const { enrolment, contact, left } = person
  const runningSince = campaign.runningSince ?? now
  const running: Campaign = { ...campaign, state: 'running', runningSince }
  const timeline = adapted(written, campaign.steps)
  const wanted = new Map(plan(running, written, [person], circumstances).map(each => [each.step, each]))
  const joinedAt = Math.max(enrolment.joinedAt, runningSince, campaign.change?.at ?? 0)
  const options = { ...sending, evening: contact.evening, joinedAt, left, now }
  const planned = new Map(planSteps(timeline, campaign.event, options).map(step => [step.id, step]))
  return momentsOf(timeline)
    .filter(({ audience }) => audience === enrolment.audience)
    .map(moment => {
      const { dueAt, reasons, skipped } = planned.get(moment.id)!
      const own = wanted.get(moment.id)
      const why = left[moment.id] ? 'has_left' : (skipped ?? hindrance(moment, own, person))
      const onlyIf = conditionOf(moment)
      return {
        step: moment.id,
        does: moment.does,
        ...(moment.task ? { task: moment.task } : {}),
        dueAt: own?.dueAt ?? dueAt,
        reasons,
        ...(onlyIf && !why ? { onlyIf } : {}),
        ...(why ? { skipped: why } : {}),
        ...(own && own.kind !== 'task' && !why
          ? { channel: own.channel, say: sayOf(own, circumstances) }
          : {}),
      }
    })
    .toSorted((a, b) => a.dueAt - b.dueAt)
}

function conditionOf({ to, follows }: Moment): DryStep['onlyIf'] {
  if (follows) return 'silent'
  return NO_RSVP.includes(to) ? undefined : (to as DryStep['onlyIf'])
}

/** What keeps this person from a step that is due. */
function hindrance(moment: Moment, own: Wanted | undefined, { contact }: Person): string | undefined {
  if (moment.does !== 'task') {
    const writing = { purpose: moment.purpose, rank: 5, inConversation: false } as const
    const allowed = mayWrite(contact, { ...writing, ...(moment.dialog ? { dialog: moment.dialog } : {}) })
    if (allowed !== 'yes') return allowed
  }
  // A task for who is silent is planned once they are.
  if (own || (moment.does === 'task' && conditionOf(moment))) return undefined
  return contact.addresses.length === 0 ? 'no_channel' : 'not_wanted'
}

/** A dialog opens with the step's words and asks its first question with them. */
function sayOf(own: Extract<Wanted, { channel: ChannelName }>, { dialog }: Circumstances): Say | undefined {
  if (own.kind === 'message') return own.say
  const opened = own.start && dialog(own.start.dialog)
  const [first] = opened?.questions ?? []
  if (!opened || !first || !own.start) return own.start?.opening
  return { ...own.start.opening, question: { dialog: opened.id, version: opened.version, id: first.id } }
}
