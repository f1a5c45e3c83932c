import type { Request } from 'express'
import { AUDIENCES, type Audience } from '../../../domain/contact'
import type { ContactFilter } from '../../../domain/contacts/contactFilter'
import { STANDINGS, type Standing } from '../../../domain/report/personOf'

/** What the links of the list filter by; it stands in the address, so a view can be shared. What is typed never does. */
export interface ContactQuery {
  language?: string
  audience?: Audience
  tag?: string
  consent?: Standing
  /** The uploaded list that brought them in. */
  list?: string
}

const LONGEST = 100
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST ? value : undefined

export function queryOf({ query }: Pick<Request, 'query'>): ContactQuery {
  // `language` is the page's own language, in every address.
  const language = text(query.speaks)
  const audience = AUDIENCES.find(one => one === query.audience)
  const tag = text(query.tag)
  const consent = STANDINGS.find(one => one === query.consent)
  const list = text(query.list)
  return {
    ...(language && { language }),
    ...(audience && { audience }),
    ...(tag && { tag }),
    ...(consent && { consent }),
    ...(list && { list }),
  }
}

export const filterOf = (
  { language, audience, tag, consent, list }: ContactQuery,
  search = '',
): ContactFilter => ({
  ...(language && { languages: [language] }),
  ...(audience && { audiences: [audience] }),
  ...(tag && { tags: [tag] }),
  ...(consent && { standings: [consent] }),
  ...(list && { lists: [list] }),
  ...(search && { search }),
})

/** @param base the page whose list it is */
export function pathFor({ language, ...query }: ContactQuery, after?: string, base = '/contacts'): string {
  const params = new URLSearchParams({
    ...(language && { speaks: language }),
    ...query,
    ...(after && { after }),
  })
  return params.size > 0 ? `${base}?${params}` : base
}
