import type { Campaign, Enrolment } from '../campaign'
import { AUDIENCES, type Audience } from '../contact'
import type { NamedReply } from '../conversation'
import { isSettledAt } from '../dialog/intake'
import { anchorMoment } from '../timeline/dueAt'
import { type Attendance, attendanceOf } from './attendance'
import { classesOf, inClasses } from './classes'
import { type Distribution, distribution, isOneSided, joinSmall } from './distribution'
import { type MessageFunnel, messageFunnel, type Passage } from './messageFunnel'
import { needsOf } from './needs'
import { type ProfileQuestion, type ProfileRows, profileOf } from './profile'

/** staff knows everybody by name and sees every count; an organiser knows nobody. */
export type Reader = 'staff' | 'organiser'

/** Which event, without the people behind it: no name and no number of anybody. */
export interface ReportedEvent {
  id: string
  series: string
  name: string
  /** ISO local. */
  start: string
  end: string
  zone: string
  place: string
}

export interface ClassFunnel {
  members: string[]
  funnel: MessageFunnel
}

export interface StepFunnel {
  step: string
  audience?: Audience
  all: MessageFunnel
  /** Null: too few people in one of the classes; then only all of them together. */
  language: ClassFunnel[] | null
  channel: ClassFunnel[] | null
}

export interface ProfileShare {
  question: ProfileQuestion
  known: number
  shares: Distribution | null
}

export interface EventFigures {
  event: ReportedEvent
  isOver: boolean
  /** Of participants. */
  attendance: Attendance
  /** Everybody else who was invited: partners, volunteers (E-05). */
  others: { audience: Audience; invited: number; came: number }[]
  guests: { companions: number; children: number }
  steps: StepFunnel[]
  /** Languages and channels that are shown together, the same for every step. */
  classes: { language: string[][]; channel: string[][] }
  /** Both only after the end for who knows nobody: a share that moves tells who made it move. */
  needs: Distribution | null
  profile: ProfileShare[]
  /** One sex has more than the agreed share of those whose sex is known (R12). */
  isOneSided: boolean
}

export interface EventSources {
  campaign: Campaign
  enrolments: readonly Enrolment[]
  passages: readonly Passage[]
  intakes: readonly NamedReply[]
  audienceOf: (step: string) => Audience | undefined
  reader: Reader
  k: number
  /** Per cent that may be of one sex. */
  oneSex: number
  now: number
}

export const reportedEvent = ({ _id, series, event }: Campaign): ReportedEvent => {
  const { name, start, end, zone, place } = event
  return { id: _id, series, name, start, end, zone, place }
}

export function eventReport(sources: EventSources): EventFigures {
  const { campaign, enrolments, passages, reader, audienceOf, now } = sources
  const k = reader === 'staff' ? 1 : sources.k
  const endsAt = anchorMoment(campaign.event, 'end')
  const participants = enrolments.filter(({ audience }) => audience === 'participant')
  const coming = participants.filter(({ rsvp }) => rsvp !== 'no')
  // Who joins a list that is over would move the shares by one person.
  const then = reader === 'staff' ? coming : coming.filter(({ joinedAt }) => joinedAt <= endsAt)
  const classes = {
    language: classesOf(passages, 'language', k),
    channel: classesOf(passages, 'channel', k),
  }
  const isFrozen = reader === 'staff' || now > endsAt
  const profile = isFrozen ? profileAt(sources) : []
  const sexes = profile.find(({ question, known: base }) => question === 'gender' && base >= k)
  return {
    event: reportedEvent(campaign),
    isOver: now > endsAt,
    attendance: attendanceOf(participants),
    others: AUDIENCES.filter(audience => audience !== 'participant').flatMap(audience => {
      const theirs = attendanceOf(enrolments.filter(one => one.audience === audience))
      return theirs.invited > 0 ? [{ audience, invited: theirs.invited, came: theirs.came }] : []
    }),
    guests: {
      companions: coming.reduce((total, { companions = 0 }) => total + companions, 0),
      children: coming.reduce((total, { children = 0 }) => total + children, 0),
    },
    steps: stepFunnels(passages, classes, k, audienceOf),
    classes,
    needs: isFrozen
      ? needsOf(
          then.map(({ needs }) => needs),
          k,
        )
      : null,
    profile: profile.map(rows => shareOf(rows, k)),
    isOneSided: isOneSided(sexes?.rows.map(({ count }) => count) ?? [], sources.oneSex),
  }
}

/** For who knows nobody: what was known at the end, and stays so: two looks never differ by one person. */
export function profileAt({
  campaign,
  enrolments,
  intakes,
  reader,
}: Pick<EventSources, 'campaign' | 'enrolments' | 'intakes' | 'reader'>): ProfileRows[] {
  const endsAt = anchorMoment(campaign.event, 'end')
  const isThen = (at: number) => reader === 'staff' || at <= endsAt
  const known = new Set(
    enrolments
      .filter(({ audience, joinedAt }) => audience === 'participant' && isThen(joinedAt))
      .map(({ contact }) => contact),
  )
  const isSaid = (intake: NamedReply) => reader === 'staff' || isSettledAt(intake, endsAt)
  return profileOf(
    intakes.filter(intake => known.has(intake.contact) && isSaid(intake)),
    Number(campaign.event.start.slice(0, 4)),
  )
}

/** @param k 1: every count */
export const shareOf = ({ question, known, rows }: ProfileRows, k: number): ProfileShare => ({
  question,
  known: known < k ? 0 : known,
  shares: k === 1 ? distribution(rows, known) : joinSmall(rows, known, k),
})

/** In the order in which they first left. */
function stepFunnels(
  passages: readonly Passage[],
  classes: EventFigures['classes'],
  k: number,
  audienceOf: EventSources['audienceOf'],
): StepFunnel[] {
  return [...new Set(passages.map(({ step }) => step))].map(step => {
    const own = passages.filter(passage => passage.step === step)
    const broken = (by: 'language' | 'channel') =>
      inClasses(own, by, classes[by], k)?.map(({ members, passages: theirs }) => ({
        members,
        funnel: messageFunnel(theirs),
      })) ?? null
    const audience = audienceOf(step)
    return {
      step,
      ...(audience ? { audience } : {}),
      all: messageFunnel(own),
      language: broken('language'),
      channel: broken('channel'),
    }
  })
}
