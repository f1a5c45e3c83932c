import type { Campaign, Enrolment, Rsvp } from '../campaign'
import type { Contact } from '../contact'
import type { NamedReply, Task } from '../conversation'
import { groupBy } from '../groupBy'
import type { LanguageTag } from '../message'
import type { OutboxRow } from '../outbox'
import type { PlannedStep, Timeline } from '../timeline/definition'
import { momentsOf } from '../timeline/moments'
import { type Person, personOf } from './personOf'
import { type StepOverview, stepOverviews } from './stepOverviews'
import { tally } from './tally'

export interface CampaignOverview {
  campaign: Campaign
  /** In order of time; steps that only a move or a cancellation makes are there when they were made. */
  steps: StepOverview[]
  people: Person[]
  rsvp: Record<Rsvp | 'silent', number>
  guests: { companions: number; children: number }
  needs: Record<string, number>
  languages: Record<LanguageTag, number>
  tasks: Task[]
}

export interface OverviewSources {
  campaign: Campaign
  timeline: Timeline
  /** Dialogs whose replies have a name and may be counted per step. */
  countsAnswers: (dialog: string) => boolean
  planned: readonly PlannedStep[]
  enrolments: readonly Enrolment[]
  contacts: readonly Contact[]
  rows: readonly (OutboxRow & { mayRepeat?: boolean })[]
  replies: readonly NamedReply[]
  tasks: readonly Task[]
  /** The steps as they are with those who read this language; everything else stays as it is. */
  speaks?: LanguageTag | undefined
}

/** Everything one page says about a campaign; every figure is counted from what is listed. */
export function campaignOverview(sources: OverviewSources): CampaignOverview {
  const { campaign, timeline, planned, enrolments, contacts, rows, replies, tasks, speaks } = sources
  const dialogs = new Map(momentsOf(timeline).map(({ id, dialog }) => [id, dialog]))
  const asks = (step: string) => {
    const dialog = dialogs.get(step)
    return dialog !== undefined && sources.countsAnswers(dialog) ? dialog : undefined
  }
  const byId = new Map(contacts.map(contact => [contact._id, contact]))
  const theirs = groupBy(rows, ({ contact }) => contact)
  const said = groupBy(replies, ({ contact }) => contact)
  const people = enrolments.flatMap(enrolment => {
    const contact = byId.get(enrolment.contact)
    if (!contact) return []
    return [personOf(contact, enrolment, theirs.get(contact._id) ?? [], said.get(contact._id) ?? [], asks)]
  })
  const isCounted = ({ contact }: { contact: string }) =>
    speaks === undefined || byId.get(contact)?.language === speaks
  const invited = people.filter(({ audience }) => audience === 'participant')
  const coming = people.filter(({ rsvp }) => rsvp !== 'no')
  const answered = (rsvp: Rsvp | undefined) => invited.filter(one => one.rsvp === rsvp).length
  return {
    campaign,
    people,
    steps: stepOverviews(
      { timeline, planned, rows: rows.filter(isCounted), tasks: tasks.filter(isCounted), asks },
      people.filter(({ contact }) => isCounted({ contact })),
    ),
    rsvp: {
      yes: answered('yes'),
      maybe: answered('maybe'),
      no: answered('no'),
      silent: answered(undefined),
    },
    guests: {
      companions: coming.reduce((total, one) => total + one.companions, 0),
      children: coming.reduce((total, one) => total + one.children, 0),
    },
    needs: tally(coming.flatMap(({ needs }) => needs)),
    languages: tally(people.map(({ language }) => language)),
    tasks: [...tasks].sort((a, b) => a.dueAt - b.dueAt || a._id.localeCompare(b._id)),
  }
}
