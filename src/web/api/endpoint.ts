import { z } from 'zod'
import type { Staff } from '../../domain/staff'
import type { Desk } from '../desk'

/** What a request brings, read and checked. */
export interface Call<B = unknown, Q = unknown> {
  /** The other program, as a coordinator of its organisation. */
  by: Staff
  /** From the path: `{contact}`. */
  params: Readonly<Record<string, string>>
  /** What follows the `?`: never a name, a number or a text of a person. */
  query: Q
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
  query?: z.ZodType
  body?: z.ZodType
  answer: z.ZodType
  /** Makes something: asks for an `idempotency-key`, answers 201. */
  makes?: true
  /** Changes nothing, whatever its method: what is looked for is a name or a number, and stays out of the address. */
  looks?: true
  run(desk: Desk, call: Call): Promise<unknown>
}

/** There is nothing to tell: it is done. */
export const NOTHING = z.object({})

/** Ties the types of the query and the body to their schemas. */
export const endpoint = <
  B extends z.ZodType = z.ZodType<undefined>,
  Q extends z.ZodType = z.ZodType<undefined>,
>(
  one: Omit<Endpoint, 'body' | 'query' | 'run'> & {
    query?: Q
    body?: B
    run(desk: Desk, call: Call<z.infer<B>, z.infer<Q>>): Promise<unknown>
  },
): Endpoint => one as Endpoint
