import { type Contact, isNumber } from '../../../domain/contact'
import { shownNumber } from '../../../domain/contacts/shownNumber'
import { standingOf } from '../../../domain/report/personOf'
import type { Words } from '../../words'

/** A list that can be read by people and taken over again: the first row has the names of the columns. */
export function listOf(contacts: readonly Contact[], words: Words): string[][] {
  const { say } = words
  const columns = ['name', 'phone', 'whatsapp', 'language', 'audience', 'tags', 'evening'] as const
  return [
    [...columns.map(column => say(`import:field.${column}`)), say('contacts:filter.consent')],
    ...contacts.map(contact => {
      const number = contact.addresses.find(isNumber)?.address
      const hasWhatsapp = contact.addresses.some(({ channel }) => channel === 'whatsapp')
      return [
        contact.name,
        number ? shownNumber(number) : '',
        say(hasWhatsapp ? 'import:yes' : 'import:no'),
        words.languageName(contact.language),
        say(`import:audience.${contact.audience}`),
        contact.tags.join(', '),
        say(contact.evening ? 'import:yes' : 'import:no'),
        say(`contacts:standing.${standingOf(contact)}`),
      ]
    }),
  ]
}
