import { DateTime } from 'luxon'
import type { Auditing } from './audit'

/** Voices that nobody wrote down in time go, and their remarks are refused: of those nothing is left. */
export async function forgetSounds({
  documents,
  clock,
}: Pick<Auditing, 'documents' | 'clock'>): Promise<void> {
  const today = DateTime.fromMillis(clock.now(), { zone: 'utc' }).toISODate()!
  for (const { _id, text = '' } of await documents.collection('sounds').list({ until: { $lt: today } })) {
    await documents
      .collection('texts')
      .update(
        { _id: text, recording: { $exists: true } },
        { set: { state: 'refused' }, unset: ['recording', 'manySpoke'], inc: { rev: 1 } },
      )
    await documents.collection('sounds').remove({ _id })
  }
}
