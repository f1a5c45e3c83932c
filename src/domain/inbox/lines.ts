import type { ConversationEvent } from '../conversation'
import type { ChannelName, LanguageTag } from '../message'
import type { OutboxRow } from '../outbox'
import { type Stage, stageOf } from '../report/stage'
import { askedAfter, isSaid } from './asked'
import { type MediaKind, mediaKind } from './mediaKind'

/** One thing that was said or done in somebody's conversation. */
export type Line = { id: string; at: number } & (
  | {
      is: 'theirs'
      channel: ChannelName
      text: string
      media: { n: number; kind: MediaKind; type: string }[]
      hasPlace: boolean
    }
  /** They answered a talk that is not for staff at the desk: intake, feedback on a person. */
  | { is: 'private'; channel: ChannelName }
  | {
      is: 'ours'
      channel: ChannelName
      text: string
      language: LanguageTag
      stage: Stage
      reason?: string
      template?: string
      /** Staff id; absent: the bot. */
      by?: string
    }
  | { is: 'note'; text: string; by: string }
  | { is: 'turn'; what: 'take_over' | 'hand_back'; by?: string }
)

type Message = Extract<ConversationEvent, { kind: 'message' }>

export interface LineSources {
  messages: readonly { id: string; at: number; message: Message }[]
  turns: readonly { id: string; at: number; what: 'take_over' | 'hand_back'; by?: string }[]
  rows: readonly OutboxRow[]
  notes: readonly { id: string; at: number; text: string; by: string }[]
  /** Answers to this dialog are for nobody at the desk. */
  isPrivate: (dialog: string) => boolean
}

/** Everything of one conversation in order; what answers a private dialog is only named. */
export function linesOf({ messages, turns, rows, notes, isPrivate }: LineSources): Line[] {
  const said = rows.flatMap(row => (isSaid(row) ? [{ row, at: row.leftAt ?? row.createdAt }] : []))
  const all = [
    // In the same millisecond the answer comes after what it answers.
    ...messages.map(one => ({ at: one.at, line: theirs(one), row: undefined })),
    ...said.map(({ row, at }) => ({ at, line: ours(row, at), row })),
    ...turns.map(turn => ({ at: turn.at, line: { is: 'turn' as const, ...turn }, row: undefined })),
    ...notes.map(note => ({ at: note.at, line: { is: 'note' as const, ...note }, row: undefined })),
  ].sort((a, b) => a.at - b.at)
  let asked: string | undefined
  return all.map(({ line, row }): Line => {
    if (row) asked = askedAfter(row, asked)
    if (line.is !== 'theirs' || asked === undefined || !isPrivate(asked)) return line
    const { id, at, channel } = line
    return { is: 'private', id, at, channel }
  })
}

function ours(row: OutboxRow, at: number): Line {
  const { _id, channel, text, typed, language, inLanguage, reason, template, by } = row
  return {
    is: 'ours',
    id: _id,
    at,
    channel,
    text: typed ?? text ?? '',
    language: language ?? inLanguage ?? 'nl',
    stage: stageOf(row),
    ...(reason ? { reason } : {}),
    ...(template ? { template } : {}),
    ...(by ? { by } : {}),
  }
}

function theirs({ id, at, message }: LineSources['messages'][number]): Line {
  const { channel, text, media = [], location } = message
  return {
    is: 'theirs',
    id,
    at,
    channel,
    text,
    media: media.map(({ type }, n) => ({ n, kind: mediaKind(type), type })),
    hasPlace: location !== undefined,
  }
}
