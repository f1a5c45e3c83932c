import { whoIsMeant } from '../../../../src/domain/contacts/whoIsMeant'

const PEOPLE = [
  { _id: 'amina', name: 'Amina Bekri' },
  { _id: 'other', name: 'Amina Haddad' },
  { _id: 'jose', name: 'José da Silva' },
  { _id: 'ali', name: 'Ali' },
  { _id: 'alireza', name: 'Ali Reza' },
]

test.each([
  ['Amina Bekri', 'amina'],
  ['bekri amina', 'amina'],
  ['  BEKRI ', 'amina'],
  ['jose', 'jose'],
  ['Silva, José', 'jose'],
  ['Ali', 'ali'],
  ['Reza', 'alireza'],
  ['Amina', undefined],
  ['Fatou', undefined],
  ['Amina Fatou', undefined],
  ['', undefined],
  ['?', undefined],
])('%s is %s', (written, person) => {
  expect(whoIsMeant(written, PEOPLE)).toBe(person)
})

test('of two with one name nobody is guessed', () => {
  expect(whoIsMeant('Ali', [...PEOPLE, { _id: 'third', name: 'ali' }])).toBeUndefined()
})
