import type { Organisation } from '../domain/organisation'
import type { Documents } from '../ports/documents'

/**
 * The one organisation of an installation. Its settings describe it at the first start; afterwards staff change it on the
 * pages, and only the senders follow the settings, because they come with the account.
 */
export async function foundOrganisation(documents: Documents, organisation: Organisation): Promise<void> {
  const organisations = documents.collection('organisations')
  if (await organisations.insert(organisation)) return
  const { _id, senders } = organisation
  await organisations.update({ _id }, { set: { senders } })
}
