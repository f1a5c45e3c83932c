import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Message } from './records'
import { newSid } from './sids'
import type { State } from './state'

export interface MediaStore {
  add(message: string, type: string, bytes: Buffer, now: number): string
  read(sid: string): Buffer
  drop(sid: string): void
  /** Fetches what an outbound message points at; false when that is not possible. */
  fetchOutbound(message: Message): Promise<boolean>
}

const LARGEST = 16 * 1024 * 1024

/** Pictures and voice notes as files beside the journal. */
export function createMediaStore(folder: string, state: State, now: () => number): MediaStore {
  const place = join(folder, 'media')
  mkdirSync(place, { recursive: true })
  const add: MediaStore['add'] = (message, type, bytes, createdAt) => {
    const sid = newSid('ME')
    writeFileSync(join(place, sid), bytes)
    state.put('media', sid, { sid, message, type, createdAt })
    return sid
  }
  return {
    add,
    read: sid => readFileSync(join(place, sid)),
    drop(sid) {
      const media = state.all('media').get(sid)
      const message = state.all('messages').get(media?.message ?? '')
      if (message)
        state.put('messages', message.sid, { ...message, media: message.media.filter(one => one !== sid) })
      state.drop('media', sid)
      rmSync(join(place, sid), { force: true })
    },
    async fetchOutbound(message) {
      if (!message.mediaUrls || message.media.length > 0) return true
      try {
        const media: string[] = []
        for (const url of message.mediaUrls) {
          const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) })
          const bytes = Buffer.from(await answer.arrayBuffer())
          if (!answer.ok || bytes.length > LARGEST) return false
          const type = answer.headers.get('content-type')?.split(';')[0] ?? 'application/octet-stream'
          media.push(add(message.sid, type, bytes, now()))
        }
        const current = state.all('messages').get(message.sid)
        if (current) state.put('messages', message.sid, { ...current, media })
        return true
      } catch {
        return false
      }
    },
  }
}
