import type { AnswerContext } from './answers/answerContext'
import { choice } from './answers/choice'
import { date } from './answers/date'
import { file } from './answers/file'
import { language } from './answers/language'
import { location } from './answers/location'
import { multiChoice } from './answers/multiChoice'
import { number } from './answers/number'
import { phone } from './answers/phone'
import { scale } from './answers/scale'
import { smiley } from './answers/smiley'
import { text } from './answers/text'
import { time } from './answers/time'
import { yesNo } from './answers/yesNo'
import type { AnswerSpec, Reply, Understood } from './definition'

/**
 * Reads a reply as an answer to a question: the button first, then exact words of the person's language, Dutch,
 * English, and any language where the word means one thing everywhere. Never guesses and never throws: what is
 * doubtful, double or out of range comes back as a problem that names itself.
 */
export function understand(reply: Reply, spec: AnswerSpec, context: AnswerContext): Understood {
  switch (spec.type) {
    case 'file':
      return file(reply, spec)
    case 'location':
      return location(reply)
    case 'text':
      return spoken(reply) ?? nothingSaid(reply) ?? text(reply, spec)
    default:
      return nothingSaid(reply) ?? inWords(beginning(reply), spec, context)
  }
}

/** More than any short answer needs, whatever invisible signs surround it; one sign can unfold into eighteen letters. */
const ENOUGH = 600

function beginning(reply: Reply): Reply {
  return reply.text.length > ENOUGH ? { ...reply, text: reply.text.slice(0, ENOUGH) } : reply
}

/** A voice note, where it may be one. */
function spoken({ heard }: Reply): Understood | null {
  if (heard === undefined) return null
  return 'problem' in heard ? { ok: false, ...heard } : { ok: true, value: heard }
}

type SpecInWords = Exclude<AnswerSpec, { type: 'text' | 'file' | 'location' }>

function nothingSaid(reply: Reply): Understood | null {
  if (reply.payload !== undefined || reply.text.trim() !== '') return null
  const sentSomething = reply.location !== undefined || (reply.media?.length ?? 0) > 0
  return { ok: false, problem: sentSomething ? 'text_please' : 'empty' }
}

function inWords(reply: Reply, spec: SpecInWords, context: AnswerContext): Understood {
  switch (spec.type) {
    case 'yes_no':
      return yesNo(reply, spec, context)
    case 'scale':
      return scale(reply, spec, context)
    case 'smiley':
      return smiley(reply, context)
    case 'choice':
      return choice(reply, spec, context)
    case 'multi_choice':
      return multiChoice(reply, spec, context)
    case 'number':
      return number(reply, spec, context)
    case 'date':
      return date(reply, spec, context)
    case 'time':
      return time(reply)
    case 'phone':
      return phone(reply, spec)
    case 'language':
      return language(reply, context)
  }
}
