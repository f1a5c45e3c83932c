import type { ConversationEvent } from '../domain/conversation'
import { isStuck } from '../domain/dialog/advance'
import { readCommand } from '../domain/dialog/commands'
import { type AnswerType, COMMANDS, type Command, type Reply } from '../domain/dialog/definition'
import { readPayload } from '../domain/dialog/payload'
import { stuck } from '../domain/dialog/phrases'
import { takeLetter } from './letter'
import {
  askWhetherStop,
  type Buttons,
  callPerson,
  changeLanguage,
  chatter,
  hasOptedIn,
  hasRefused,
  LANGUAGE_BUTTONS,
  languageButtons,
  languageOf,
  obey,
  offerLanguage,
  STOP_BUTTONS,
  stop,
  welcome,
} from './obey'
import { isStopped, openQuestion, openRun, pick, play, read, say, type Talk } from './talk'

type Message = Extract<ConversationEvent, { kind: 'message' }>

/** Here the words are known beforehand, so a word that is also a command can be meant as an answer: "Start", "Later". */
const CLOSED: readonly AnswerType[] = ['yes_no', 'scale', 'smiley', 'choice', 'multi_choice', 'language']

/** What we asked outside a dialog is forgotten after a day: a "yes" of tomorrow means something else. */
const CONFIRMS_FOR = 24 * 60 * 60 * 1000

/** Somebody wrote. Commands first, then what we asked outside the dialogs, then the open question. */
export async function hear(talk: Talk, message: Message): Promise<void> {
  const command = commandIn(talk, message)
  if (command === 'stop') return stop(talk)
  if (message.letter && command !== 'maybe_stop') return takeLetter(talk, message.letter)
  if (isStopped(talk)) {
    if (command === 'start') await obey(talk, command)
    if (command === 'human') callPerson(talk)
    return
  }
  if (talk.state.withPerson) return
  if (await confirm(talk, message)) return
  if (command === 'maybe_stop') return askWhetherStop(talk)
  if (command === 'again') {
    if (openQuestion(talk)) await play(talk, { do: 'simpler' })
    else chatter(talk)
    return
  }
  if (command) return obey(talk, command)
  if (openQuestion(talk)) return answer(talk, message)
  if (!hasOptedIn(talk) && !hasRefused(talk)) return welcome(talk)
  if (message.payload !== undefined && readPayload(message.payload))
    return say(talk, 'answers:question_closed')
  const language = languageNamed(talk, message)
  if (language) return offerLanguage(talk, language)
  chatter(talk)
}

function commandIn(talk: Talk, message: Message): Command | 'maybe_stop' | 'again' | undefined {
  const tapped = /^command:(\w+)$/.exec(message.payload ?? stuckChoice(talk, message) ?? '')?.[1]
  if (tapped === 'again') return 'again'
  if (tapped && (COMMANDS as readonly string[]).includes(tapped)) return tapped as Command
  if (message.payload !== undefined || message.text === '') return undefined
  const heard = readCommand(message.text, {
    language: talk.language,
    lexicon: talk.parts.lexicon,
    channel: message.channel,
  })
  if (!heard) return undefined
  const found = 'command' in heard ? heard.command : 'maybe_stop'
  if (found === 'stop' || found === 'human') return found
  return isAnswer(talk, message) ? undefined : found
}

/** After two misses we offered three ways on: where there are no buttons, "1" is the first of them. */
function stuckChoice(talk: Talk, message: Message): string | undefined {
  const open = openQuestion(talk)
  const run = openRun(talk)
  if (!open || !run || !isStuck(run)) return undefined
  return chosen(talk, stuck(open.question).choices, message)
}

/** Which of these buttons, by tap, by number or by its words. */
function chosen(talk: Talk, choices: Buttons | undefined, message: Message, language = talk.language) {
  if (message.payload !== undefined) return choices?.find(({ id }) => id === message.payload)?.id
  return pick(talk.parts.content.texts.choices({ text: '', choices }, language), message.text)
}

function isAnswer(talk: Talk, message: Message): boolean {
  const open = openQuestion(talk)
  if (!open || !CLOSED.includes(open.question.answer.type)) return false
  return read(talk, replyIn(message), open.question.answer, open.question).ok
}

/** The answer to a question that we asked outside a dialog. False: it was none, and the message is read as usual. */
async function confirm(talk: Talk, message: Message): Promise<boolean> {
  const { confirming } = talk.state
  const listed = languageButtons(talk)
  const tapped = listed.find(({ id }) => id === message.payload)
  if (tapped) {
    await changeLanguage(talk, languageOf(tapped.id))
    return true
  }
  if (!confirming || talk.context.now - confirming.at > CONFIRMS_FOR) return false
  if (confirming.what === 'language' && confirming.language === undefined) {
    const named = chosen(talk, listed, message)
    const language = named ? languageOf(named) : languageNamed(talk, message, true)
    delete talk.state.confirming
    if (language) await changeLanguage(talk, language)
    else if (!openQuestion(talk) && !commandIn(talk, message)) say(talk, 'system:language.unknown')
    else return false
    return true
  }
  const said = yesOrNo(talk, message)
  delete talk.state.confirming
  if (said === undefined) return false
  if (confirming.what === 'stop') {
    if (said === 'yes') await stop(talk)
    else await goOn(talk, 'system:maybe_stop.kept')
  } else if (said === 'yes' && confirming.language) await changeLanguage(talk, confirming.language)
  else await goOn(talk, 'system:language.kept')
  return true
}

function yesOrNo(talk: Talk, message: Message): 'yes' | 'no' | undefined {
  const language = talk.state.confirming?.language
  const buttons = language === undefined ? STOP_BUTTONS : LANGUAGE_BUTTONS
  const button = chosen(talk, buttons, message, language)
  if (button) return button === 'confirm:yes' ? 'yes' : 'no'
  const understood = read(talk, replyIn(message), { type: 'yes_no' })
  return understood.ok ? (understood.value as 'yes' | 'no') : undefined
}

/** Back to what was open before we asked something else. */
async function goOn(talk: Talk, text: 'system:maybe_stop.kept' | 'system:language.kept'): Promise<void> {
  if (openQuestion(talk)) await play(talk, { do: 'ask_again', lead: [{ text }] })
  else say(talk, text)
}

function languageNamed(talk: Talk, message: Message, own = false): string | undefined {
  const understood = read(talk, replyIn(message), { type: 'language' })
  if (!understood.ok) return undefined
  const tag = String(understood.value)
  if (!talk.parts.content.texts.languages.includes(tag)) return undefined
  return own || tag !== talk.language ? tag : undefined
}

async function answer(talk: Talk, message: Message): Promise<void> {
  const open = openQuestion(talk)
  const run = openRun(talk)
  if (!open || !run) return
  const { question } = open
  const tapped = message.payload === undefined ? undefined : readPayload(message.payload)
  if (tapped && tapped.dialog !== run.dialog) {
    await play(talk, { do: 'ask_again', lead: [{ text: 'answers:question_closed' }] })
    return
  }
  const reply = replyIn(message, tapped?.option)
  const closed = CLOSED.includes(question.answer.type) && question.answer.type !== 'language'
  if (!tapped && closed && !read(talk, reply, question.answer, question).ok) {
    const language = languageNamed(talk, message)
    if (language) return offerLanguage(talk, language)
  }
  const heard = await play(talk, { do: 'reply', reply, ...(tapped && { question: tapped.question }) })
  if (!heard) chatter(talk)
}

function replyIn(message: Message, option?: string): Reply {
  const { text, payload, media, heard, location } = message
  const chosen = option ?? payload
  return {
    text,
    ...(chosen !== undefined && { payload: chosen }),
    ...(media && { media }),
    ...(heard && { heard }),
    ...(location && { location }),
  }
}
