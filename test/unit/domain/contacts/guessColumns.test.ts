import { guessColumns } from '../../../../src/domain/contacts/guessColumns'
import { columnOf, letterOf } from '../../../../src/domain/contacts/letters'

const person = ['Amina Bekri', '0470123456', 'Arabisch']

describe('columns by their names', () => {
  test.each([
    ['Dutch', ['Naam', 'GSM', 'Taal'], { name: 0, phone: 1, language: 2 }],
    ['French', ['Nom et prénom', 'N° de GSM', 'Langue maternelle'], { name: 0, phone: 1, language: 2 }],
    [
      'English, capitals, signs',
      ['FULL NAME *', 'Phone number:', 'Language'],
      { name: 0, phone: 1, language: 2 },
    ],
    ['any order', ['taal', 'gsm-nummer', 'naam'], { language: 0, phone: 1, name: 2 }],
    ['longer titles', ['Volledige naam (verplicht)', 'Telefoon thuis', 'Opm'], { name: 0, phone: 1 }],
    ['two halves of a name', ['Voornaam', 'Naam', 'Tel'], { first_name: 0, last_name: 1, phone: 2 }],
    ['the exact one of two', ['Telefoon school', 'Gsm', 'Naam'], { phone: 1, name: 2 }],
    [
      'consent in three columns',
      ['Naam', 'Tel', 'Toestemming', 'Datum toestemming', 'Toestemming via'],
      { name: 0, phone: 1, consent: 2, consent_date: 3, consent_how: 4 },
    ],
    [
      'all the rest',
      ['Nom', 'GSM', 'WhatsApp', 'Rôle', 'Étiquettes', 'Le soir', 'E-mail accompagnateur'],
      { name: 0, phone: 1, whatsapp: 2, audience: 3, tags: 4, evening: 5, supervisor: 6 },
    ],
  ])('%s', (_, header, columns) => {
    expect(guessColumns([header, person])).toEqual({ columns, headerRows: 1, titles: header })
  })
})

describe('a column that is full of numbers under a title that we do not know', () => {
  test.each([
    ['mobile numbers', ['0470123456', '', '471234567'], 1],
    ['numbers from elsewhere', ['+31612345678', '0470123456'], 1],
    ['mostly something else', ['0470123456', 'geen', 'vraag Els'], undefined],
    ['days', ['12/03/1985', '04/07/1990'], undefined],
    ['numbers of houses and towns', ['8500', '12'], undefined],
    ['numbers of a register', ['85.03.12-123.45', '90040712345'], undefined],
    ['nothing', ['', ''], undefined],
  ])('%s', (_, cells, phone) => {
    const rows = [['Naam', 'Bereikbaar'], ...cells.map((cell, index) => [`Mens ${index}`, cell])]
    expect(guessColumns(rows).columns).toEqual({ name: 0, ...(phone !== undefined && { phone }) })
  })
  test('is left alone when another column has the number', () => {
    const rows = [
      ['Naam', 'Gsm', 'Noodnummer'],
      ['Amina', '', '0470123456'],
    ]
    expect(guessColumns(rows).columns).toEqual({ name: 0, phone: 1 })
  })
})

describe('where the people begin', () => {
  test.each([
    ['a title and an empty row above', [['Deelnemers november'], [''], ['Naam', 'Gsm'], person], 3],
    ['the same names in two languages', [['Naam', 'Gsm', 'Taal'], ['Name', 'Mobile', 'Language'], person], 2],
    ['names over two rows', [['Naam', 'Bereikbaar', 'Taal'], ['', 'Gsm', ''], person], 2],
    ['no names at all', [person], 0],
  ])('%s', (_, rows, headerRows) => {
    expect(guessColumns(rows).headerRows).toBe(headerRows)
  })
  test('names over two rows are read together', () => {
    const { columns } = guessColumns([['Naam', 'Bereikbaar', 'Taal'], ['', 'Gsm', ''], person])
    expect(columns).toEqual({ name: 0, phone: 1, language: 2 })
  })
})

describe('columns that staff chose', () => {
  test('win, and take their column away from a guess', () => {
    const rows = [['Naam', 'Gsm', 'Nummer'], person]
    expect(guessColumns(rows, { phone: 2 }).columns).toEqual({ name: 0, phone: 2 })
    expect(guessColumns(rows, { tags: 0 }).columns).toEqual({ phone: 1, tags: 0 })
  })
  test('names that we do not know are still names', () => {
    expect(guessColumns([['Wie', 'Bel'], person], { name: 0, phone: 1 })).toMatchObject({
      headerRows: 1,
      titles: ['Wie', 'Bel'],
    })
    expect(guessColumns([person, person], { name: 0, phone: 1 })).toMatchObject({ headerRows: 0 })
  })
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
])('column %i is %s', (column, letter) => {
  expect(letterOf(column)).toBe(letter)
  expect(columnOf(letter.toLowerCase())).toBe(column)
})
test.each(['', '3', 'ABC', 'A1'])('"%s" is the letter of no column', letter => {
  expect(columnOf(letter)).toBeNull()
})
