import type { Contact } from '../domain/contact'
import { stateOf, type Training, type TrainingState } from '../domain/contacts/training'
import { AppError } from '../errors'
import type { Documents } from '../ports/documents'
import { readNames } from './readNames'

/** As it stands now; `by` is a name, empty when that colleague is gone. */
export interface TrainingReading extends TrainingState {
  id: string
  rev: number
}

/** What somebody learns or learned, the newest first; without what was noted by mistake. */
export async function readTrainings(documents: Documents, contact: Contact): Promise<TrainingReading[]> {
  const all = await documents.collection('trainings').list({ contact: contact._id })
  const shown = all.filter(training => !stateOf(training).mistaken)
  const names = await readNames(
    documents,
    contact.organisation,
    shown.map(training => stateOf(training).by),
  )
  return shown
    .map(training => {
      const state = stateOf(training)
      return { ...state, id: training._id, rev: training.rev, by: names[state.by] ?? '' }
    })
    .toSorted((a, b) => b.since.localeCompare(a.since) || b.at - a.at)
}

/** @throws AppError NOT_FOUND when it is of somebody else */
export async function readTraining(documents: Documents, contact: Contact, id: string): Promise<Training> {
  const training = await documents.collection('trainings').get(id, { fresh: true })
  if (training?.contact !== contact._id) throw new AppError('NOT_FOUND', 'There is no such training')
  return training
}
