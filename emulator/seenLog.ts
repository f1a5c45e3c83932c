import type { Seen } from './records'
import { newSid } from './sids'
import type { State } from './state'

const PER_PHONE = 30

/** The last calls to the product about each phone. */
export function createSeenLog(state: State) {
  const keys = new Map<string, string[]>()
  const note = (phone: string, key: string) => {
    const mine = keys.get(phone) ?? []
    mine.push(key)
    keys.set(phone, mine)
    if (mine.length > PER_PHONE) state.drop('seen', mine.shift() as string)
  }
  for (const [key, { phone }] of [...state.all('seen')]) note(phone, key)
  return {
    add({ at, phone, kind, sid, status, path, signature, token, tries, answer, code }: Seen): void {
      const key = newSid('SE')
      state.put('seen', key, { at, phone, kind, sid, status, path, signature, token, tries, answer, code })
      note(phone, key)
    },
  }
}
