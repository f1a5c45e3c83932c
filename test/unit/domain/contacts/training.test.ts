import { readTrainingForm, type TrainingForm, trainingFormOf } from '../../../../src/domain/contacts/training'

const at = { zone: 'Europe/Brussels', now: Date.parse('2026-11-20T10:00:00Z') }
const yes = { purpose: 'C8', state: 'given' } as never
const followed = { consents: [yes] }
const FORM: TrainingForm = {
  kind: 'general_dutch',
  since: '2026-09-01',
  status: 'in_progress',
  statusDay: '2026-11-20',
  known: '',
}
const read = (form: Partial<TrainingForm>, contact: Parameters<typeof readTrainingForm>[1] = followed) =>
  readTrainingForm({ ...FORM, ...form }, contact, at)

test.each<[Partial<TrainingForm>, object]>([
  [{}, { kind: 'general_dutch', since: '2026-09-01', status: 'in_progress', day: '2026-11-20' }],
  [{ since: '1/9/2026' }, { kind: 'general_dutch', since: '2026-09-01' }],
  [{ since: '2026-11-20' }, { since: '2026-11-20', day: '2026-11-20' }],
  [
    { kind: 'workplace', known: 'yes' },
    { kind: 'workplace', known: true },
  ],
  [{ kind: 'workplace' }, { kind: 'workplace', known: false }],
])('%j is read', (form, facts) => {
  expect(read(form)).toMatchObject({ ok: true, facts })
})

test('only of a workplace it matters who knows of it', () => {
  expect(read({ known: 'yes' })).toEqual({ ok: true, facts: expect.not.objectContaining({ known: true }) })
})

test.each<[Partial<TrainingForm>, [string, string][]]>([
  [{ kind: 'cooking' }, [['kind', 'kind_missing']]],
  [{ status: '' }, [['status', 'status_missing']]],
  [{ since: 'ooit' }, [['since', 'day_unclear']]],
  [{ statusDay: '' }, [['statusDay', 'day_unclear']]],
  [{ since: '2026-11-21' }, [['since', 'day_future']]],
  [{ statusDay: '2026-08-31' }, [['statusDay', 'before_since']]],
])('%j is not, and its field says why', (form, problems) => {
  const expected = problems.map(([field, problem]) => ({ field, problem }))
  expect(read(form)).toMatchObject({ ok: false, problems: expect.arrayContaining(expected) })
})

test.each([
  ['never asked', []],
  ['took it back', [yes, { purpose: 'C8', state: 'withdrawn' } as never]],
])('nothing of who %s', (_, consents) => {
  expect(read({}, { consents })).toEqual({
    ok: false,
    problems: [{ field: 'kind', problem: 'not_followed' }],
  })
})

test('what goes on is told of today, what is over of its day', () => {
  const facts = { kind: 'workplace', since: '2026-09-01', day: '2026-10-01', known: true } as const
  expect(trainingFormOf({ ...facts, status: 'in_progress' }, '2026-11-20').statusDay).toBe('2026-11-20')
  expect(trainingFormOf({ ...facts, status: 'stopped' }, '2026-11-20')).toMatchObject({
    statusDay: '2026-10-01',
    known: 'yes',
  })
})
