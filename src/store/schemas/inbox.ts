import type { ContactNote, KeptMedia, Thread } from '../../domain/inbox/thread'
import { collection, key, named, number, object, optional, text } from './fields'

export const threads = collection<Thread>(
  {
    organisation: key(),
    place: named<Thread['place']>({ bot: true, waiting: true, held: true, closed: true }),
    at: number(),
    waitsSince: optional(number()),
    holder: optional(object<NonNullable<Thread['holder']>>({ staff: key(), since: number() })),
  },
  [{ on: ['organisation', 'place', 'at', '_id'] }],
)

export const contactNotes = collection<ContactNote>(
  { organisation: key(), contact: key(), by: key(), at: number(), locked: text() },
  [{ on: ['contact', 'at', '_id'] }, { on: ['at', '_id'] }],
)

export const media = collection<KeptMedia>(
  { organisation: key(), contact: key(), type: text(), at: number(), locked: text() },
  [{ on: ['contact', '_id'] }, { on: ['at', '_id'] }],
)
