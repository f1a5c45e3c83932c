import type { Reply, Understood } from '../definition'

/** One voice note. */
export function voice(reply: Reply): Understood {
  const notes = (reply.media ?? []).filter(one => one.type.startsWith('audio/'))
  if (notes.length > 1) return { ok: false, problem: 'more_than_one' }
  const note = notes[0]
  return note === undefined
    ? { ok: false, problem: 'voice_please' }
    : { ok: true, value: { media: note.url, type: note.type } }
}
