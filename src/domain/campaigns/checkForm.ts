import parsePhoneNumber from 'libphonenumber-js/max'
import { EVENT_TEXTS } from '../campaign'
import { readPhone } from '../dialog/answers/phone'
import type { FieldProblem } from '../fieldProblem'
import { momentOf, wallClock } from '../timeline/wallClock'
import type { EventForm } from './eventForm'

/** Letters: a longer name gives the SMS a second part, a longer goal is not read. */
export const LONGEST = { name: 40, goal: 90, other: 160 } as const
const MOST_BENEFITS = 2
const TEXTS = [
  'place',
  'street',
  'town',
  'transport',
  'who',
  'welcome',
  'contactName',
] as const satisfies readonly (keyof EventForm)[]

/** What is typed wrong. What is still missing is no mistake: a draft needs a name and nothing more. */
export function checkForm(form: EventForm, { now, zone }: { now: number; zone: string }): FieldProblem[] {
  const problems: FieldProblem[] = []
  const wrong = (field: string, problem: string, values?: FieldProblem['values']) =>
    problems.push({ field, problem, ...(values ? { values } : {}) })
  const tooLong = (field: string, text: string, most: number) => {
    const { length } = [...text]
    if (length > most) wrong(field, field === 'name' ? 'name_too_long' : 'too_long', { most, count: length })
  }

  if (form.name === '') wrong('name', 'no_name')
  tooLong('name', form.name, LONGEST.name)
  checkDay(form, { now, zone }, wrong)
  for (const field of TEXTS) tooLong(field, form[field], LONGEST.other)
  tooLong('goal', form.goal, LONGEST.goal)
  if (form.picks.benefit.of.length > MOST_BENEFITS) wrong('benefit', 'too_many', { most: MOST_BENEFITS })
  for (const [field, { own }] of Object.entries(form.picks)) tooLong(field, own, LONGEST.other)
  if (form.contactPhone !== '' && phoneOf(form.contactPhone) === null) wrong('contactPhone', 'not_a_phone')
  for (const [language, texts] of Object.entries(form.inLanguage))
    for (const name of EVENT_TEXTS) tooLong(`${language}.${name}`, texts[name] ?? '', LONGEST.other)
  return problems
}

type Wrong = (field: string, problem: string, values?: FieldProblem['values']) => void

function checkDay(
  { date, from, to, until }: EventForm,
  { now, zone }: { now: number; zone: string },
  wrong: Wrong,
) {
  const hours = [
    ['from', from],
    ['to', to],
  ] as const
  for (const [field, hour] of hours) if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(hour)) wrong(field, 'not_an_hour')
  if (date === '') return
  if (!isDay(date)) return wrong('date', 'not_a_date')
  const start = wallClock(`${date}T${from}`)
  if (start.isValid && momentOf(start, zone) <= now) wrong('date', 'in_past')
  if (until !== '') return checkUntil(until, date, wrong)
  if (from >= to) wrong('to', 'end_before_start', { from, to })
}

function checkUntil(until: string, date: string, wrong: Wrong) {
  if (!isDay(until)) wrong('until', 'not_a_date')
  else if (until < date) wrong('until', 'last_before_first')
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && wallClock(text).isValid

/** A number as people here read it: `0470 12 34 56`. Null: it is none. */
export function phoneOf(typed: string): string | null {
  const number = parsePhoneNumber(readPhone(typed, 'BE') ?? '')
  if (!number) return null
  return number.country === 'BE' ? number.formatNational() : number.formatInternational()
}
