/** Facts that are usual enough to be ticked; then they are said in every language without anybody translating. */
export const OPTIONS = {
  /** What one gets out of it: the eight values of the guide (domain reference 1.3). */
  benefit: ['jobs', 'dutch', 'insight', 'people', 'confidence', 'alone', 'reflection', 'success'],
  bring: ['cv', 'identity_card', 'pen', 'phone'],
  childcare: ['there', 'welcome', 'none'],
  parking: ['none'],
} as const satisfies Record<string, readonly string[]>

export type PickedField = keyof typeof OPTIONS
export const PICKED = Object.keys(OPTIONS) as PickedField[]

/** What was ticked of a list, and what somebody wrote beside it in the organisation's own words. */
export interface Picked {
  of: string[]
  own: string
}
export type Picks = Partial<Record<PickedField, Picked>>

/** The words of one option in a language; content answers it. */
export type SayOption = (field: PickedField, option: string, language: string) => string

export const isPicked = (name: string): name is PickedField => Object.hasOwn(OPTIONS, name)

/** Everything that was ticked and written, as one list of words: `cv, identiteitskaart en pen`. */
export function sayPicked(field: PickedField, { of, own }: Picked, language: string, say: SayOption): string {
  const parts = [...of.map(option => say(field, option, language)), own].filter(part => part !== '')
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts)
}
