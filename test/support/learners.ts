import type { Learner } from '../../src/domain/report/trainings'

type Known = Omit<Learner['trainings'][number][number], 'writtenOn'>

/** So many people, who follow these trainings one after the other; all of it was written on one day. */
export const learners = (
  trainings: readonly Known[],
  people: number,
  writtenOn = '2018-01-02',
  startedOn = '2017-01-01',
): Learner[] =>
  Array.from({ length: people }, (_, person) => ({
    startedOn,
    trainings: trainings.filter((__, index) => index % people === person).map(one => [{ ...one, writtenOn }]),
  }))
