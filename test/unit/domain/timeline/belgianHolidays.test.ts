import { DateTime } from 'luxon'
import {
  belgianHolidays,
  easterSunday,
  isBelgianHoliday,
} from '../../../../src/domain/timeline/belgianHolidays'

test.each([
  [2000, '04-23'],
  [2008, '03-23'],
  [2011, '04-24'],
  [2019, '04-21'],
  [2021, '04-04'],
  [2024, '03-31'],
  [2025, '04-20'],
  [2026, '04-05'],
  [2027, '03-28'],
  [2038, '04-25'],
  [2049, '04-18'],
  [2076, '04-19'],
])('Easter of %i is on %s', (year, day) => expect(easterSunday(year).toFormat('MM-dd')).toBe(day))

test('the ten public holidays of 2026', () => {
  expect(belgianHolidays(2026).map(day => day.toISODate())).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-25',
    '2026-07-21',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])
})

test('a day is a holiday exactly when it is in the list of its year', () => {
  for (let day = DateTime.utc(2024, 1, 1); day.year < 2029; day = day.plus({ days: 1 })) {
    const listed = belgianHolidays(day.year).some(holiday => holiday.equals(day))
    expect([day.toISODate(), isBelgianHoliday(day)]).toEqual([day.toISODate(), listed])
  }
})
