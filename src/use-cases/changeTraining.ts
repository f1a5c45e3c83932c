import type { Contact } from '../domain/contact'
import {
  readTrainingForm,
  sameFacts,
  stateOf,
  type Training,
  type TrainingForm,
  type TrainingState,
} from '../domain/contacts/training'
import type { FieldProblem } from '../domain/fieldProblem'
import { AppError } from '../errors'
import type { NoteTraining } from './noteTraining'

/**
 * How it stands by now, or what it should have been from the beginning.
 * @param asked.rev of the training as it was shown
 * @throws AppError TRAINING_CHANGED when somebody else wrote it since; then nothing has happened
 */
export async function changeTraining(
  deps: NoteTraining,
  contact: Contact,
  training: Training,
  asked: { rev: number; form: TrainingForm; zone: string; by: string },
): Promise<{ ok: true } | { ok: false; problems: FieldProblem[] }> {
  const { rev, form, zone, by } = asked
  const now = deps.clock.now()
  const read = readTrainingForm(form, contact, { zone, now })
  if (!read.ok) return read
  await add(deps, training, rev, { ...read.facts, by, at: now })
  return { ok: true }
}

/**
 * It was noted by mistake, and counts no more; or it was not, and does. Twice is once.
 * @returns its rev by then
 * @throws AppError TRAINING_CHANGED
 */
export async function markTraining(
  deps: NoteTraining,
  training: Training,
  { rev, mistaken, by }: { rev: number; mistaken: boolean; by: string },
): Promise<number> {
  const { mistaken: _, ...facts } = stateOf(training)
  const state = { ...facts, ...(mistaken ? { mistaken } : {}), by, at: deps.clock.now() }
  return add(deps, training, rev, state)
}

async function add(
  { documents }: NoteTraining,
  { _id, ...seen }: Training,
  rev: number,
  state: TrainingState,
): Promise<number> {
  const trainings = documents.collection('trainings')
  // Sent twice: what is wanted is what is there.
  if (isSame(stateOf(seen), state)) return seen.rev
  const patch = { push: { states: state }, set: { at: state.at }, inc: { rev: 1 } }
  const now = (await trainings.update({ _id, rev }, patch)) ?? (await trainings.get(_id, { fresh: true }))
  if (!now || !isSame(stateOf(now), state))
    throw new AppError('TRAINING_CHANGED', 'Somebody changed it meanwhile; look how it is now')
  return now.rev
}

const isSame = (a: TrainingState, b: TrainingState): boolean =>
  sameFacts(a, b) && Boolean(a.mistaken) === Boolean(b.mistaken)
