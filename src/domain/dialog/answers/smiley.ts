import type { Reply, Understood } from '../definition'
import type { AnswerContext } from './answerContext'
import { SHOWN_FACES } from './emoji'
import { readMark } from './scale'

/** One of five faces, 1 (😡) to 5 (😀), or its number. */
export function smiley(reply: Reply, context: AnswerContext): Understood {
  const understood = readMark(reply, 1, SHOWN_FACES.length, context)
  return !understood.ok && understood.problem === 'not_a_number'
    ? { ok: false, problem: 'not_understood' }
    : understood
}
