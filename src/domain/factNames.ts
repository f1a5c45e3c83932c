/** Values that every text may use; `content/facts.ts` words them in the language of the message. */
export const FACT_NAMES = [
  /** The person, and who writes. */
  'name',
  'organisation',
  'project',
  /** Who is called with questions: of the event, else of the organisation. */
  'contact',
  'phone',
  /** The event. */
  'event',
  /** `zaterdag 5 december (05/12/2026)` */
  'day',
  /** `zaterdag` · `5 december` · `05/12/2026` */
  'weekday',
  'date',
  'numeric_date',
  /** `14:00` · `17:00`. `hour` is the start, for short texts. */
  'start',
  'end',
  'hour',
  'place',
  'address',
  'transport',
  'parking',
  'goal',
  'benefit',
  'who',
  'childcare',
  'bring',
  'welcome',
] as const
export type FactName = (typeof FACT_NAMES)[number]
