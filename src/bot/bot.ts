import { buildLexicon } from '../domain/dialog/buildLexicon'
import type { Bot } from '../ports/bot'
import type { Content } from '../ports/content'
import { hear } from './hear'
import { createStage } from './scriptDialog'
import { beginWaiting, endClosed, handleStart } from './starts'
import { isStopped, newTalk, openQuestion, openRun, play, say, type Talk, type TalkParts } from './talk'

/**
 * Holds the conversation: decides from plain state and one event what is said and done. Nothing happens here, so a turn
 * may be run again after a crash and gives the same.
 */
export function createBot(deps: { content: Content; seal: TalkParts['seal'] }): Bot {
  const { content, seal } = deps
  const parts: TalkParts = {
    content,
    seal,
    lexicon: buildLexicon(content.words),
    stage: createStage(content),
  }
  return {
    async turn(state, event, context) {
      const talk = newTalk(parts, state, event, context)
      if (openRun(talk) && !openQuestion(talk)) await play(talk, { do: 'close' })
      await handle(talk)
      await endClosed(talk)
      if (!isStopped(talk)) await beginWaiting(talk)
      return JSON.parse(JSON.stringify({ state: talk.state, effects: talk.effects }))
    },
  }
}

async function handle(talk: Talk): Promise<void> {
  const { event } = talk.event
  switch (event.kind) {
    case 'message':
      return hear(talk, event)
    case 'start':
      return handleStart(talk, event)
    case 'timer':
      return ring(talk, event.run, event.what)
    case 'staff':
      return event.what === 'take_over' ? takeOver(talk) : handBack(talk, event.quiet)
    case 'anonymous':
      return
  }
}

/** A timer is judged by the state it finds: when that question was answered since, it has nothing to say. */
async function ring(talk: Talk, run: string, what: 'remind' | 'close'): Promise<void> {
  if (openRun(talk)?.id !== run || isStopped(talk)) return
  if (talk.state.withPerson && what === 'remind') return
  await play(talk, { do: what })
  if (talk.state.withPerson) talk.effects = talk.effects.filter(effect => effect.do !== 'say')
}

function takeOver(talk: Talk): void {
  delete talk.state.confirming
  talk.state.withPerson ??= { since: talk.context.now }
}

async function handBack(talk: Talk, quiet = false): Promise<void> {
  if (!talk.state.withPerson) return
  delete talk.state.withPerson
  if (isStopped(talk) || quiet) return
  if (openQuestion(talk)) await play(talk, { do: 'ask_again', lead: [{ text: 'system:bot_again' }] })
  else say(talk, 'system:bot_again')
}
