import type { BesideWork } from '../../src/domain/report/besideWork'
import type { WorkStatus } from '../../src/domain/report/outcome'
import type { Documents } from '../../src/ports/documents'

/** What people of a past event told about their work on one day; each agreed to be followed. */
export async function keepWork(
  documents: Documents,
  organisation: string,
  day: string,
  told: readonly (readonly [contact: string, statuses: WorkStatus[] | 'unknown', beside?: BesideWork])[],
): Promise<void> {
  const at = Date.parse(`${day}T10:00:00Z`)
  for (const [contact, statuses, beside] of told) {
    await documents.collection('contacts').update(
      { _id: contact, 'consents.key': { $ne: 'followed' } },
      {
        push: {
          consents: {
            key: 'followed',
            purpose: 'C8',
            state: 'given',
            version: 'staff',
            language: 'nl',
            at,
            by: 'talk',
          },
        },
      },
    )
    await documents.collection('workNotes').insert({
      _id: `work:${contact}:${day}`,
      organisation,
      contact,
      day,
      ...(statuses === 'unknown' ? {} : { statuses }),
      ...beside,
      by: 'els',
      at,
    })
  }
}
