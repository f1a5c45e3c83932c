import type { Event } from '../campaign'
import { FACT_NAMES, type FactName } from '../factNames'
import type { TextKey } from '../message'
import type { Timeline } from '../timeline/definition'
import { gathers } from '../timeline/gathers'
import { repeatId } from '../timeline/moments'

/** A step that cannot be said yet, and the fields of the form that it waits for. */
export interface Lacking {
  step: string
  fields: string[]
}

/** Names of the values that a text says, as content has them. */
export type ValuesIn = (key: TextKey) => readonly string[]

/** Without these nobody can come to an event, whatever its messages are. */
const ALWAYS = [
  'name',
  'date',
  'place',
  'street',
  'goal',
  'benefit',
  'childcare',
  'contactName',
  'contactPhone',
] as const

/** Who is only asked what they think goes nowhere. */
const ALWAYS_ASKED: readonly string[] = ['name', 'date', 'contactName', 'contactPhone']

const FIELD: Partial<Record<FactName, string>> = {
  event: 'name',
  day: 'date',
  weekday: 'date',
  date: 'date',
  numeric_date: 'date',
  start: 'date',
  end: 'date',
  hour: 'date',
  address: 'street',
  contact: 'contactName',
  phone: 'contactPhone',
}
/** Not of the event: the person's, and the organisation's own. */
const OTHERS: readonly FactName[] = ['name', 'organisation', 'project']

/**
 * The content contract (domain reference 6.2): each step needs the facts that its text names. A forgotten one would be a
 * line that quietly is not there.
 */
export function lackingFacts(timeline: Timeline, event: Event, valuesIn: ValuesIn): Lacking[] {
  return timeline.steps.flatMap(({ id, does, onSilence }) => {
    if (does === 'task') return []
    const ids = onSilence?.repeatAfterDays === undefined ? [id] : [id, repeatId(id)]
    const named = ids.flatMap(each => valuesIn(`timelines/${timeline.id}:${each}`))
    const facts = FACT_NAMES.filter(name => named.includes(name) && !OTHERS.includes(name))
    const fields = unique(facts.map(name => FIELD[name] ?? name)).filter(field => isEmpty(event, field))
    return fields.length > 0 ? [{ step: id, fields }] : []
  })
}

/** Each field once, under the first step that waits for it: what to do next, without saying it ten times. */
export function firstLacking(lacking: readonly Lacking[]): Lacking[] {
  const said = new Set<string>()
  return lacking.flatMap(({ step, fields }) => {
    const fresh = fields.filter(field => !said.has(field))
    for (const field of fresh) said.add(field)
    return fresh.length > 0 ? [{ step, fields: fresh }] : []
  })
}

/** Everything that must be filled in before the campaign can start, in the order of the form. */
export function lackingFields(timeline: Timeline, event: Event, valuesIn: ValuesIn): string[] {
  const needed = gathers(timeline) ? ALWAYS : ALWAYS_ASKED
  const always = needed.filter(field => isEmpty(event, field))
  return unique([...always, ...lackingFacts(timeline, event, valuesIn).flatMap(({ fields }) => fields)])
}

const OF_EVENT: Record<string, keyof Event> = { date: 'start', street: 'address' }

const isEmpty = (event: Event, field: string): boolean => {
  const value = event[OF_EVENT[field] ?? (field as keyof Event)]
  return typeof value !== 'string' || value.trim() === ''
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]
