import { fieldOf } from './form'

export interface TappedReply {
  id?: string
  title?: string
}

/**
 * The button or list row that was tapped. Lists are not on Twilio's parameter page, so it looks where public
 * integrations found them: own fields, `InteractiveData`, `ChannelMetadata`.
 */
export function readReply(fields: Record<string, string | string[]>): TappedReply {
  const direct = {
    id: fieldOf(fields, 'ButtonPayload') ?? fieldOf(fields, 'ListId'),
    title: fieldOf(fields, 'ButtonText') ?? fieldOf(fields, 'ListTitle'),
  }
  if (direct.id) return direct
  for (const name of ['InteractiveData', 'ChannelMetadata']) {
    const found = search(parse(fieldOf(fields, name)), 4)
    if (found) return { ...direct, ...found }
  }
  return direct
}

const IDS = ['ButtonPayload', 'buttonPayload', 'ListId', 'listId']
const TITLES = ['ButtonText', 'buttonText', 'ListTitle', 'listTitle']

function search(value: unknown, depth: number): TappedReply | undefined {
  if (typeof value !== 'object' || value === null || depth < 0) return undefined
  const record = value as Record<string, unknown>
  for (const key of ['list_reply', 'button_reply']) {
    const reply = record[key] as Record<string, unknown> | null | undefined
    if (typeof reply === 'object' && typeof reply?.id === 'string')
      return { id: reply.id, ...(typeof reply.title === 'string' ? { title: reply.title } : {}) }
  }
  const id = firstText(record, IDS)
  if (id) {
    const title = firstText(record, TITLES)
    return { id, ...(title ? { title } : {}) }
  }
  for (const inner of Object.values(record)) {
    const found = search(inner, depth - 1)
    if (found) return found
  }
  return undefined
}

function firstText(record: Record<string, unknown>, keys: readonly string[]): string | undefined {
  const texts = keys.map(key => record[key])
  return texts.find((text): text is string => typeof text === 'string' && text !== '')
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
