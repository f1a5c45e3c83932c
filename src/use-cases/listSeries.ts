import type { Campaign } from '../domain/campaign'
import type { Documents } from '../ports/documents'

/** Events that belong together. */
export interface Series {
  id: string
  /** Of the last event. */
  name: string
}

/** By name. @param campaigns newest first */
export function seriesIn(campaigns: readonly Pick<Campaign, 'series' | 'event'>[]): Series[] {
  const names = new Map(campaigns.toReversed().map(({ series, event }) => [series, event.name]))
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name))
}

export const listSeries = async (documents: Documents, organisation: string): Promise<Series[]> =>
  seriesIn(await documents.collection('campaigns').list({ organisation }, { sort: [['event.start', -1]] }))
