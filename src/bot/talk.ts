import { DateTime } from 'luxon'
import type { ConversationState, DialogRun, Effect, InboundEvent } from '../domain/conversation'
import type { DialogContext, DialogInput } from '../domain/dialog/advance'
import { keyOf } from '../domain/dialog/answers/normalise'
import type { BotText } from '../domain/dialog/botTexts'
import type { Lexicon } from '../domain/dialog/buildLexicon'
import type { AnswerSpec, AnswerType, Dialog, Question, Reply, Understood } from '../domain/dialog/definition'
import { instrumentOf } from '../domain/dialog/ending'
import { findQuestion } from '../domain/dialog/order'
import { readPayload } from '../domain/dialog/payload'
import { reference } from '../domain/dialog/phrases'
import { understand } from '../domain/dialog/understand'
import type { ChannelName, Choice, LanguageTag, Say } from '../domain/message'
import type { Letterbox, TurnContext } from '../ports/bot'
import type { Content } from '../ports/content'
import { dialogOf, type Stage } from './scriptDialog'

export interface TalkParts {
  content: Content
  lexicon: Lexicon
  stage: Stage
  /** Locks something for whoever holds the private half of this key. */
  seal: (publicKey: string, payload: unknown) => string
}

/** One turn while it is being decided. Handlers change `state` and add to `effects`; nothing else happens. */
export interface Talk {
  readonly parts: TalkParts
  readonly context: TurnContext
  readonly event: InboundEvent
  readonly channel: ChannelName
  state: ConversationState
  effects: Effect[]
  language: LanguageTag
}

export function newTalk(
  parts: TalkParts,
  state: ConversationState,
  event: InboundEvent,
  context: TurnContext,
): Talk {
  const channel =
    'channel' in event.event ? event.event.channel : (context.contact.addresses[0]?.channel ?? 'sms')
  return {
    parts,
    context,
    event,
    channel,
    state: structuredClone(state),
    effects: [],
    language: context.contact.language,
  }
}

/** A STOP that the provider reported for one channel holds there; every other STOP holds everywhere. */
export function isStopped({ context, channel, event }: Talk): boolean {
  const { stopped } = context.contact
  if (!stopped) return false
  return stopped.channel === undefined || ('channel' in event.event && stopped.channel === channel)
}

export const openRun = (talk: Talk): DialogRun | undefined => talk.state.stack.at(-1)?.state

export function openQuestion(talk: Talk): { dialog: Dialog; question: Question } | undefined {
  const run = openRun(talk)
  const dialog = run && dialogOf(talk.parts.content, run)
  const question = dialog && findQuestion(dialog, run?.question)
  return dialog && question ? { dialog, question } : undefined
}

/** Says something outside the dialogs. Rank 1: about stop, help and language; it does not wait behind answers. */
export function say(
  talk: Talk,
  text: BotText,
  extra: Omit<Say, 'text'> & { language?: LanguageTag; last?: boolean } = {},
): void {
  const { language = talk.language, last, ...more } = extra
  talk.effects.push({
    do: 'say',
    say: { text, ...more },
    rank: 1,
    purpose: 'C1',
    ...(last && { last }),
    ...(language !== talk.context.contact.language && { language }),
  })
}

export function read(talk: Talk, reply: Reply, spec: AnswerSpec, question?: Question): Understood {
  const { organisation, now } = talk.context
  const { content, lexicon } = talk.parts
  const choices = question ? choicesOf(talk, question) : []
  const understood = understand(reply, spec, {
    language: talk.language,
    lexicon,
    today: DateTime.fromMillis(now, { zone: organisation.zone }).toISODate() ?? '',
    zone: organisation.zone,
    channel: talk.channel,
    ...(choices.length > 0 && { labels: Object.fromEntries(choices.map(({ id, label }) => [id, label])) }),
  })
  if (!understood.ok && NUMBERED.includes(spec.type)) {
    const picked = pick(choices, reply.text)
    if (picked !== undefined) return { ok: true, value: picked }
  }
  if (
    understood.ok &&
    spec.type === 'language' &&
    !content.texts.languages.includes(String(understood.value))
  )
    return { ok: false, problem: 'not_a_language' }
  return understood
}

/** Shown with numbers before them where there are no buttons; elsewhere a number is the answer itself. */
const NUMBERED: readonly AnswerType[] = ['yes_no', 'language']

/** The choice whose number or whole label somebody typed. */
export function pick(choices: readonly Choice[], text: string): string | undefined {
  const key = keyOf(text)
  if (key === '') return undefined
  return choices.find(({ label }, index) => key === String(index + 1) || key === keyOf(label))?.id
}

/** The words on the buttons, in the language in which the person reads them. */
function choicesOf(talk: Talk, question: Question): Choice[] {
  const run = openRun(talk)
  if (!run) return []
  const say = { text: '', question: reference({ id: run.dialog, version: run.version }, question) }
  return talk.parts.content.texts
    .choices(say, talk.language)
    .map(choice => ({ ...choice, id: readPayload(choice.id)?.option ?? choice.id }))
}

/** Moves the open dialog, or puts a new one on the empty stack. False: the dialog did not understand and lets it be. */
export async function play(talk: Talk, input: DialogInput, begin?: DialogRun): Promise<boolean> {
  const run = begin ?? openRun(talk)
  const dialog = run && dialogOf(talk.parts.content, run)
  const circumstances: DialogContext = {
    now: talk.context.now,
    canSpeak: talk.channel === 'whatsapp',
    ...(talk.language !== talk.context.contact.language && { language: talk.language }),
    read: (reply, question) => read(talk, reply, question.answer, question),
    seal: (question, value) => {
      const letterbox = dialog && letterboxFor(talk, dialog, run?.campaign)
      if (!letterbox) throw new Error(`no letterbox for ${run?.dialog}`)
      const inWords = findQuestion(dialog, question)?.answer.type === 'text' && { language: talk.language }
      return talk.parts.seal(letterbox.publicKey, { question, value, ...inWords })
    },
  }
  const played = await talk.parts.stage.play(talk.state.stack, input, circumstances, begin)
  talk.state.stack = played.stack
  talk.effects.push(...played.effects)
  for (const effect of played.effects) if (effect.do === 'language') talk.language = effect.language
  return !played.unheard
}

/** Anonymous answers are sealed from the first one on, so without a letterbox nothing may be asked. */
export const letterboxFor = (
  talk: Talk,
  dialog: Dialog,
  campaign: string | undefined,
): Letterbox | undefined =>
  talk.context.campaigns.find(one => one.campaign._id === campaign)?.letterboxes[instrumentOf(dialog)]
