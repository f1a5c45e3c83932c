import { isAdvice, type OwnTextProblem } from '../../../domain/text/ownText'
import { Icon } from '../../components/Icon'
import type { Words } from '../../words'
import { valueName } from './valueNames'

/** A problem in the writer's words. */
export function problemWords({ problem, values = {} }: OwnTextProblem, words: Words): string {
  const { name } = values
  const shown =
    typeof name === 'string' && problem !== 'unknown_value'
      ? { ...values, name: valueName(name, words) }
      : values
  return words.say(`texts:problem.${problem}`, shown)
}

/** What stops a text, what could be plainer, and one line when nothing is left. */
export function Checks({ problems, words }: { problems: readonly OwnTextProblem[]; words: Words }) {
  const stops = problems.filter(problem => !isAdvice(problem))
  const advice = problems.filter(isAdvice)
  return (
    <ul class="checks" aria-label={words.say('texts:checks')}>
      {stops.map(problem => (
        <li key={problemWords(problem, words)} class="stops">
          <Icon name="cross" /> <span>{problemWords(problem, words)}</span>
        </li>
      ))}
      {advice.map(problem => (
        <li key={problemWords(problem, words)} class="advice">
          <Icon name="bulb" /> <span>{problemWords(problem, words)}</span>
        </li>
      ))}
      {stops.length === 0 ? (
        <li class="fine">
          <Icon name="check" />{' '}
          <span>{words.say(advice.length > 0 ? 'texts:may_go' : 'texts:all_good')}</span>
        </li>
      ) : null}
    </ul>
  )
}
