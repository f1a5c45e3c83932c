import { hearingOf } from '../buildLexicon'
import type { AnswerSpec, Reply, Understood } from '../definition'
import type { AnswerContext } from './answerContext'
import { namedIn, readChoice } from './choice'
import { castsDoubt, LONGEST_SHORT_ANSWER, withoutPoliteness } from './hearing'
import { clean, fold } from './normalise'
import { type Option, optionsOf } from './options'
import { readYesNo } from './yesNo'

type MultiChoiceSpec = Extract<AnswerSpec, { type: 'multi_choice' }>

/**
 * Several options: `1, 3`, `1 en 3`, or their labels; `no` where one of them means none. Every part must be understood; the
 * order is that of the question.
 */
export function multiChoice(reply: Reply, spec: MultiChoiceSpec, context: AnswerContext): Understood {
  const pressed = reply.payload?.split(',') ?? []
  if (pressed.length > 0 && pressed.every(id => spec.options.includes(id))) return settled(pressed, spec)
  const options = optionsOf(spec.options, context)
  const whole = readChoice(reply.text, options, context)
  if (typeof whole !== 'string') return settled([whole.id], spec)
  // “Which help do you need?” – “No, thank you.”
  if (spec.none !== undefined && readYesNo(reply.text, context.language, context.lexicon) === 'no')
    return settled([spec.none], spec)
  if (clean(reply.text).length > LONGEST_SHORT_ANSWER) return { ok: false, problem: 'not_an_option' }
  const ids = named(reply.text, options, context) ?? listed(reply.text, options, context)
  return ids === null ? { ok: false, problem: 'not_an_option' } : settled(ids, spec)
}

function settled(ids: readonly string[], spec: MultiChoiceSpec): Understood {
  const chosen = spec.options.filter(id => ids.includes(id))
  if (spec.none !== undefined && chosen.includes(spec.none) && chosen.length > 1) {
    return { ok: false, problem: 'more_than_one' }
  }
  return { ok: true, value: chosen }
}

/** `taxi en kinderopvang graag`: labels and what may stand between them, nothing else. */
function named(text: string, options: readonly Option[], context: AnswerContext): string[] | null {
  const said = withoutPoliteness(fold(text).split(' ').filter(Boolean), context.lexicon)
  const found = namedIn(said, options)
  if (found.length < 2) return null
  let beside = ` ${said.join(' ')} `
  for (const option of [...found].sort((a, b) => b.key.length - a.key.length)) {
    beside = beside.replace(` ${option.tokens.join(' ')} `, '  ')
  }
  const rest = beside.split(' ').filter(Boolean)
  if (rest.some(token => /\d/.test(token)) || castsDoubt(rest, context.language, context.lexicon)) return null
  return found.map(option => option.id)
}

/** Parts between commas, lines and words for "and"; numbers may also stand side by side. */
function listed(text: string, options: readonly Option[], context: AnswerContext): string[] | null {
  const hearing = hearingOf(context.lexicon, context.language)
  const isAnd = (token: string) => hearing.some(ears => ears.and.has(token))
  const parts = clean(text)
    .split(/[\n,;،+&]/)
    .flatMap(part => {
      const words = withoutPoliteness(part.split(' ').filter(Boolean), context.lexicon)
      if (words.every(word => /^\d{1,3}[.)]?$/.test(word) || isAnd(fold(word))))
        return words.filter(word => !isAnd(fold(word)))
      return splitAt(words, word => isAnd(fold(word)))
    })
    .map(part => part.replace(/^و(?=\d)/, ''))
    .filter(part => part.trim() !== '')
  const chosen = parts.map(part => readChoice(part, options, context))
  const ids = chosen.flatMap(one => (typeof one === 'string' ? [] : [one.id]))
  return ids.length > 0 && ids.length === parts.length ? ids : null
}

function splitAt(words: readonly string[], isBreak: (word: string) => boolean): string[] {
  const parts: string[][] = [[]]
  for (const word of words) {
    if (isBreak(word)) parts.push([])
    else parts.at(-1)!.push(word)
  }
  return parts.map(part => part.join(' '))
}
