import { checkForm, phoneOf } from '../../../../src/domain/campaigns/checkForm'
import { type EventForm, emptyForm } from '../../../../src/domain/campaigns/eventForm'
import { aboutDay } from '../../../../src/domain/campaigns/warnings'
import { at, BRUSSELS } from '../../../support/timelineBuilders'

const now = at('2026-11-05T09:00')
const draft: EventForm = { ...emptyForm('networking-event', { name: '', phone: '' }), name: 'Jobcafé' }
const check = (over: Partial<EventForm>) =>
  checkForm({ ...draft, ...over }, { now, zone: BRUSSELS }).map(({ field, problem }) => `${field} ${problem}`)

test('a draft needs a name and nothing more', () => {
  expect(check({})).toEqual([])
  expect(check({ name: '' })).toEqual(['name no_name'])
})

test.each<[string, Partial<EventForm>, string[]]>([
  ['a long name', { name: 'x'.repeat(41) }, ['name name_too_long']],
  ['forty letters outside Latin', { name: 'م'.repeat(40) }, []],
  ['no day', { date: '2026-02-30' }, ['date not_a_date']],
  ['words for a day', { date: 'soon' }, ['date not_a_date']],
  ['a day that is past', { date: '2026-11-04' }, ['date in_past']],
  ['an hour that is past', { date: '2026-11-05', from: '08:00' }, ['date in_past']],
  ['later today', { date: '2026-11-05' }, []],
  ['the end first', { date: '2026-12-10', from: '14:00', to: '13:00' }, ['to end_before_start']],
  ['no hour', { from: '25:00' }, ['from not_an_hour']],
  ['a long goal', { goal: 'x'.repeat(91) }, ['goal too_long']],
  ['no phone', { contactPhone: '112' }, ['contactPhone not_a_phone']],
  ['a long text in Arabic', { inLanguage: { ar: { who: 'م'.repeat(161) } } }, ['ar.who too_long']],
  [
    'three benefits',
    { picks: { ...draft.picks, benefit: { of: ['dutch', 'people', 'jobs'], own: '' } } },
    ['benefit too_many'],
  ],
])('%s', (_, over, problems) => {
  expect(check(over)).toEqual(problems)
})

test.each([
  ['0470/12.34.56', '0470 12 34 56'],
  ['+32 59 00 00 00', '059 00 00 00'],
  ['+31 6 12345678', '+31 6 12345678'],
  ['call me', null],
])('the number %s is kept as %s', (typed, kept) => {
  expect(phoneOf(typed)).toBe(kept)
})

test.each([
  ['2026-12-10', { inDays: 35, weekday: 4, warnings: [] }],
  ['2026-11-17', { inDays: 12, weekday: 2, warnings: ['soon'] }],
  ['2026-11-11', { inDays: 6, weekday: 3, warnings: ['soon', 'public_holiday'] }],
  ['2026-12-13', { inDays: 38, weekday: 7, warnings: ['sunday'] }],
  ['2026-11-05', { inDays: 0, weekday: 4, warnings: ['soon'] }],
  ['2026-11-04', null],
  ['', null],
])('about %s there is this to say', (date, words) => {
  expect(aboutDay(date, now, { zone: BRUSSELS, holidays: true, gathers: true })).toEqual(words)
})

test('who is only asked something has nothing to arrange', () => {
  const about = { zone: BRUSSELS, holidays: true, gathers: false }
  expect(aboutDay('2026-11-17', now, about)).toMatchObject({ warnings: [] })
  expect(aboutDay('2026-11-11', now, about)).toMatchObject({ warnings: ['public_holiday'] })
})
