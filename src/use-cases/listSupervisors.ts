import type { Staff } from '../domain/staff'
import type { Documents } from '../ports/documents'

/** Who can be somebody's supervisor: everybody of the staff, by name. */
export async function listSupervisors(
  documents: Documents,
  organisation: string,
): Promise<Pick<Staff, '_id' | 'name'>[]> {
  const staff = await documents.collection('staff').list({ organisation }, { sort: [['name', 1]] })
  return staff.map(({ _id, name }) => ({ _id, name }))
}

export const supervisorIds = async (documents: Documents, organisation: string): Promise<string[]> =>
  (await listSupervisors(documents, organisation)).map(({ _id }) => _id)
