import type { OutcomeReport } from '../../../domain/report/outcomeReport'
import { besideWords, momentWords } from './momentWords'
import type { Speaking } from './reading'
import { type Cell, columnsIn, shareRows } from './rows'

/** Who found work, as one table: the figures of the page of who knows nobody. */
export function outcomeRows(speaking: Speaking, outcomes: OutcomeReport | null): Cell[][] {
  const { words } = speaking
  if (outcomes?.reader !== 'organiser') return [columnsIn(words)]
  const { fit, points, beside } = outcomes
  const part = words.say('work:report.title')
  return [
    columnsIn(words),
    ...shareRows(words, part, words.say('work:report.target_group'), fit?.shares ?? null, name =>
      words.say(`work:report.${name}`),
    ),
    ...points.flatMap(({ point, figure }) =>
      shareRows(words, part, momentWords(point, figure?.day ?? null, words), figure?.shares ?? null, name =>
        words.say(`work:report.is.${name}`),
      ),
    ),
    ...beside.flatMap(({ point, question, figure }) =>
      shareRows(
        words,
        part,
        besideWords(question, point, figure?.day ?? null, words),
        figure?.shares ?? null,
        name => words.say(`work:report.beside.${question}.${name}`),
      ),
    ),
  ]
}
