import { type Journal, type Line, openJournal } from './journal'
import type { Content, Due, Media, Message, Phone, Seen } from './records'

export interface Tables {
  messages: Message
  contents: Content
  phones: Phone
  media: Media
  due: Due
  seen: Seen
}

type Name = keyof Tables
const NAMES: Name[] = ['messages', 'contents', 'phones', 'media', 'due', 'seen']

export interface State {
  all<K extends Name>(table: K): ReadonlyMap<string, Tables[K]>
  put<K extends Name>(table: K, key: string, row: Tables[K]): void
  drop(table: Name, key: string): void
  /** What rows said before they were put anew is no longer on disk, soon after this. */
  forgetPast(): void
  /** Every message with this person, oldest first. */
  messagesOf(phone: string): Message[]
  /** Forgets everything, the phones included. */
  clear(): void
  /** Calls back after each change; gives the way to stop. */
  onChange(listener: () => void): () => void
  close(): void
}

/** Everything the emulator remembers. Rows are never changed in place: put a new one. */
export function openState(folder: string): State {
  const journal: Journal = openJournal(folder)
  const tables = Object.fromEntries(NAMES.map(name => [name, new Map()])) as unknown as {
    [K in Name]: Map<string, Tables[K]>
  }
  const byPhone = new Map<string, Set<string>>()
  const listeners = new Set<() => void>()

  const remember = <K extends Name>(table: K, key: string, row: Tables[K]) => {
    tables[table].set(key, row)
    if (table !== 'messages') return
    const { phone } = row as Message
    if (!byPhone.has(phone)) byPhone.set(phone, new Set())
    byPhone.get(phone)?.add(key)
  }
  const forget = (table: Name, key: string) => {
    if (table === 'messages') byPhone.get(tables.messages.get(key)?.phone ?? '')?.delete(key)
    tables[table].delete(key)
  }
  for (const [table, key, row] of journal.past) {
    if (row === undefined) forget(table as Name, key)
    else remember(table as Name, key, row as Tables[Name])
  }
  journal.rewrite(lines())

  function* lines(): Iterable<Line> {
    for (const name of NAMES) for (const [key, row] of tables[name]) yield [name, key, row]
  }
  const tell = () => {
    for (const listener of listeners) listener()
  }

  let forgetting: NodeJS.Immediate | null = null
  const forgetNow = () => {
    if (forgetting === null) return
    clearImmediate(forgetting)
    forgetting = null
    journal.rewrite(lines())
  }

  return {
    all: table => tables[table],
    put(table, key, row) {
      journal.append([table, key, row])
      remember(table, key, row)
      tell()
    },
    drop(table, key) {
      if (!tables[table].has(key)) return
      journal.append([table, key])
      forget(table, key)
      tell()
    },
    forgetPast() {
      forgetting ??= setImmediate(forgetNow)
    },
    messagesOf(phone) {
      const sids = [...(byPhone.get(phone) ?? [])]
      return sids.map(sid => tables.messages.get(sid) as Message)
    },
    clear() {
      for (const name of NAMES) tables[name].clear()
      byPhone.clear()
      journal.rewrite([])
      tell()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      forgetNow()
      journal.close()
    },
  }
}
