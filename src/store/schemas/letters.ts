import type { PaperLetter } from '../../domain/letters/paperLetter'
import type { PlacePicture } from '../../domain/letters/placePicture'
import { collection, key, named, number, object, optional, text } from './fields'

export const paperLetters = collection<PaperLetter>(
  {
    organisation: key(),
    campaign: key(),
    contact: key(),
    code: key(),
    language: text(),
    version: text(),
    madeAt: number(),
    posted: optional(object<NonNullable<PaperLetter['posted']>>({ at: number(), by: text() })),
    usedBy: optional(text()),
  },
  [{ on: ['code'], unique: true }, { on: ['campaign', '_id'] }, { on: ['contact', '_id'] }],
)

export const placePictures = collection<PlacePicture>(
  {
    organisation: key(),
    type: named<PlacePicture['type']>({ 'image/png': true, 'image/jpeg': true }),
    bytes: text(),
    at: number(),
    by: key(),
    rev: number(),
    removedAt: optional(number()),
  },
  [{ on: ['removedAt', '_id'] }],
)
