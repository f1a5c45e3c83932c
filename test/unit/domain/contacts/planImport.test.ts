import type { ListedPerson } from '../../../../src/domain/contacts/list'
import { planImport } from '../../../../src/domain/contacts/planImport'
import { aStoredContact } from '../../../support/storedExamples'

const NUMBER = '+32470123456'
const listed = (over: Partial<ListedPerson> = {}): ListedPerson => ({
  row: 2,
  name: 'Amina Bekri',
  addresses: [
    { channel: 'whatsapp', address: NUMBER },
    { channel: 'sms', address: NUMBER },
  ],
  saysWhatsapp: false,
  tags: [],
  ...over,
})
const amina = (over = {}) =>
  aStoredContact({
    _id: 'amina',
    name: 'Amina Bekri',
    language: 'ar',
    languageChosen: true,
    addresses: [...listed().addresses],
    ...over,
  })
const ELS = { _id: 'els', name: 'Els' }
const given = { state: 'given', day: '2026-03-12', at: 1 } as const
const line = (state: 'given' | 'withdrawn' | 'asked', key = 'x') =>
  ({ key, purpose: 'C1', state, version: '1', language: 'nl', at: 1, by: 'chat' }) as const
const told = (people: ListedPerson[], known: ReturnType<typeof amina>[] = []) =>
  planImport(people, known).notes.map(({ row, code, values }) => [row, code, ...(values ? [values] : [])])

test('a number that nobody has is somebody new', () => {
  expect(planImport([listed()], [])).toMatchObject({ add: [listed()], change: [], unchanged: [], notes: [] })
})

describe('one number in two rows', () => {
  test('the same name, however it is written: once', () => {
    const people = [listed(), listed({ row: 9, name: 'BEKRI Amina' })]
    expect(planImport(people, []).add.map(({ row }) => row)).toEqual([2])
    expect(told(people)).toEqual([[9, 'duplicate', { rows: '2' }]])
  })
  test('two names: neither is taken over, both are told', () => {
    const people = [listed(), listed({ row: 9, name: 'Omar Diop' })]
    expect(planImport(people, []).add).toEqual([])
    expect(told(people)).toEqual([
      [2, 'shared_number', { rows: '9' }],
      [9, 'shared_number', { rows: '2' }],
    ])
  })
})

describe('somebody we know', () => {
  test.each([
    ['nothing new', {}, {}, []],
    ['another language', { language: 'fr' }, {}, [{ what: 'language', from: 'ar', to: 'fr' }]],
    ['a new tag', { tags: ['café', 'x'] }, { tags: ['x'] }, [{ what: 'tag', to: 'café' }]],
    ['a name for somebody who wrote first', {}, { name: '' }, [{ what: 'name', to: 'Amina Bekri' }]],
    [
      'another audience',
      { audience: 'mentor' },
      {},
      [{ what: 'audience', from: 'participant', to: 'mentor' }],
    ],
    ['evenings', { evening: true }, {}, [{ what: 'evening', from: 'false', to: 'true' }]],
    ['another supervisor', { supervisor: ELS }, { supervisor: 'karim' }, [{ what: 'supervisor', to: 'Els' }]],
    ['the same supervisor', { supervisor: ELS }, { supervisor: 'els' }, []],
    ['a first yes', { consent: given }, {}, [{ what: 'consent', to: 'given' }]],
    [
      'a yes after a question',
      { consent: given },
      { consents: [line('asked')] },
      [{ what: 'consent', to: 'given' }],
    ],
    ['a yes that we have', { consent: given }, { consents: [line('given')] }, []],
    [
      'a no',
      { consent: { state: 'withdrawn', day: 'undated' } },
      { consents: [line('given')] },
      [{ what: 'consent', from: 'given', to: 'withdrawn' }],
    ],
    [
      'a no that was imported before a later yes',
      { consent: { state: 'withdrawn', day: 'undated' } },
      { consents: [line('withdrawn', 'import:C1:withdrawn:undated'), line('given')] },
      [],
    ],
    ['WhatsApp unsaid, SMS known', {}, { addresses: [{ channel: 'sms', address: NUMBER }] }, []],
    [
      'WhatsApp said',
      { saysWhatsapp: true },
      { addresses: [{ channel: 'sms', address: NUMBER }] },
      [{ what: 'channel', to: 'whatsapp' }],
    ],
  ])('%s', (_, inList, inStore, changes) => {
    const { change, unchanged, add } = planImport([listed(inList as Partial<ListedPerson>)], [amina(inStore)])
    expect(add).toEqual([])
    expect([...change, ...unchanged].map(one => one.changes)).toEqual([changes])
    expect(change).toHaveLength(changes.length === 0 ? 0 : 1)
  })
  test.each([
    ['a STOP', { stopped: { at: 1 } }],
    ['a no', { consents: [line('given'), line('withdrawn')] }],
  ])('%s is never taken back by a list, and is told', (_, inStore) => {
    expect(told([listed({ consent: given })], [amina(inStore)])).toEqual([
      [2, 'said_stop'],
      [2, 'unchanged'],
    ])
  })
  test('a language chosen in a talk stays', () => {
    expect(told([listed({ language: 'fr' })], [amina({ turn: 3 })])).toEqual([
      [2, 'language_kept'],
      [2, 'unchanged'],
    ])
  })
  test('another name is told, never merged', () => {
    expect(told([listed({ name: 'Omar Diop' })], [amina()])).toEqual([
      [2, 'other_person', { known: 'Amina Bekri' }],
    ])
  })
  test('two numbers of two people are told, never merged', () => {
    const second = { channel: 'sms', address: '+32471234567' } as const
    const omar = aStoredContact({ _id: 'omar', addresses: [second] })
    expect(told([listed({ addresses: [listed().addresses[0]!, second] })], [amina(), omar])).toEqual([
      [2, 'two_known'],
    ])
  })
  test('whose answer is in the register is not told of a list without one', () => {
    const missing = { row: 2, code: 'consent_missing', name: 'Amina Bekri' } as const
    const codes = (inStore: object) =>
      planImport([listed()], [amina(inStore)], [missing]).notes.map(({ code }) => code)
    expect(codes({ consents: [line('given')] })).toEqual(['unchanged'])
    expect(codes({})).toEqual(['consent_missing', 'unchanged'])
  })
})
