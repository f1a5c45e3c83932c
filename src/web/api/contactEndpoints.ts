import { AppError } from '../../errors'
import { type Endpoint, endpoint } from './endpoint'
import { CONTACT, contactOf, NEW_CONTACT } from './schemas'

/** People. */
export const CONTACT_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'addContact',
    method: 'post',
    path: '/contacts',
    summary: 'Adds a person. Somebody who has the number already is told, never joined.',
    body: NEW_CONTACT,
    answer: CONTACT,
    makes: true,
    async run({ contacts }, { by, body, id }) {
      const { tags, consent, ...fields } = body
      const form = { ...fields, supervisor: '', fit: 'inside', fitWhy: '' }
      const kept = await contacts.add(by, { id, form, tags, consent: consent ?? null })
      if (!kept.ok) {
        const { problems, taken } = kept
        throw taken
          ? new AppError('CONTACT_EXISTS', 'Somebody has this number', { contact: taken._id })
          : new AppError('ARGUMENT_INVALID', 'This does not fit', { fields: problems })
      }
      return contactOf(await contacts.contact(by, kept.contact))
    },
  }),
  endpoint({
    name: 'readContact',
    method: 'get',
    path: '/contacts/{contact}',
    summary: 'One person, with the register of consents.',
    answer: CONTACT,
    run: async ({ contacts }, { by, params }) => contactOf(await contacts.contact(by, params.contact ?? '')),
  }),
]
