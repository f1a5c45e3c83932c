import { z } from 'zod'
import type { Staff } from '../../domain/staff'
import type { Desk } from '../desk'

/** What a request brings, read and checked. */
export interface Call<B = unknown> {
  /** The other program, as a coordinator of its organisation. */
  by: Staff
  /** From the path: `{contact}`. */
  params: Readonly<Record<string, string>>
  body: B
  /** Id of what this request makes: the same request twice makes one thing. */
  id: string
}

/** One thing the API can do: its route and its place in the OpenAPI document come from this. */
export interface Endpoint {
  /** `addContact`: the operation's name in generated clients. */
  name: string
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** `/contacts/{contact}` */
  path: string
  summary: string
  body?: z.ZodType
  answer: z.ZodType
  /** Makes something: asks for an `idempotency-key`, answers 201. */
  makes?: true
  run(desk: Desk, call: Call): Promise<unknown>
}

/** There is nothing to tell: it is done. */
export const NOTHING = z.object({})

/** Ties the type of the body to its schema. */
export const endpoint = <B extends z.ZodType = z.ZodType<undefined>>(
  one: Omit<Endpoint, 'body' | 'run'> & {
    body?: B
    run(desk: Desk, call: Call<z.infer<B>>): Promise<unknown>
  },
): Endpoint => one as Endpoint
