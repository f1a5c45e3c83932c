import type { Enrolment } from '../campaign'
import type { Dialog } from '../dialog/definition'
import { instrumentOf } from '../dialog/ending'
import type { Step, Timeline } from './definition'
import { type Moment, momentsOf } from './moments'

/** What we know of one person when we ask whether a step is for them. */
export interface Standing {
  enrolment: Enrolment
  /** Dialogs of this campaign that they answered, at least in part. */
  answered?: readonly string[]
  /** Somebody at the door marked who is there: then who is not marked was not there. */
  attendanceTaken?: boolean
}

/** Tells what a dialog asks: that is how we see whether it was answered. */
export type DialogById = (id: string) => Dialog | null

/** What we do not know yet counts for a step when planning, and against it at the last moment. */
export type Asked = 'may_yet' | 'now'

/**
 * Is this step for this person? `may_yet`: as far as we know, so it is planned; `now`: as things stand, so it leaves.
 * Without marks at the door, those who said yes count as present.
 */
export function reaches(
  moment: Moment,
  timeline: Timeline,
  person: Standing,
  dialog: DialogById,
  asked: Asked,
): boolean {
  const { enrolment } = person
  if (moment.when) return true
  if (enrolment.audience !== moment.audience) return false
  if (moment.follows) {
    const { step, as } = moment.follows
    return inGroup(step.to, person, asked) && silentOn(step, person, dialog, as === 'repeat')
  }
  if (moment.to !== 'silent') return inGroup(moment.to, person, asked)
  const asks = stepThatAsks(moment, timeline)
  return asks !== null && inGroup(asks.to, person, asked) && silentOn(asks, person, dialog, true)
}

/** The step whose silence a `to: silent` step is about: the one that opens the same dialog. */
export const stepThatAsks = (silent: Step, timeline: Timeline): Step | null =>
  momentsOf(timeline).find(
    step =>
      step.to !== 'silent' &&
      step.does === 'dialog' &&
      step.dialog === silent.dialog &&
      step.audience === silent.audience,
  ) ?? null

function inGroup(to: Step['to'], { enrolment, attendanceTaken }: Standing, asked: Asked): boolean {
  const { rsvp, attended } = enrolment
  const mayYet = asked === 'may_yet'
  const present = attended ?? (mayYet ? rsvp !== 'no' : !attendanceTaken && rsvp === 'yes')
  switch (to) {
    case 'all':
      return true
    case 'not_refused':
      return rsvp !== 'no'
    case 'refused':
      return rsvp === 'no'
    case 'coming':
      return rsvp === 'yes' || rsvp === 'maybe' || (mayYet && rsvp === undefined)
    case 'attended':
      return present
    case 'absent':
      return (
        attended === false ||
        (attended === undefined && rsvp === 'yes' && (mayYet || attendanceTaken === true))
      )
    case 'silent':
      return false
  }
}

/** `maybe` is an answer, but one that is asked again once. An evaluation that was opened is not silence. */
function silentOn(step: Step, { enrolment, answered = [] }: Standing, dialog: DialogById, askAgain: boolean) {
  const asked = step.dialog === undefined ? null : dialog(step.dialog)
  if (!asked) return true
  if (asked.questions.some(question => question.effect === 'rsvp'))
    return enrolment.rsvp === undefined || (askAgain && enrolment.rsvp === 'maybe')
  const mark = enrolment.evaluations[instrumentOf(asked)]
  if (mark !== undefined && mark !== 'invited') return false
  return !answered.includes(asked.id)
}
