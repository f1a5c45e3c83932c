import type { DialogRun, Effect } from '../conversation'
import type { LanguageTag, Say } from '../message'
import type { RowRank } from '../outbox'
import { type BotText, problemKey } from './botTexts'
import type { AnswerValue, Dialog, Problem, Question, Reply, Understood } from './definition'
import { effectsOfAnswer, effectsOfAsking } from './effects'
import { conclude, type Ending, instrumentOf } from './ending'
import { hearsVoice } from './hearsVoice'
import { nextRound } from './newRun'
import {
  applies,
  dropUnasked,
  findQuestion,
  isDoor,
  isSettled,
  nextQuestion,
  previousQuestion,
} from './order'
import { asking, ending, simpler, speak, stuck, thanks } from './phrases'

type Lead = NonNullable<Say['lead']>

export type DialogInput =
  /** `notAfter`: a planned opening, useless after this moment. Absent: the person wrote first and waits. */
  | { do: 'start'; notAfter?: number }
  /** `question`: the one whose button was tapped, when it is not the open one: an earlier answer is changed. */
  | { do: 'reply'; reply: Reply; question?: string }
  /** The same question once more: another language, new opening words, a person hands the talk back. */
  | { do: 'ask_again'; opening?: Say; notAfter?: number; lead?: Lead }
  | { do: 'skip' | 'back' | 'restart' | 'help' | 'simpler' | 'remind' | 'close' | 'leave' }

export interface DialogContext {
  now: number
  /** They can send a voice note where they read this. */
  canSpeak: boolean
  /** Set when this turn changed the language: what is said must not wait until the contact knows. */
  language?: LanguageTag
  read(reply: Reply, question: Question): Understood
  /** Locks an answer of an anonymous dialog; nobody who talks can open it again. */
  seal(question: string, value: AnswerValue): string
}

export interface Advance {
  /** Without `question`: the dialog is over. */
  run: DialogRun
  effects: Effect[]
  /** A quiet dialog did not understand and does not insist; the bot may say how to get help. */
  unheard?: true
}

const HOUR = 60 * 60 * 1000
const MISSES_BEFORE_A_PERSON = 2

/** Every second miss offers a person instead of the question: the next number or word may be one of those buttons. */
export const isStuck = ({ misses }: DialogRun): boolean => misses > 0 && misses % MISSES_BEFORE_A_PERSON === 0

const lead = (text: BotText): Lead => [{ text }]

/**
 * One step of a dialog: what was asked, what came in, what follows. Decides everything and does nothing; the run is
 * plain JSON, so a talk survives a restart between any two messages.
 */
export function advance(dialog: Dialog, run: DialogRun, input: DialogInput, context: DialogContext): Advance {
  if (input.do === 'start') return start(dialog, run, input.notAfter, context)
  if (input.do === 'restart') {
    const fresh = { ...run, answers: {}, boxes: {}, skipped: [], passed: [] }
    return proceed(dialog, fresh, lead('answers:from_the_start'), context)
  }
  const question = findQuestion(dialog, run.question)
  if (!question) return { run, effects: [] }
  switch (input.do) {
    case 'reply':
      return reply(dialog, run, question, input, context)
    case 'ask_again': {
      const renewed = input.opening ? { ...run, opening: input.opening } : run
      // Long opening words come back only for who could not read them, or when they are new.
      const opening = input.opening !== undefined || context.language !== undefined
      const say = asking(dialog, renewed, question, {
        opening,
        ...(input.lead && { lead: input.lead }),
      })
      return ask(dialog, renewed, question, say, context, planned(input.notAfter))
    }
    case 'skip':
      return skip(dialog, run, question, context)
    case 'back': {
      const earlier = previousQuestion(dialog, run)
      const say = earlier
        ? asking(dialog, run, earlier)
        : asking(dialog, run, question, { lead: lead('answers:first_question') })
      return ask(dialog, run, earlier ?? question, say, context)
    }
    case 'help':
      return help(dialog, run, question, context)
    case 'simpler': {
      const say = asking(dialog, run, question, { ...simpler(dialog, question), numbered: true })
      return ask(dialog, { ...run, helped: question.id }, question, say, context)
    }
    case 'remind':
      return remind(dialog, run, question, context)
    case 'close':
      return context.now < run.closesAt ? { run, effects: [] } : finish(dialog, run, 'closed', [], context)
    case 'leave':
      return finish(dialog, run, 'left', [], context)
  }
}

function start(
  dialog: Dialog,
  run: DialogRun,
  notAfter: number | undefined,
  context: DialogContext,
): Advance {
  const first = nextQuestion(dialog, run)
  if (!first) return finish(dialog, run, 'done', [], context)
  const say = asking(dialog, run, first, { opening: true })
  const asked = ask(dialog, run, first, say, context, planned(notAfter))
  return {
    run: asked.run,
    effects: [
      ...mark(dialog, run, 'invited'),
      ...effectsOfAsking(dialog, first),
      ...asked.effects,
      { do: 'timer', run: run.id, what: 'close', at: run.closesAt },
    ],
  }
}

/** What a plan says waits its turn and can come too late; an answer to a person leaves at once. */
const planned = (notAfter?: number): { rank: RowRank; notAfter?: number } =>
  notAfter === undefined ? { rank: 0 } : { rank: 5, notAfter }

function reply(
  dialog: Dialog,
  run: DialogRun,
  open: Question,
  input: Extract<DialogInput, { do: 'reply' }>,
  context: DialogContext,
): Advance {
  const tapped = findQuestion(dialog, input.question)
  const question = tapped && applies(tapped, run) && isSettled(run, tapped.id) ? tapped : open
  const understood = context.read(input.reply, question)
  if (understood.ok) return accept(dialog, run, question, understood.value, context)
  if (dialog.quiet) return { run, effects: [], unheard: true }
  return insist(dialog, run, question, { lead: [problem(understood)], numbered: true }, context)
}

const problem = ({ problem, values }: { problem: Problem; values?: Record<string, string | number> }) => ({
  text: problemKey(problem),
  ...(values && { values }),
})

/** Asks the same question once more; the second time a person is offered. */
function insist(
  dialog: Dialog,
  run: DialogRun,
  question: Question,
  how: Parameters<typeof asking>[3],
  context: DialogContext,
): Advance {
  const missed = { ...run, misses: run.misses + 1 }
  const say = isStuck(missed) ? stuck(question) : asking(dialog, run, question, how)
  const asked = ask(dialog, run, question, say, context)
  return { ...asked, run: { ...asked.run, misses: missed.misses } }
}

function help(dialog: Dialog, run: DialogRun, question: Question, context: DialogContext): Advance {
  if (run.helped === question.id) return insist(dialog, { ...run, misses: 1 }, question, {}, context)
  const say = asking(dialog, run, question, simpler(dialog, question))
  const asked = ask(dialog, { ...run, helped: question.id }, question, say, context)
  return { ...asked, run: { ...asked.run, misses: run.misses } }
}

function accept(
  dialog: Dialog,
  run: DialogRun,
  question: Question,
  value: AnswerValue,
  context: DialogContext,
): Advance {
  const began = hasBegun(run)
  if (value === question.laterWhen?.option) return rest(dialog, run, question, context)
  const declined = question.endWhen?.includes(String(value)) ?? false
  const effects = [
    ...(began || declined ? [] : mark(dialog, run, 'started')),
    ...effectsOfAnswer(dialog, question, value, run),
  ]
  const spoken = question.effect === 'language' ? { ...context, language: String(value) } : context
  const answered = dropUnasked(dialog, record(dialog, run, question, value, context))
  const warm = thanks(dialog, question, value)
  const again = question.againWhen?.includes(String(value)) ?? false
  const next = again
    ? beginAnew(dialog, answered, spoken)
    : declined
      ? finish(dialog, answered, 'declined', warm, spoken)
      : proceed(dialog, answered, warm, spoken)
  return { run: next.run, effects: [...effects, ...next.effects] }
}

/** One form is kept and the next one opens, until the same moment. */
function beginAnew(dialog: Dialog, run: DialogRun, context: DialogContext): Advance {
  const { effects } = conclude(dialog, run, 'done')
  const { opening: _, passed: _passed, ...rest } = run
  const fresh = { ...rest, id: nextRound(run.id), answers: {}, skipped: [] }
  const begun = proceed(dialog, fresh, [], context)
  const close = { do: 'timer', run: fresh.id, what: 'close', at: run.closesAt } as const
  return { run: begun.run, effects: [...effects, ...begun.effects, close] }
}

const hasBegun = ({ answers, boxes, passed = [] }: DialogRun): boolean =>
  Object.keys(answers).length + Object.keys(boxes).length + passed.length > 0

function record(
  dialog: Dialog,
  run: DialogRun,
  { id, ...question }: Question,
  value: AnswerValue,
  context: DialogContext,
): DialogRun {
  const cleared = { ...run, skipped: run.skipped.filter(skipped => skipped !== id) }
  if (dialog.privacy === 'named') return { ...cleared, answers: { ...run.answers, [id]: value } }
  if (isDoor({ id, ...question })) return { ...cleared, passed: [...new Set([...(run.passed ?? []), id])] }
  return { ...cleared, boxes: { ...run.boxes, [id]: context.seal(id, value) } }
}

function skip(dialog: Dialog, run: DialogRun, question: Question, context: DialogContext): Advance {
  if (!question.optional)
    return ask(
      dialog,
      run,
      question,
      asking(dialog, run, question, { lead: lead('answers:needed') }),
      context,
    )
  const { [question.id]: _answer, ...answers } = run.answers
  const { [question.id]: _box, ...boxes } = run.boxes
  const skipped = [...new Set([...run.skipped, question.id])]
  return proceed(dialog, dropUnasked(dialog, { ...run, answers, boxes, skipped }), [], context)
}

/** "Later": the question stays open, and is put again after the hours that the dialog says. */
function rest(dialog: Dialog, run: DialogRun, question: Question, context: DialogContext): Advance {
  const at = context.now + (question.laterWhen?.hours ?? 0) * HOUR
  return {
    run: { ...run, question: question.id, misses: 0, reminded: false, remindAt: at },
    effects: [
      speak(run, ending(dialog, run, 'later'), { rank: 0, language: context.language }),
      { do: 'timer', run: run.id, what: 'remind', at },
    ],
  }
}

function remind(dialog: Dialog, run: DialogRun, question: Question, context: DialogContext): Advance {
  const due = run.remindAt !== undefined && run.remindAt <= context.now
  if (!due || context.now >= run.closesAt) return { run, effects: [] }
  const say = asking(dialog, run, question, { lead: lead('answers:reminder') })
  return ask(dialog, { ...run, reminded: true }, question, say, context, {
    rank: 5,
    notAfter: run.closesAt,
  })
}

function proceed(dialog: Dialog, run: DialogRun, before: Lead, context: DialogContext): Advance {
  const next = nextQuestion(dialog, run)
  if (!next) return finish(dialog, run, 'done', before, context)
  const say = asking(dialog, run, next, before.length > 0 ? { lead: before } : {})
  const asked = ask(dialog, run, next, say, context)
  return { run: asked.run, effects: [...effectsOfAsking(dialog, next), ...asked.effects] }
}

function ask(
  dialog: Dialog,
  run: DialogRun,
  question: Question,
  say: Say,
  context: DialogContext,
  how: { rank: RowRank; notAfter?: number } = { rank: 0 },
): Advance {
  const { now, language, canSpeak } = context
  const at = now + (dialog.remindAfterHours ?? 0) * HOUR
  const reminds = dialog.remindAfterHours !== undefined && !run.reminded && at < run.closesAt
  const { remindAt: _, ...rest } = run
  return {
    run: { ...rest, question: question.id, misses: 0, askedAt: now, ...(reminds && { remindAt: at }) },
    effects: [
      speak(run, canSpeak ? invitingToSpeak(dialog, run, question, say) : say, { ...how, language }),
      ...(reminds ? [{ do: 'timer', run: run.id, what: 'remind', at } as const] : []),
    ],
  }
}

/**
 * What is asked without a name and answered in words can be spoken; what becomes of the voice is said before. Whoever asked
 * for help has read it, and gets few words.
 */
function invitingToSpeak(dialog: Dialog, run: DialogRun, question: Question, say: Say): Say {
  const isTold = run.helped === question.id || say.question === undefined
  if (isTold || !hearsVoice(dialog, question)) return say
  return { ...say, lead: [...(say.lead ?? []), ...lead('answers:may_speak')] }
}

function finish(dialog: Dialog, run: DialogRun, how: Ending, before: Lead, context: DialogContext): Advance {
  const { question: _question, remindAt: _remindAt, ...over } = run
  // Who never began hears nothing more: silence has its repeat and its call (G7), not a third message.
  const silent = how === 'left' || (how === 'closed' && (dialog.quiet || !hasBegun(run)))
  const words: Effect[] = []
  if (how !== 'left' && !silent) {
    const say = { ...ending(dialog, run, how), ...(before.length > 0 && { lead: before }) }
    words.push(speak(run, say, { rank: how === 'closed' ? 5 : 0, language: context.language }))
  }
  const { run: concluded, effects } = conclude(dialog, over, how)
  return { run: concluded, effects: [...words, ...effects] }
}

function mark(dialog: Dialog, run: DialogRun, value: 'invited' | 'started'): Effect[] {
  if (dialog.privacy === 'named' || run.campaign === undefined) return []
  return [{ do: 'mark', campaign: run.campaign, instrument: instrumentOf(dialog), mark: value }]
}
