import type { ConversationEvent, StoredInbound } from '../conversation'
import { askedAfter, isSaid } from '../inbox/asked'
import type { ChannelName, LanguageTag } from '../message'
import type { OutboxRow } from '../outbox'
import { type Stage, stageOf } from '../report/stage'

/** One line of what went between us and one person. */
export type HistoryLine =
  | {
      kind: 'sent'
      id: string
      /** When it left; what has not left: when it was due. */
      at: number
      channel: ChannelName
      stage: Stage
      reason?: string
      /** Absent before it is rendered, and when it never left. */
      text?: string
      language?: LanguageTag
      campaign?: string
      step?: string
    }
  | {
      kind: 'received'
      id: string
      at: number
      channel: ChannelName
      text: string
      /** `image/jpeg`, one for each file. */
      media: string[]
      place: boolean
    }
  /** They answered a talk that is not for staff at the desk. */
  | { kind: 'private'; id: string; at: number; channel: ChannelName }

export type Said = Omit<Extract<ConversationEvent, { kind: 'message' }>, 'kind' | 'channel'>

/**
 * Oldest first. What waits for its turn is not told yet: it may be an anonymous answer, and of those nothing is here, not
 * even when one came. What answers a private dialog is only named.
 */
export function historyOf(
  rows: readonly OutboxRow[],
  inbound: readonly StoredInbound[],
  unlocked: (locked: string) => Said,
  isPrivate: (dialog: string) => boolean,
): HistoryLine[] {
  const lines = [
    ...rows.flatMap(row => sentLine(row).map(line => ({ line, row }))),
    ...inbound.flatMap(one => receivedLine(one, unlocked).map(line => ({ line, row: undefined }))),
  ].sort(({ line: a }, { line: b }) => a.at - b.at || (a.id < b.id ? -1 : 1))
  let asked: string | undefined
  return lines.map(({ line, row }): HistoryLine => {
    if (row && isSaid(row)) asked = askedAfter(row, asked)
    if (line.kind !== 'received' || asked === undefined || !isPrivate(asked)) return line
    const { id, at, channel } = line
    return { kind: 'private', id, at, channel }
  })
}

/** A row that only opened a dialog says nothing itself; what the dialog said has rows of its own. */
function sentLine(row: OutboxRow): HistoryLine[] {
  if (row.state === 'started') return []
  const { _id: id, channel, reason, text, language, campaign, step } = row
  return [
    {
      kind: 'sent',
      id,
      at: row.leftAt ?? row.dueAt,
      channel,
      stage: stageOf(row),
      ...(reason !== undefined && { reason }),
      ...(text !== undefined && { text }),
      ...(language !== undefined && { language }),
      ...(campaign !== undefined && { campaign }),
      ...(step !== undefined && { step }),
    },
  ]
}

function receivedLine(
  { _id: id, at, handled, event }: StoredInbound,
  unlocked: (locked: string) => Said,
): HistoryLine[] {
  if (event.kind !== 'message' || handled === false) return []
  const { text, media = [], location } = unlocked(event.locked)
  const types = media.map(({ type }) => type)
  return [
    { kind: 'received', id, at, channel: event.channel, text, media: types, place: location !== undefined },
  ]
}
