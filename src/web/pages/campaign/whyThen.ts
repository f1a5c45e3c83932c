import { isBefore, type Reason, UNITS } from '../../../domain/timeline/reasons'
import type { Words } from '../../words'

/** Why a step is due when it is, in the reader's words: `1 maand voor het begin. Dat is een zondag, daarom zaterdag ervoor.` */
export const whyThen = (reasons: readonly Reason[], words: Words): string =>
  reasons
    .filter(({ why }) => why !== 'has_left')
    .map(reason => one(reason, words))
    .join(' ')

function one(reason: Reason, words: Words): string {
  const { say } = words
  switch (reason.why) {
    case 'offset': {
      const { offset, from } = reason
      const spans = UNITS.flatMap(unit =>
        offset[unit] ? [say(`why.${unit}`, { count: Math.abs(offset[unit]) })] : [],
      )
      if (spans.length === 0) return say('why.same_day_as_event')
      const key = `why.${isBefore(offset) ? 'before' : 'after'}_${from}`
      return say(key, { span: words.list(spans) })
    }
    case 'silence':
      return say('why.silence', { count: reason.days, step: stepName(reason.after, words) })
    case 'day_off':
      return say(`why.day_off_${reason.before ? 'before' : 'after'}`, {
        off: typeof reason.off === 'number' ? words.weekday(reason.off) : say(`why.${reason.off}`),
        to: words.weekday(reason.to),
      })
    case 'not_happening':
    case 'carried':
      return say(`why.${reason.why}`, { step: stepName(reason.step, words) })
    default:
      return say(`why.${reason.why}`)
  }
}

export const stepName = (step: string, words: Words): string => words.sayOr(`step.${step}`, 'step.unknown')
