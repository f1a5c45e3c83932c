import type { Organisation } from '../domain/organisation'
import type { Documents } from '../ports/documents'

/** The one organisation of an installation, as its settings describe it; a changed setting counts from the next start. */
export async function foundOrganisation(documents: Documents, organisation: Organisation): Promise<void> {
  const organisations = documents.collection('organisations')
  if (await organisations.insert(organisation)) return
  const { _id, ...rest } = organisation
  await organisations.update({ _id }, { set: rest })
}
