import { z } from 'zod'
import { type Endpoint, endpoint } from './endpoint'
import { PERSON_DATA } from './personSchemas'
import { misfit } from './refusals'
import { CONTACT, contactOf, NEW_CONSENT } from './schemas'

/** What a person agreed to, and what the law gives them: to have what is known of them, and to be forgotten. */
export const PRIVACY_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'noteConsent',
    method: 'post',
    path: '/contacts/{contact}/consents',
    summary:
      'One more line in the register, as a person told it. Who said no to messages can take that back alone.',
    body: NEW_CONSENT,
    answer: CONTACT,
    makes: true,
    async run({ contacts }, { by, params, body, id: key }) {
      const { contact = '' } = params
      const noted = await contacts.noteConsent(by, contact, { key, form: body })
      if (!noted.ok) throw misfit(noted.problems)
      return contactOf(await contacts.contact(by, contact))
    },
  }),
  endpoint({
    name: 'readPersonData',
    method: 'get',
    path: '/contacts/{contact}/data',
    summary:
      'All that is known of one person, for that person; the log keeps who asked. What is for a talk with their supervisor is counted, and left to the page.',
    answer: PERSON_DATA,
    run: ({ contacts }, { by, params }) => contacts.personData(by, params.contact ?? '', false),
  }),
  endpoint({
    name: 'forgetContact',
    method: 'delete',
    path: '/contacts/{contact}',
    summary:
      'Removes all that is known of a person, for good. Who wanted no messages keeps a number without a name. Asked for again, nobody is there any more.',
    answer: z.object({ keepsStop: z.boolean() }),
    run: ({ contacts }, { by, params }) => contacts.forget(by, params.contact ?? ''),
  }),
]
