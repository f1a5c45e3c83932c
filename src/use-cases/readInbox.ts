import type { Line } from '../domain/inbox/lines'
import type { InboxTab, Thread, ThreadPlace } from '../domain/inbox/thread'
import type { LanguageTag } from '../domain/message'
import type { Filter, Sort } from '../ports/documents'
import { type ReadLines, readLines } from './readLines'
import { readNames } from './readNames'

export interface InboxRow {
  thread: Thread
  name: string
  language: LanguageTag
  /** Name of the colleague who answers. */
  holder?: string
  /** The last thing the person wrote. */
  last?: Extract<Line, { is: 'theirs' | 'private' }>
}

export interface InboxReading {
  tab: InboxTab
  rows: InboxRow[]
  counts: { waiting: number; mine: number }
}

const MOST = 50

/** @param staff whose inbox it is */
export async function readInbox(
  deps: ReadLines,
  organisation: string,
  staff: string,
  tab: InboxTab,
): Promise<InboxReading> {
  const { documents } = deps
  const threads = documents.collection('threads')
  const place: ThreadPlace = tab === 'mine' ? 'held' : tab
  const sort: Sort = [['at', place === 'bot' || place === 'closed' ? -1 : 1]]
  const [listed, counts] = await Promise.all([
    threads.list({ organisation, place }, { sort, limit: MOST }),
    countInbox(deps, organisation, staff),
  ])
  // One's own first; below them what colleagues answer.
  const ordered = listed.toSorted((a, b) => Number(isMine(b)) - Number(isMine(a)))
  const holders = ordered.map(({ holder }) => holder?.staff)
  const names = await readNames(documents, organisation, holders)
  const rows = await Promise.all(
    ordered.map(async (thread): Promise<InboxRow | null> => {
      const contact = await documents.collection('contacts').get(thread._id)
      if (!contact) return null
      const lines = await readLines(deps, thread._id)
      const last = lines.findLast(line => line.is === 'theirs' || line.is === 'private')
      const holder = names[thread.holder?.staff ?? '']
      return {
        thread,
        name: contact.name,
        language: contact.language,
        ...(holder ? { holder } : {}),
        ...(last ? { last: last as InboxRow['last'] & object } : {}),
      }
    }),
  )
  return { tab, rows: rows.filter(row => row !== null), counts }

  function isMine({ holder }: Thread): boolean {
    return holder?.staff === staff
  }
}

/** Who waits for anybody, and who for this one. */
export async function countInbox(
  { documents }: Pick<ReadLines, 'documents'>,
  organisation: string,
  staff: string,
): Promise<InboxReading['counts']> {
  const threads = documents.collection('threads')
  const held: Filter = { organisation, place: 'held', 'holder.staff': staff }
  const [waiting, mine] = await Promise.all([
    threads.count({ organisation, place: 'waiting' }),
    threads.count({ ...held, waitsSince: { $exists: true } }),
  ])
  return { waiting, mine }
}
