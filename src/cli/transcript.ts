import { isDeepStrictEqual } from 'node:util'
import { stringify } from 'yaml'
import { z } from 'zod'
import { CHANNELS } from '../domain/message'
import type { Content } from '../ports/content'
import { createRehearsal, type Heard, type Rehearsal } from './rehearsal'

/** `48 hours`, `7 days` */
const WAIT = z.string().regex(/^\d+ (minutes?|hours?|days?)$/, 'is like "48 hours"')

/** What the person does. The bot's lines stand between. */
export const DEED = z.union([
  z.strictObject({ me: z.string() }),
  /** A button, also an old one: `rsvp/coming/no`. */
  z.strictObject({ tap: z.string() }),
  z.strictObject({ sends: z.enum(['voice', 'picture', 'location']) }),
  z.strictObject({ wait: WAIT }),
  z.strictObject({ staff: z.enum(['take_over', 'hand_back']) }),
])
export type Deed = z.infer<typeof DEED>

/** A talk that an organiser can read; `test/conversations/` is full of them. */
export const TRANSCRIPT = z.strictObject({
  about: z.string().optional(),
  dialog: z.string(),
  language: z.string(),
  channel: z.enum(CHANNELS),
  talk: z.array(z.union([z.strictObject({ bot: z.string() }), DEED])),
  answers: z.record(z.string(), z.unknown()),
  /** What was decided beside the words: RSVP, consent, tasks. */
  does: z.array(z.string()),
})
export type Transcript = z.infer<typeof TRANSCRIPT>
type Line = Transcript['talk'][number]

const LASTS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

const MEDIA = {
  voice: { url: 'https://media.example/voice', type: 'audio/ogg' },
  picture: { url: 'https://media.example/picture', type: 'image/jpeg' },
}

export async function act(
  rehearsal: Rehearsal,
  deed: Deed,
  channel: Transcript['channel'],
): Promise<Heard[]> {
  if ('wait' in deed) {
    const [count = '', unit = ''] = deed.wait.split(' ')
    return rehearsal.wait(Number(count) * LASTS[unit.replace(/s$/, '')]!)
  }
  if ('staff' in deed) return rehearsal.handle({ kind: 'staff', what: deed.staff })
  const message = { kind: 'message', channel, text: '' } as const
  if ('me' in deed) return rehearsal.handle({ ...message, text: deed.me })
  if ('tap' in deed) return rehearsal.handle({ ...message, payload: deed.tap })
  if (deed.sends === 'location')
    return rehearsal.handle({ ...message, location: { latitude: 51.23, longitude: 2.91 } })
  return rehearsal.handle({ ...message, media: [MEDIA[deed.sends]] })
}

/** Holds the same talk again with the bot of today: the person's side as written, the bot's side as it is now. */
export async function replay(transcript: Transcript, content: Content): Promise<Transcript> {
  const { dialog, language, channel } = transcript
  const rehearsal = createRehearsal({ content, dialog, language, channel })
  const talk: Line[] = botLines(await rehearsal.begin())
  for (const line of transcript.talk) {
    if ('bot' in line) continue
    talk.push(line, ...botLines(await act(rehearsal, line, channel)))
  }
  return { ...transcript, talk, answers: rehearsal.answers(), does: rehearsal.deeds() }
}

export const botLines = (heard: readonly Heard[]): Line[] => heard.map(({ text }) => ({ bot: text }))

export const isSameTalk = (a: Transcript, b: Transcript): boolean => isDeepStrictEqual(a, b)

export const writeTranscript = (transcript: Transcript): string =>
  stringify(transcript, { lineWidth: 0, blockQuote: 'literal' })
