import type { OutboxRow } from '../../../../src/domain/outbox'
import { classesOf, inClasses } from '../../../../src/domain/report/classes'
import { funnelStages, messageFunnel, type Passage } from '../../../../src/domain/report/messageFunnel'
import { passagesOf } from '../../../../src/domain/report/passages'
import { aStoredRow } from '../../../support/storedExamples'

const passage = (over: Partial<Passage>): Passage => ({
  step: 'invitation',
  contact: 'c1',
  language: 'nl',
  channel: 'whatsapp',
  reached: 'delivered',
  ...over,
})
const row = (contact: string, over: Partial<OutboxRow>) =>
  aStoredRow({ _id: `${contact}${over.step}${over.kind}`, contact, step: 'invitation', leftAt: 5, ...over })

test('reading counts only where it is reported, and an answer has arrived', () => {
  const funnel = messageFunnel([
    passage({ reached: 'read', answered: true }),
    passage({ channel: 'sms', reached: 'sent', answered: true }),
    passage({ channel: 'sms', answered: false }),
    passage({ reached: 'planned', answered: false }),
  ])
  expect(funnel).toEqual({ planned: 4, sent: 3, delivered: 3, reportsRead: 1, read: 1, answered: 2 })
  expect(funnelStages(funnel)).toEqual([
    { stage: 'sent', people: 3, base: 4 },
    { stage: 'delivered', people: 3, base: 3 },
    { stage: 'read', people: 1, base: 1 },
    { stage: 'answered', people: 2, base: 3 },
  ])
})

test('a step that asks nothing has no stage for answers, nor one for reading where nobody reports it', () => {
  expect(messageFunnel([passage({})]).answered).toBeNull()
  const bySms = messageFunnel([passage({ channel: 'sms' })])
  expect(funnelStages(bySms).map(({ stage }) => stage)).toEqual(['sent', 'delivered'])
})

describe('from the outbox', () => {
  const asks = (step: string) =>
    step === 'evaluation'
      ? { dialog: 'participant-survey', instrument: 'E-02' }
      : step === 'invitation'
        ? { dialog: 'rsvp' }
        : null
  const contacts = ['a', 'b', 'c', 'd', 'e'].map(_id => ({ _id, language: 'nl' }))
  const passages = (rows: OutboxRow[]) =>
    passagesOf({
      rows,
      contacts,
      asks,
      enrolments: [{ contact: 'a', evaluations: { 'E-02': 'answered' } }],
      replies: [{ contact: 'b', dialog: 'rsvp', answers: { coming: 'yes' } }],
    })

  test('how far each came, once per person and step', () => {
    const reached = passages([
      row('a', { state: 'accepted', reached: 6 }),
      row('b', { state: 'accepted', reached: 3 }),
      row('c', { state: 'failed', reached: 4 }),
      row('d', { state: 'failed', reached: 0 }),
      row('e', { state: 'cancelled', cancelledBy: 'plan', reached: 0 }),
      row('gone', { state: 'accepted', reached: 5 }),
    ]).map(({ contact, reached, answered }) => [contact, reached, answered])
    expect(reached).toEqual([
      ['a', 'read', false],
      ['b', 'sent', true],
      ['c', 'sent', false],
      ['d', 'planned', false],
    ])
  })

  test('the start of a dialog is the promise of its first message', () => {
    const rows = [
      row('a', { step: 'evaluation', kind: 'start', state: 'started', reached: 0, createdAt: 1 }),
      row('a', { step: 'evaluation', state: 'accepted', reached: 5, createdAt: 2 }),
      row('b', { step: 'evaluation', kind: 'start', state: 'planned', reached: 0, createdAt: 1 }),
      row('c', { step: 'thank_you', state: 'accepted', reached: 5, createdAt: 1 }),
    ]
    for (const order of [rows, rows.toReversed()])
      expect(
        passages(order)
          .map(({ contact, reached, answered }) => [contact, reached, answered])
          .sort(),
      ).toEqual([
        ['a', 'delivered', true],
        ['b', 'planned', false],
        ['c', 'delivered', undefined],
      ])
  })
})

describe('by language', () => {
  const people = (language: string, count: number, over: Partial<Passage> = {}) =>
    Array.from({ length: count }, (_, index) =>
      passage({ language, contact: `${language}${index}`, ...over }),
    )
  const event = [...people('nl', 9), ...people('ps', 2), ...people('fa', 4), ...people('so', 0)]
  const unsent = people('ti', 3, { reached: 'planned' })

  test('small languages join until each class has k people, nobody stands alone', () => {
    expect(classesOf(event, 'language', 5)).toEqual([['fa', 'ps'], ['nl']])
    expect(classesOf([...event, ...unsent], 'language', 5)).toEqual([
      ['fa', 'ps'],
      ['nl', 'ti'],
    ])
    expect(classesOf(event, 'language', 1)).toEqual([['fa'], ['nl'], ['ps']])
  })

  test('a step that reached too few of a class is shown whole', () => {
    const classes = classesOf(event, 'language', 5)
    expect(inClasses(event, 'language', classes, 5)?.map(({ members }) => members)).toEqual(classes)
    const repeat = [...people('nl', 6), ...people('fa', 3)]
    expect(inClasses(repeat, 'language', classes, 5)).toBeNull()
    expect(inClasses(repeat, 'language', [['fa'], ['nl']], 1)?.length).toBe(2)
  })

  test('a step for one class alone can be shown by class: there is nobody to subtract', () => {
    const onlyDutch = people('nl', 6)
    expect(inClasses(onlyDutch, 'language', [['fa'], ['nl']], 5)?.map(({ members }) => members)).toEqual([
      ['nl'],
    ])
  })
})
