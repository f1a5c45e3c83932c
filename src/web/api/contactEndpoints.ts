import { formOf } from '../../domain/contacts/contactForm'
import { tagOf } from '../../domain/contacts/tagOf'
import { AppError } from '../../errors'
import type { Kept } from '../../use-cases/addContact'
import { type Endpoint, endpoint } from './endpoint'
import { CHANGED_CONTACT, CHANGED_TAGS, CONTACT, contactOf, NEW_CONTACT } from './schemas'

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
      const kept = idOf(await contacts.add(by, { id, form, tags, consent: consent ?? null }))
      return contactOf(await contacts.contact(by, kept))
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
  endpoint({
    name: 'changeContact',
    method: 'patch',
    path: '/contacts/{contact}',
    summary: 'Other details; what is absent stays. Refused when somebody changed them since that version.',
    body: CHANGED_CONTACT,
    answer: CONTACT,
    async run({ contacts }, { by, params, body: { version, ...given } }) {
      const before = await contacts.contact(by, params.contact ?? '')
      const form = { ...formOf(before), ...given }
      const kept = idOf(await contacts.change(by, before._id, { version, form }))
      return contactOf(await contacts.contact(by, kept))
    },
  }),
  endpoint({
    name: 'changeTags',
    method: 'post',
    path: '/contacts/{contact}/tags',
    summary: 'Puts tags on a person and takes others off. Twice is once.',
    body: CHANGED_TAGS,
    answer: CONTACT,
    async run({ contacts }, { by, params, body }) {
      const { _id } = await contacts.contact(by, params.contact ?? '')
      for (const tag of body.remove) await contacts.untag(by, _id, tag)
      for (const tag of body.add.map(tagOf)) if (tag !== '') await contacts.tag(by, [_id], tag)
      return contactOf(await contacts.contact(by, _id))
    },
  }),
]

function idOf(kept: Kept): string {
  if (kept.ok) return kept.contact
  throw kept.taken
    ? new AppError('CONTACT_EXISTS', 'Somebody has this number', { contact: kept.taken._id })
    : new AppError('ARGUMENT_INVALID', 'This does not fit', { fields: kept.problems })
}
