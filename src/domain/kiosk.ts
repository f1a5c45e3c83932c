/** Languages that only the tablet speaks: it greets in many more than people write with us in. */
export const KIOSK_LANGUAGES = [
  ...['am', 'bg', 'bo', 'es', 'fa', 'fa-AF', 'hy', 'pl', 'ps'],
  ...['ro', 'ru', 'so', 'sq', 'ti', 'tr', 'uk', 'ur'],
] as const

/** A tablet at the door of an event. `_id` is a hash of the secret in its link; nothing of it leads to who taps. */
export interface Kiosk {
  _id: string
  organisation: string
  campaign: string
  /** The staff member who made the link. */
  by: string
  openedAt: number
  endedAt?: number
}
