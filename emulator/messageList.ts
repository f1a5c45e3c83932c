import type { Message } from './records'

export interface ListQuery {
  To?: string
  From?: string
  DateSent?: string
  'DateSent<'?: string
  'DateSent>'?: string
  PageSize?: string
  Page?: string
  PageToken?: string
}

export interface ListPage<T> {
  rows: T[]
  page: number
  pageSize: number
  /** Null on the last page. */
  next: string | null
}

const DAY = 86_400_000

/** Who matches `GET …/Messages.json`, newest first. A message that was not sent yet has no date to match. */
export function matchMessages(messages: Iterable<Message>, query: ListQuery): Message[] {
  const [from, to] = span(query)
  const found: Message[] = []
  for (const message of messages) {
    if (query.To && message.to !== query.To) continue
    if (query.From && message.from !== query.From) continue
    if (from !== null || to !== null) {
      const sentAt = message.sentAt
      if (sentAt === null || sentAt < (from ?? sentAt) || sentAt >= (to ?? sentAt + 1)) continue
    }
    found.push(message)
  }
  return found
    .map((message, at) => ({ message, at }))
    .sort(newestFirst)
    .map(row => row.message)
}

type Row = { message: Message; at: number }
const newestFirst = (a: Row, b: Row) => b.message.createdAt - a.message.createdAt || b.at - a.at

/** Days and moments in GMT; `<` and `>` include their own day or moment, as the interface writes `<=` and `>=`. */
function span(query: ListQuery): [number | null, number | null] {
  const day = query.DateSent ? Date.parse(query.DateSent) : null
  if (day !== null) return [day, day + DAY]
  const from = query['DateSent>'] ? Date.parse(query['DateSent>']) : null
  const before = query['DateSent<']
  const to = before ? Date.parse(before) + (before.length === 10 ? DAY : 1000) : null
  return [from, to]
}

/** One page; the token names the last row of the page before, so that new rows in between move nothing. */
export function pageOf<T extends { sid: string }>(rows: T[], query: ListQuery): ListPage<T> {
  const wanted = Number(query.PageSize ?? 50)
  const pageSize = Number.isInteger(wanted) && wanted > 0 ? Math.min(1000, wanted) : 50
  const page = Number(query.Page ?? 0) || 0
  const last = query.PageToken?.replace(/^PA/, '')
  const found = last ? rows.findIndex(row => row.sid === last) : -1
  const start = found === -1 ? page * pageSize : found + 1
  const part = rows.slice(start, start + pageSize)
  const more = start + pageSize < rows.length
  return { rows: part, page, pageSize, next: more ? `PA${part.at(-1)?.sid}` : null }
}

/** The address of a page with the filters kept. */
export function pageUri(
  path: string,
  query: ListQuery,
  pageSize: number,
  page: number,
  token?: string,
): string {
  const params = new URLSearchParams()
  for (const name of ['To', 'From', 'DateSent', 'DateSent<', 'DateSent>'] as const)
    if (query[name]) params.set(name, query[name])
  params.set('PageSize', String(pageSize))
  params.set('Page', String(page))
  if (token) params.set('PageToken', token)
  return `${path}?${params}`
}
