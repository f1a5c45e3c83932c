import type { TrainingReport } from '../../../domain/report/trainings'
import type { Speaking } from './reading'
import { type Cell, columnsIn, shareRows } from './rows'
import { learningTitle, learningWord } from './Trainings'

/** What people learn, as one table: the figures of the page of who knows nobody. */
export function trainingRows({ words }: Speaking, trainings: TrainingReport | null): Cell[][] {
  if (trainings?.reader !== 'organiser') return [columnsIn(words)]
  const part = words.say('work:training.title')
  return [
    columnsIn(words),
    ...trainings.figures.flatMap(({ of, figure }) =>
      shareRows(words, part, learningTitle(of, figure?.day ?? null, words), figure?.shares ?? null, name =>
        learningWord(of, name, words),
      ),
    ),
  ]
}
