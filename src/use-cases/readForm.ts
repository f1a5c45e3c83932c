import type { Campaign } from '../domain/campaign'
import { firstLacking, type Lacking, lackingFacts } from '../domain/campaigns/contract'
import {
  type EventForm,
  emptyForm,
  eventOf,
  formFrom,
  formOf,
  type Wording,
} from '../domain/campaigns/eventForm'
import { aboutDay, type DayWords } from '../domain/campaigns/warnings'
import type { Staff } from '../domain/staff'
import { adapted } from '../domain/timeline/adapted'
import type { PlannedStep, Timeline } from '../domain/timeline/definition'
import { gathers } from '../domain/timeline/gathers'
import { mainAudience } from '../domain/timeline/mainAudience'
import { momentsOf } from '../domain/timeline/moments'
import { planSteps } from '../domain/timeline/planSteps'
import { type SendingHours, sendingHoursOf } from '../domain/timeline/sendingHours'
import { wallClock } from '../domain/timeline/wallClock'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { campaignWording, valuesIn } from './campaignWording'

/** What the form shows beside what is typed in it. */
export interface FormReading {
  form: EventForm
  kinds: { id: string; steps: string[] }[]
  /** The organisation's own language. */
  own: string
  others: { tag: string; direction: 'ltr' | 'rtl' }[]
  places: string[]
  earlier: Pick<Campaign, '_id' | 'event'>[]
  day: DayWords | null
  steps: PlannedStep[]
  lacking: Lacking[]
  people: number
}

interface ReadForm {
  documents: Documents
  content: Content
  clock: Pick<Clock, 'now'>
}

/**
 * The form of a campaign, with the plan as it would be.
 * @param asked.campaign whose form it is; @param asked.after the earlier event that it begins from;
 * @param asked.typed what somebody has typed, which is then shown instead of what is stored
 */
export async function readForm(
  deps: ReadForm,
  by: Staff,
  asked: { campaign?: Campaign | undefined; after?: Campaign | undefined; typed?: EventForm | undefined },
): Promise<FormReading> {
  const { documents, content, clock } = deps
  const { campaign, after, typed } = asked
  const organisation = await documents.collection('organisations').get(by.organisation)
  if (!organisation) throw new AppError('NOT_FOUND', 'There is no such organisation')
  const wording = await campaignWording(deps, by.organisation)
  const contact = { name: by.name, phone: organisation.contactPerson.phone }
  const fresh = () => emptyForm(usualFirst(content.timelines)[0]?.id ?? '', contact)
  const form =
    typed ?? (campaign ? formOf(campaign, wording) : after ? formFrom(formOf(after, wording)) : fresh())
  const [earlier, people] = await Promise.all([
    documents
      .collection('campaigns')
      .list(
        { organisation: by.organisation, state: { $ne: 'draft' } },
        { sort: [['event.start', -1]], limit: 50 },
      ),
    campaign ? documents.collection('enrolments').count({ campaign: campaign._id }) : 0,
  ])
  const now = clock.now()
  const sending = sendingHoursOf(organisation)
  const kind = content.timelines.find(({ id }) => id === form.timeline)
  return {
    form,
    kinds: usualFirst(content.timelines).map(timeline => ({
      id: timeline.id,
      steps: momentsOf(timeline)
        .filter(({ audience }) => audience === mainAudience(timeline.steps))
        .map(({ id }) => id),
    })),
    own: wording.languages[0] ?? 'nl',
    others: wording.languages.slice(1).map(tag => ({ tag, direction: content.texts.direction(tag) })),
    places: [...new Set(earlier.map(({ event }) => event.place))].filter(Boolean),
    earlier,
    day: aboutDay(form.date, now, { zone: wording.zone, gathers: !kind || gathers(kind), ...sending }),
    people,
    ...outline(content, form, wording, { now, sending, campaign }),
  }
}

const USUAL = 'networking-event'
/** The most usual first, and what is only asked after all that people come together for. */
const usualFirst = (timelines: readonly Timeline[]): Timeline[] =>
  timelines.toSorted(
    (a, b) => Number(b.id === USUAL) - Number(a.id === USUAL) || Number(gathers(b)) - Number(gathers(a)),
  )

/** Dates and gaps of what is typed. */
function outline(
  content: Content,
  form: EventForm,
  wording: Wording,
  { now, sending, campaign }: { now: number; sending: SendingHours; campaign?: Campaign | undefined },
): Pick<FormReading, 'steps' | 'lacking'> {
  const timeline = content.timeline(form.timeline)
  if (!timeline) return { steps: [], lacking: [] }
  const event = eventOf(form, wording)
  const lacking = firstLacking(lackingFacts(timeline, event, valuesIn(content.texts)))
  const isDated = [event.start, event.end].every(local => local !== '' && wallClock(local).isValid)
  const own = adapted(timeline, campaign?.steps)
  const options = { ...sending, evening: false, joinedAt: campaign?.runningSince ?? now, now }
  return { steps: isDated ? planSteps(own, event, options) : [], lacking }
}
