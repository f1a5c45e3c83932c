import type { PaperLetter } from '../../domain/letters/paperLetter'
import { collection, key, number, object, optional, text } from './fields'

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
