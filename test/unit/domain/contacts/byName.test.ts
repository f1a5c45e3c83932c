import { letterKey } from '../../../../src/domain/contacts/byName'
import type { ListedPerson } from '../../../../src/domain/contacts/list'
import { planImport } from '../../../../src/domain/contacts/planImport'
import { aStoredContact } from '../../../support/storedExamples'

const listed = (row: number, name: string, number?: string): ListedPerson => ({
  row,
  name,
  addresses: number === undefined ? [] : [{ channel: 'sms', address: number }],
  saysWhatsapp: false,
  tags: [],
})
const NUMBER = '+32470123456'
const ALI = listed(2, 'Mohamed Ali')
const hold = (...names: string[]) => ({ addressKeys: names.map(name => letterKey('org', name)) })
const known = (_id: string, over: object = {}) => aStoredContact({ _id, name: 'Mohamed Ali', ...over })
const reached = { addresses: [{ channel: 'sms', address: NUMBER }] }

const plan = (people: ListedPerson[], contacts: ReturnType<typeof known>[] = [], same = false) => {
  const { add, change, unchanged, notes } = planImport(people, contacts, [], same)
  return {
    add: add.map(({ row }) => row),
    known: [...change, ...unchanged].map(({ person, contact }) => [person.row, contact._id]),
    told: notes
      .filter(({ code }) => code !== 'unchanged')
      .map(({ row, code, values }) => [row, code, values && Object.values(values)[0]]),
  }
}

test.each([
  ['Mohamed Ali', 'ALI  Mohamed', true],
  ['Zoë Peña', 'pena zoe', true],
  ['أمينة', 'امينه', true],
  ['Mohamed Ali', 'Mohamed Ali (Aalst)', false],
])('%s and %s: one person is %s', (a, b, same) => {
  expect(letterKey('org', a) === letterKey('org', b)).toBe(same)
})

test('the longest name fits among the keys', () => {
  expect(letterKey('org', 'ﷺ'.repeat(80)).length).toBeLessThan(140)
})

describe('without a number, in one list', () => {
  test.each<[string, ListedPerson[], number[], unknown[]]>([
    ['a name of its own comes in', [ALI, listed(3, 'Omar Diop')], [2, 3], []],
    [
      'the same name once more: the first comes in',
      [ALI, listed(9, 'Ali Mohamed')],
      [2],
      [[9, 'same_name', '2']],
    ],
    ['beside somebody with a number', [ALI, listed(9, 'Mohamed Ali', NUMBER)], [9], [[2, 'same_name', '9']]],
    [
      'three times',
      [ALI, listed(3, 'Mohamed Ali'), listed(4, 'Mohamed Ali')],
      [2],
      [
        [3, 'same_name', '2'],
        [4, 'same_name', '2'],
      ],
    ],
    ['told apart in the name', [ALI, listed(9, 'Mohamed Ali (Aalst)')], [2, 9], []],
    [
      'two with numbers are two people',
      [listed(2, 'Mohamed Ali', NUMBER), listed(3, 'Mohamed Ali', '+32471234567')],
      [2, 3],
      [],
    ],
  ])('%s', (_, people, add, told) => {
    expect(plan(people)).toEqual({ add, known: [], told })
  })
})

describe('without a number, and known', () => {
  test.each<[string, ReturnType<typeof known>[], string | null, unknown[]]>([
    ['a list brought them in', [known('ali', hold('Mohamed Ali'))], 'ali', []],
    ['and they got a number', [known('ali', { ...hold('Ali Mohamed'), ...reached })], 'ali', []],
    [
      'and were called otherwise since',
      [known('ali', { ...hold('Mohamed Ali'), name: 'M. Ali-Said' })],
      'ali',
      [],
    ],
    ['somebody typed them in', [known('ali')], 'ali', []],
    ['typed in beside the one of the list', [known('typed'), known('ali', hold('Mohamed Ali'))], 'ali', []],
    ['one by letter, one with a number', [known('other', reached), known('ali')], 'ali', []],
    ['only somebody with a number', [known('other', reached)], null, [[2, 'name_known', 'Mohamed Ali']]],
    ['typed in twice', [known('one'), known('two')], null, [[2, 'names_known', 'Mohamed Ali']]],
  ])('%s', (_, contacts, id, told) => {
    expect(plan([ALI], contacts)).toEqual({ add: [], known: id ? [[2, id]] : [], told })
  })
  test('who was forgotten has no name to be known by', () => {
    expect(plan([ALI], [known('gone', { name: '', forgotten: true })]).add).toEqual([2])
  })
})

describe('a number that nobody has', () => {
  const withNumber = listed(2, 'Mohamed Ali', NUMBER)
  test.each([
    ['whom a list brought in', hold('Mohamed Ali')],
    ['who was typed in', {}],
  ])('is not given to somebody %s by letter only: it is told', (_, over) => {
    const told = [[2, 'letter_known', 'Mohamed Ali']]
    expect(plan([withNumber], [known('ali', over)])).toEqual({ add: [], known: [], told })
  })
  test('is theirs once staff say so, as far as one row and one person have the name', () => {
    const changes = [2, 'changes', undefined]
    expect(plan([withNumber], [known('ali')], true)).toEqual({
      add: [],
      known: [[2, 'ali']],
      told: [changes],
    })
    const twice = [withNumber, listed(3, 'Ali Mohamed', '+32471234567')]
    expect(plan(twice, [known('ali')], true)).toMatchObject({
      known: [],
      told: [
        [2, 'letter_known'],
        [3, 'letter_known'],
      ].map(one => [...one, 'Mohamed Ali']),
    })
    expect(plan([withNumber], [known('one'), known('two')], true)).toMatchObject({ known: [] })
  })
  test('beside a namesake with another number it is somebody new, as ever', () => {
    const other = { addresses: [{ channel: 'sms', address: '+32471234567' }] }
    expect(plan([withNumber], [known('ali', other)])).toEqual({ add: [2], known: [], told: [] })
  })
})

test('that somebody gets letters alone is told of who comes in, not of who is known', () => {
  const note = { row: 2, code: 'by_letter', name: 'Mohamed Ali' } as const
  const codes = (contacts: ReturnType<typeof known>[]) =>
    planImport([ALI], contacts, [note]).notes.map(({ code }) => code)
  expect([codes([]), codes([known('ali')])]).toEqual([['by_letter'], ['unchanged']])
})
