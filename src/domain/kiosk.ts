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
