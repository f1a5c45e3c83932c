import { z } from 'zod'

/** What somebody types into a field, of any length, so that the field's own rule says beside it what is too long. */
export const text = z.string().max(20_000).default('')
