/** Months that each kind of thing is kept; what is printed of anonymous answers stays, for nobody can be found in it. */
export interface Retention {
  /** What we wrote to people and what they wrote, from the day it left or came. Numbers of how many stay. */
  messages: number
  /** Replies with a name: intake, preparation, reflection; and what people told of their work. */
  replies: number
  /** What staff did. */
  activity: number
}

export const RETENTION_CLASSES = [
  'messages',
  'replies',
  'activity',
] as const satisfies readonly (keyof Retention)[]

export const USUAL_RETENTION: Retention = { messages: 12, replies: 24, activity: 24 }

/** Shorter, and a campaign of half a year loses its own beginning; longer, and nobody can say why. */
export const RETENTION_MONTHS = { least: 3, most: 120 } as const
