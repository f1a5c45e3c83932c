import { ON_THE_DAY } from '../domain/anonymity/evaluation'
import { instrumentOf } from '../domain/dialog/ending'
import { newRun } from '../domain/dialog/newRun'
import { anchorMoment } from '../domain/timeline/dueAt'
import { dialogOf } from './scriptDialog'
import { closeInSilence } from './starts'
import { letterboxFor, openRun, play, say, type Talk } from './talk'

/**
 * Somebody wants to answer the two faces of the event that they are at: the poster's QR code, or its word. It says who
 * begins, as every evaluation does, and never what.
 * @returns false when no event of theirs has begun whose letterbox is open
 */
export async function askFaces(talk: Talk): Promise<boolean> {
  const dialog = talk.parts.content.dialog(ON_THE_DAY)
  const here = dialog && eventOf(talk, instrumentOf(dialog))
  if (!here) return false
  const { campaign, enrolment } = here
  const mark = enrolment.evaluations[instrumentOf(dialog)]
  if (mark === 'answered' || mark === 'declined') {
    say(talk, mark === 'answered' ? 'system:smileys.answered' : 'answers:question_closed')
    return true
  }
  const open = openRun(talk)
  // What was still open about this event is past: they are here.
  if (open?.campaign === campaign._id && dialogOf(talk.parts.content, open)?.privacy !== 'anonymous')
    await closeInSilence(talk, open)
  if (openRun(talk)) {
    const { _id: id } = campaign
    if (open?.dialog !== ON_THE_DAY || open.campaign !== id) waitFor(talk, id)
    await play(talk, { do: 'ask_again' })
    return true
  }
  const own = letterboxFor(talk, dialog, campaign._id)?.ownQuestions
  const { now } = talk.context
  const run = newRun(dialog, { id: `run:${talk.event._id}`, now, campaign: campaign._id, own })
  await play(talk, { do: 'start' }, run)
  return true
}

/** The one that began last: two on a day follow each other. */
const eventOf = ({ context }: Talk, instrument: string) =>
  context.campaigns
    .map(one => ({ ...one, begins: anchorMoment(one.campaign.event, 'start') }))
    .filter(
      ({ campaign, letterboxes, begins }) =>
        begins <= context.now && campaign.state !== 'cancelled' && letterboxes[instrument]?.open,
    )
    .toSorted((one, other) => other.begins - one.begins)[0]

const DAY = 24 * 60 * 60 * 1000

function waitFor(talk: Talk, campaign: string): void {
  const others = talk.state.waiting.filter(
    waiting => waiting.dialog !== ON_THE_DAY || waiting.campaign !== campaign,
  )
  const notAfter = talk.context.now + DAY
  talk.state.waiting = [...others, { kind: 'start', dialog: ON_THE_DAY, campaign, notAfter }]
}
