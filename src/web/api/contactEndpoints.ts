import { z } from 'zod'
import { AUDIENCES } from '../../domain/contact'
import { formOf } from '../../domain/contacts/contactForm'
import { tagOf } from '../../domain/contacts/tagOf'
import { versionOf } from '../../domain/contacts/version'
import { STANDINGS } from '../../domain/report/personOf'
import type { Staff } from '../../domain/staff'
import { AppError } from '../../errors'
import type { Kept } from '../../use-cases/addContact'
import type { Desk } from '../desk'
import { type Endpoint, endpoint } from './endpoint'
import { misfit, orStanding } from './refusals'
import { CHANGED_CONTACT, CHANGED_TAGS, CONTACT, contactOf, ID, NEW_CONTACT } from './schemas'

const MOST = 100

/** Whom one means; what is absent asks nothing. */
const FILTER = z.object({
  language: z.string().max(20).optional(),
  audience: z.enum(AUDIENCES).optional(),
  tag: z.string().max(100).optional(),
  consent: z.enum(STANDINGS).optional(),
  after: ID.optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(MOST).default(MOST),
})

const LISTED = z.object({
  contacts: z.array(CONTACT).describe('In the order of names'),
  count: z.number().int().describe('Everybody who is meant, on all pages'),
  next: ID.optional().describe('Absent on the last page'),
})

async function listed(
  { contacts }: Desk,
  by: Staff,
  { after, limit, language, audience, tag, consent, search }: z.infer<typeof FILTER> & { search?: string },
): Promise<z.infer<typeof LISTED>> {
  const one = <T>(value: T | undefined) => (value === undefined ? [] : [value])
  const filter = {
    languages: one(language),
    audiences: one(audience),
    tags: one(tag),
    standings: one(consent),
    search: search ?? '',
  }
  const page = await contacts.list(by, { filter, limit, ...(after === undefined ? {} : { after }) })
  return { contacts: page.contacts.map(contactOf), count: page.count, next: page.next }
}

/** People. */
export const CONTACT_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'listContacts',
    method: 'get',
    path: '/contacts',
    summary: 'The people of the organisation, page by page.',
    query: FILTER,
    answer: LISTED,
    run: (desk, { by, query }) => listed(desk, by, query),
  }),
  endpoint({
    name: 'searchContacts',
    method: 'post',
    path: '/contacts/search',
    summary:
      'Who is meant by a part of a name, the end of a number, or a tag. Changes nothing; what is looked for stays out of the address.',
    body: FILTER.extend({ search: z.string().trim().min(1).max(200) }),
    answer: LISTED,
    looks: true,
    run: (desk, { by, body }) => listed(desk, by, body),
  }),
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
      const kept = await orStanding(
        async () => idOf(await contacts.change(by, before._id, { version, form })),
        async () => ({ version: versionOf(await contacts.contact(by, before._id)) }),
      )
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
    : misfit(kept.problems)
}
