import type { ConversationEvent, DialogRun } from '../domain/conversation'
import type { Dialog } from '../domain/dialog/definition'
import { instrumentOf } from '../domain/dialog/ending'
import { newRun } from '../domain/dialog/newRun'
import { stepOf } from '../domain/timeline/moments'
import { dialogOf } from './scriptDialog'
import { isStopped, letterboxFor, openRun, play, say, type Talk } from './talk'

type Start = Extract<ConversationEvent, { kind: 'start' }>

const HOUR = 60 * 60 * 1000
/** A question that nobody answered for so long gives way to the next step of its event. */
const RESTS_MS = 24 * HOUR

/** A planned dialog is due. Only one question is open at a time: it may have to wait. */
export async function handleStart(talk: Talk, start: Start): Promise<void> {
  if (isStopped(talk) || start.notAfter <= talk.context.now) return
  const resting = openRun(talk)
  if (resting && givesWay(talk, resting, start)) await closeInSilence(talk, resting)
  const open = openRun(talk)
  if (open && isSame(open, start)) {
    // What is said now belongs to this step: the repeat, not the first time.
    if (start.step !== undefined) open.step = start.step
    await play(talk, {
      do: 'ask_again',
      notAfter: start.notAfter,
      ...(start.opening && { opening: start.opening }),
    })
    return
  }
  if (open || talk.state.withPerson || talk.state.confirming) {
    const others = talk.state.waiting.filter(waiting => !isSame(waiting, start))
    talk.state.waiting = [...others, start]
    return
  }
  await begin(talk, start, talk.event._id)
}

const givesWay = (talk: Talk, open: DialogRun, start: Start): boolean =>
  !isSame(open, start) &&
  !talk.state.withPerson &&
  open.campaign !== undefined &&
  open.campaign === start.campaign &&
  talk.context.now - open.askedAt >= RESTS_MS

/** What was answered is kept; something else is said at once, so the dialog says nothing about its end. */
export async function closeInSilence(talk: Talk, open: DialogRun): Promise<void> {
  const before = talk.effects
  talk.effects = []
  open.closesAt = talk.context.now
  await play(talk, { do: 'close' })
  talk.effects = [...before, ...talk.effects.filter(effect => effect.do !== 'say')]
}

/** Somebody is in the middle while their evaluation was closed: this answer still counts, and nothing more is asked. */
export async function endClosed(talk: Talk): Promise<void> {
  const run = openRun(talk)
  const dialog = run && dialogOf(talk.parts.content, run)
  if (!dialog || talk.state.withPerson || letterboxFor(talk, dialog, run.campaign)?.open !== false) return
  talk.effects = talk.effects.filter(effect => effect.do !== 'say' || !effect.say.question)
  await closeInSilence(talk, run)
  if (talk.event.event.kind === 'message') say(talk, 'answers:question_closed')
}

/** When the open question is answered or closed, the next one that is still useful begins. */
export async function beginWaiting(talk: Talk): Promise<void> {
  const { now } = talk.context
  const stillUseful = talk.state.waiting.filter(start => start.notAfter > now)
  talk.state.waiting = stillUseful
  while (
    !openRun(talk) &&
    !talk.state.withPerson &&
    !talk.state.confirming &&
    talk.state.waiting.length > 0
  ) {
    const [next, ...later] = talk.state.waiting as [Start, ...Start[]]
    talk.state.waiting = later
    await begin(talk, next, `${talk.event._id}:${next.row ?? next.dialog}`)
  }
}

async function begin(talk: Talk, start: Start, origin: string): Promise<void> {
  const dialog = talk.parts.content.dialog(start.dialog)
  if (!dialog) {
    talk.effects.push({ do: 'task', kind: 'look', reason: 'dialog_missing', campaign: start.campaign })
    return
  }
  if (dialog.privacy === 'anonymous' && !mayAsk(talk, dialog, start)) return
  const run = newRun(dialog, {
    id: `run:${origin}`,
    now: talk.context.now,
    campaign: start.campaign,
    step: start.step,
    opening: start.opening,
    own: letterboxFor(talk, dialog, start.campaign)?.ownQuestions,
  })
  const before = talk.effects.length
  await play(talk, { do: 'start', notAfter: start.notAfter }, run)
  addFallback(talk, start, before)
}

const enrolledIn = ({ context }: Talk, { campaign }: Start) =>
  context.campaigns.find(one => one.campaign._id === campaign)

/** Somebody who answered, or said no, is not asked again; and without an open letterbox nobody is. */
function mayAsk(talk: Talk, dialog: Dialog, start: Start): boolean {
  const mark = enrolledIn(talk, start)?.enrolment.evaluations[instrumentOf(dialog)]
  if (mark === 'answered' || mark === 'declined') return false
  const letterbox = letterboxFor(talk, dialog, start.campaign)
  if (letterbox) return letterbox.open
  talk.effects.push({ do: 'task', kind: 'look', reason: 'letterbox_missing', campaign: start.campaign })
  return false
}

/** The opening of a step goes by SMS when WhatsApp does not bring it, as its timeline says. */
function addFallback(talk: Talk, start: Start, from: number): void {
  const campaign = enrolledIn(talk, start)?.campaign
  const timeline = campaign && talk.parts.content.timeline(campaign.timeline.id)
  const hours = timeline && start.step ? stepOf(timeline, start.step)?.fallbackAfterHours : undefined
  if (hours === undefined) return
  for (const effect of talk.effects.slice(from))
    if (effect.do === 'say' && effect.rank === 5) effect.fallbackAfterMs = hours * HOUR
}

const isSame = (a: { dialog: string; campaign?: string }, b: Start): boolean =>
  a.dialog === b.dialog && a.campaign === b.campaign
