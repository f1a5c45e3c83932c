import { byName, type ContactFilter, isMeant } from '../../../../src/domain/contacts/contactFilter'
import { nearNames } from '../../../../src/domain/contacts/nearNames'
import { aStoredContact } from '../../../support/storedExamples'

const C1 = { key: 'k', purpose: 'C1', version: '1', language: 'nl', at: 1, by: 'paper' } as const
const amina = aStoredContact({
  _id: 'amina',
  name: 'Amina Békri',
  language: 'ar',
  tags: ['groep A'],
  addresses: [{ channel: 'sms', address: '+32470123456' }],
  consents: [{ ...C1, state: 'given' }],
})
const dawa = aStoredContact({
  _id: 'dawa',
  name: 'དཟླ་བ',
  audience: 'mentor',
  addresses: [{ channel: 'whatsapp', address: 'account3456' }],
})
const sara = aStoredContact({
  _id: 'sara',
  name: 'Sara 2',
  tags: ['groep B', 'jongeren'],
  stopped: { at: 1 },
})
const people = [sara, dawa, amina]

test.each<[string, ContactFilter, string[]]>([
  ['nothing asked', {}, ['sara', 'dawa', 'amina']],
  [
    'empty lists ask nothing',
    { audiences: [], languages: [], tags: [], standings: [], search: ' ' },
    ['sara', 'dawa', 'amina'],
  ],
  ['one audience', { audiences: ['mentor'] }, ['dawa']],
  ['one of two languages', { languages: ['ar', 'fr'] }, ['amina']],
  ['one of two tags', { tags: ['groep A', 'jongeren'] }, ['sara', 'amina']],
  ['those who wrote STOP', { standings: ['stopped'] }, ['sara']],
  [
    'those who agreed, and those who were not asked',
    { standings: ['agreed', 'not_asked'] },
    ['dawa', 'amina'],
  ],
  ['all that is asked at once', { languages: ['ar'], tags: ['groep B'] }, []],
  ['a name without its accent and capitals', { search: 'bekri' }, ['amina']],
  ['the words in another order', { search: 'BEKRI ami' }, ['amina']],
  ['another script', { search: 'དཟླ' }, ['dawa']],
  ['a tag', { search: 'jonger' }, ['sara']],
  ['the end of a number, not of an account', { search: '3456' }, ['amina']],
  ['a number as people write it', { search: '0470 12 34 56' }, ['amina']],
  ['a number with the country', { search: '+32 470/12.34.56' }, ['amina']],
  ['a number with zeros for the country', { search: '0032 470 12 34 56' }, ['amina']],
  ['a digit that is in a name', { search: '2' }, ['sara']],
  ['nobody', { search: 'Fatuma' }, []],
])('%s', (_, filter, ids) => {
  expect(people.filter(isMeant(filter)).map(({ _id }) => _id)).toEqual(ids)
})

test('the order of names: capitals and accents aside, and always the same', () => {
  const names = ['Zoë', 'émile', 'Eva', 'Eva', 'adam']
  const contacts = names.map((name, index) => aStoredContact({ _id: `${9 - index}`, name }))
  expect(byName(contacts).map(({ name, _id }) => `${name} ${_id}`)).toEqual([
    'adam 5',
    'émile 8',
    'Eva 6',
    'Eva 7',
    'Zoë 9',
  ])
})

test.each<[string, string[]]>([
  ['Fatuma', ['Fatima A.', 'Fatoumata D.']],
  ['Amena', ['Amina']],
  ['Fat', []],
  ['0470123456', []],
  ['Wilhelmina', []],
])('nearly %s', (search, names) => {
  const contacts = ['Amina', 'Fatima A.', 'Fatoumata D.', 'Karim'].map(name =>
    aStoredContact({ _id: name, name }),
  )
  expect(nearNames(search, contacts).map(({ name }) => name)).toEqual(names)
})
