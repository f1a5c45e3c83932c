import { OPT_IN_DIALOG } from '../domain/consent/mayWrite'
import type { Effect } from '../domain/conversation'
import type { Command } from '../domain/dialog/definition'
import { newRun } from '../domain/dialog/newRun'
import type { LanguageTag, Say } from '../domain/message'
import { askFaces } from './smileys'
import { isStopped, openQuestion, openRun, play, say, type Talk } from './talk'

const HOUR = 60 * 60 * 1000

/** What a person may always say, whatever is being asked. */
export async function obey(talk: Talk, command: Command): Promise<void> {
  switch (command) {
    case 'stop':
      return stop(talk)
    case 'start':
      return startAgain(talk)
    case 'human':
      return callPerson(talk)
    case 'language':
      return askLanguage(talk)
    case 'smileys':
      return answerOnTheDay(talk)
    case 'help':
      if (openQuestion(talk)) await play(talk, { do: 'help' })
      else say(talk, 'system:help')
      return
    default:
      if (openQuestion(talk)) await play(talk, { do: command })
      else chatter(talk)
  }
}

/** Ends everything at once, with one confirmation. What was said without a name is dropped, not posted. */
export async function stop(talk: Talk): Promise<void> {
  if (openRun(talk)) await play(talk, { do: 'leave' })
  const { helpedAt: _helped, confirming: _confirming, withPerson: _person, ...rest } = talk.state
  talk.state = { ...rest, stack: [], waiting: [] }
  if (isStopped(talk)) return
  talk.effects.push({ do: 'stop' })
  say(talk, 'system:stopped', { last: true })
}

async function startAgain(talk: Talk): Promise<void> {
  if (isStopped(talk)) {
    talk.effects.push({ do: 'start_again' })
    if (hasOptedIn(talk)) return say(talk, 'system:started')
  }
  if (openQuestion(talk)) await play(talk, { do: 'ask_again' })
  else if (hasOptedIn(talk)) say(talk, 'system:help')
  else await welcome(talk)
}

/** The newest decision in the register counts; being asked once more takes nothing back. */
const optIn = (talk: Talk) =>
  talk.context.contact.consents.filter(({ purpose, state }) => purpose === 'C1' && state !== 'asked').at(-1)
    ?.state

export const hasOptedIn = (talk: Talk): boolean => optIn(talk) === 'given'
export const hasRefused = (talk: Talk): boolean => optIn(talk) === 'withdrawn'

/** The first contact: it says that it is a bot, who is behind it, and asks whether it may write. */
export async function welcome(talk: Talk): Promise<void> {
  const dialog = talk.parts.content.dialog(OPT_IN_DIALOG)
  if (!dialog) return chatter(talk)
  await play(talk, { do: 'start' }, newRun(dialog, { id: `run:${talk.event._id}`, now: talk.context.now }))
}

export function callPerson(talk: Talk): void {
  const task: Effect = {
    do: 'task',
    kind: 'handover',
    reason: 'asked_for_person',
    campaign: openRun(talk)?.campaign,
  }
  talk.effects.push(task)
  if (!isStopped(talk)) say(talk, 'system:human')
}

export type Buttons = NonNullable<Say['choices']>

export const STOP_BUTTONS: Buttons = [
  { id: 'confirm:yes', text: 'system:maybe_stop.yes' },
  { id: 'confirm:no', text: 'system:maybe_stop.no' },
]
export const LANGUAGE_BUTTONS: Buttons = [
  { id: 'confirm:yes', text: 'system:language.yes' },
  { id: 'confirm:no', text: 'system:language.no' },
]

const LANGUAGE = 'language:'
const languageButton = (tag: LanguageTag) => `${LANGUAGE}${tag}`
export const languageOf = (button: string): LanguageTag => button.slice(LANGUAGE.length)

export function languageButtons(talk: Talk): Buttons {
  const { texts } = talk.parts.content
  return texts.languages.map(tag => ({ id: languageButton(tag), label: texts.endonym(tag) }))
}

/** The two faces of an event. Who is at none, and whom we do not know, hears who we are. */
async function answerOnTheDay(talk: Talk): Promise<void> {
  if (await askFaces(talk)) return
  if (hasOptedIn(talk) || hasRefused(talk)) say(talk, 'system:smileys.none')
  else await welcome(talk)
}

function askLanguage(talk: Talk): void {
  talk.state.confirming = { what: 'language', at: talk.context.now }
  say(talk, 'system:language.ask', { choices: languageButtons(talk) })
}

/** Never silently, never from one word alone: the language asks itself, in itself. */
export function offerLanguage(talk: Talk, tag: LanguageTag): void {
  talk.state.confirming = { what: 'language', language: tag, at: talk.context.now }
  say(talk, 'system:language.offer', { language: tag, choices: LANGUAGE_BUTTONS })
}

export async function changeLanguage(talk: Talk, tag: LanguageTag): Promise<void> {
  delete talk.state.confirming
  talk.effects.push({ do: 'language', language: tag })
  talk.language = tag
  if (openQuestion(talk)) await play(talk, { do: 'ask_again', lead: [{ text: 'system:language.done' }] })
  else say(talk, 'system:language.done', { language: tag })
}

export function askWhetherStop(talk: Talk): void {
  talk.state.confirming = { what: 'stop', at: talk.context.now }
  say(talk, 'system:maybe_stop.ask', { choices: STOP_BUTTONS })
}

/** One kind line how to get help; not twice within an hour, or two machines talk for ever. */
export function chatter(talk: Talk): void {
  const { now } = talk.context
  if (talk.state.helpedAt !== undefined && now - talk.state.helpedAt < HOUR) return
  talk.state.helpedAt = now
  say(talk, 'system:chatter')
}
