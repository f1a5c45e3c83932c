import type { Contact } from '../domain/contact'
import type { Staff } from '../domain/staff'
import { changeTraining, markTraining } from '../use-cases/changeTraining'
import { noteTraining } from '../use-cases/noteTraining'
import { readTraining } from '../use-cases/readTrainings'
import type { TrainingRoutes } from '../web/pages/contacts/trainingRoutes'
import type { DeskTools } from './tools'

/** What staff notes of what people of their organisation learn. */
export function createTrainingDeeds(
  tools: DeskTools,
  own: (by: Staff, contact: string) => Promise<Contact>,
  zoneOf: (by: Staff) => Promise<string>,
): Omit<TrainingRoutes, 'contact' | 'zone' | 'clock' | 'newId'> {
  const { documents } = tools
  return {
    training: async (by, contact, id) => readTraining(documents, await own(by, contact), id),
    noteTraining: async (by, contact, { key, form }) =>
      noteTraining(tools, await own(by, contact), { key, form, zone: await zoneOf(by), by: by._id }),
    changeTraining: async (by, contact, id, { rev, form }) => {
      const person = await own(by, contact)
      const training = await readTraining(documents, person, id)
      const asked = { rev, form, zone: await zoneOf(by), by: by._id }
      return changeTraining(tools, person, training, asked)
    },
    markTraining: async (by, contact, id, { rev, mistaken }) => {
      const training = await readTraining(documents, await own(by, contact), id)
      return markTraining(tools, training, { rev, mistaken, by: by._id })
    },
  }
}
