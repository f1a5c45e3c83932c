import type { FactName } from '../factNames'
import type { TextKey } from '../message'

/** One of each row must stand in the step's text: a date may be said in several ways. */
type Facts = readonly (readonly FactName[])[]

const NAME: Facts = [['name']]
const DAY: Facts = [['day', 'date', 'numeric_date']]
const CONTACT: Facts = [['phone']]

/** The content contract (domain reference 6.2): what a person must be able to read in each step, whoever words it. */
const REQUIRED: Readonly<Record<string, Facts>> = {
  save_the_date: [...NAME, ...DAY, ['goal'], ['benefit'], ...CONTACT],
  invitation: [
    ...NAME,
    ...DAY,
    ['goal'],
    ['benefit'],
    ['start', 'hour'],
    ['end'],
    ['address'],
    ['transport'],
    ['parking'],
    ['who'],
    ['childcare'],
    ['bring'],
    ['welcome'],
    ...CONTACT,
  ],
  invitation_repeat: [...DAY, ['start', 'hour'], ['place', 'address'], ...CONTACT],
  reminder: [...DAY, ['start', 'hour'], ['place', 'address'], ['bring'], ...CONTACT],
  event_moved: [['event'], ...DAY, ['start', 'hour'], ['place', 'address'], ...CONTACT],
  event_cancelled: [['event'], ...DAY],
}

/** @returns the facts that are absent, each by the first of its names */
export function missingFacts(key: TextKey, places: readonly string[]): FactName[] {
  const step = /^timelines\/[^:]+:(.+?)(_standard)?$/.exec(key)?.[1] ?? ''
  const required = Object.hasOwn(REQUIRED, step) ? REQUIRED[step]! : []
  return required.flatMap(names => {
    const [first] = names
    return first !== undefined && !names.some(name => places.includes(name)) ? [first] : []
  })
}
