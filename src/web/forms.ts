import type { Request } from 'express'
import { z } from 'zod'
import { AppError } from '../errors'

/** What somebody types into a field, of any length, so that the field's own rule says beside it what is too long. */
export const text = z.string().max(20_000).default('')

/** An id that we made ourselves, with the form. */
export const formKey = z.string().regex(/^[\w-]{16,64}$/)

/** As the page showed it: who changes what somebody else changed since is told. */
export const rev = z.coerce.number().int().min(0)

/** @throws NOT_READABLE for what none of our forms sends; what people mistype is no such thing */
export function readForm<T>(schema: z.ZodType<T>, { body }: Pick<Request, 'body'>): T {
  const read = schema.safeParse(body ?? {})
  if (!read.success) throw new AppError('NOT_READABLE', 'The form is not complete')
  return read.data
}
