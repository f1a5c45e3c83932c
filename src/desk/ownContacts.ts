import type { Contact } from '../domain/contact'
import type { Staff } from '../domain/staff'
import type { Documents } from '../ports/documents'
import { ofOwn } from './ofOwn'

/** Each person once. @throws CONTACT_NOT_FOUND when one of them is not of the organisation of who asks */
export const ownContacts = (
  { documents }: { documents: Documents },
  by: Pick<Staff, 'organisation'>,
  ids: readonly string[],
): Promise<Contact[]> =>
  Promise.all(
    [...new Set(ids)].map(async id =>
      ofOwn(by, await documents.collection('contacts').get(id), 'CONTACT_NOT_FOUND'),
    ),
  )
