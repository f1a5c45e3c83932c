import type { QuestionReport } from '../../../use-cases/readEvaluations'
import type { Shade } from '../../charts/layStack'
import { answerWord, joinedWord, shadeOf, signOf } from './questions'
import type { Speaking } from './reading'

/** One part of a bar: its shade, what stands above it, and what it says. */
export interface Key {
  shade: Shade
  sign: string
  word: string
}

/** The parts of the bar of one question, in the order in which they lie. */
export function keysOf(dialog: string, report: QuestionReport, speaking: Speaking): Key[] {
  const { figures, shape } = report
  const word = (place: number) => answerWord(dialog, report, place, speaking, speaking.words)
  const keys = figures.cells.map(cell => ({
    shade: shadeOf(cell, shape),
    // Of points the word is the number itself.
    sign: word(cell.answers[0]!) === String(cell.answers[0]! + 1) ? '' : signOf(cell, shape, word),
    word: joinedWord(cell, shape, word, speaking.words),
  }))
  const open = { shade: 'open' as const, sign: '', word: speaking.words.say('reports:not_split') }
  return figures.undecided > 0 ? [...keys, open] : keys
}

/** Says each part by its place and by its pattern on paper: never by its colour alone. */
export function Legend({ keys }: { keys: readonly Key[] }) {
  return (
    <ul class="legend">
      {keys.map(({ shade, sign, word }) => (
        <li key={word}>
          <svg class="key" viewBox="0 0 12 12" aria-hidden="true">
            <rect class={`part ${shade}`} width="12" height="12" rx="3" />
          </svg>{' '}
          {sign && sign !== word ? <b>{sign}</b> : null} {word}
        </li>
      ))}
    </ul>
  )
}
