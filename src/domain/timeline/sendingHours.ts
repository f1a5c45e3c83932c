import type { Organisation } from '../organisation'

/** Whole hours of the wall clock: from, inclusive, to, exclusive. */
export type Slot = readonly [from: number, to: number]

/** The hours of each kind of day; null: never on such a day. */
export interface Slots {
  weekday: Slot
  /** For who works in office hours, on weekdays. */
  evening: Slot
  saturday?: Slot | null
}

/** When an organisation writes to people. Sunday is nobody's. */
export interface SendingHours {
  /** Belgian public holidays are like a Sunday. */
  holidays: boolean
  /** ISO days on which the house is closed: like a Sunday too. */
  closed?: readonly string[] | undefined
  /** Absent: as the guide says (G3). */
  slots?: Slots | undefined
}

export const USUAL_SLOTS: Slots = { weekday: [10, 18], evening: [18, 20], saturday: [10, 13] }

/** Without an organisation: the guide's hours, and no holidays. */
export const sendingHoursOf = (organisation: Organisation | null): SendingHours => ({
  holidays: organisation?.holidays ?? false,
  ...(organisation?.closed?.length ? { closed: organisation.closed } : {}),
  ...(organisation?.slots ? { slots: organisation.slots } : {}),
})
