import type { TrainingFacts } from '../../src/domain/contacts/training'
import type { Documents } from '../../src/ports/documents'

/** What people learn since some months, as staff wrote it on one day. */
export async function keepTrainings(
  documents: Documents,
  organisation: string,
  day: string,
  told: readonly (readonly [contact: string, facts: Pick<TrainingFacts, 'kind' | 'status' | 'known'>])[],
): Promise<void> {
  const at = Date.parse(`${day}T10:00:00Z`)
  for (const [index, [contact, facts]] of told.entries())
    await documents.collection('trainings').insert({
      _id: `training:${contact}:${index}`,
      organisation,
      contact,
      states: [{ ...facts, since: '2026-02-02', day, by: 'els', at }],
      at,
      rev: 0,
    })
}
