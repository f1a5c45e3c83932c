import { AUDIENCES, type Audience } from '../../../domain/contact'
import type { EventReport } from '../../../use-cases/readReport'

/** Which messages are shown. One thing at a time: two at once would let small groups be subtracted. */
export interface FunnelFilter {
  group?: 'language' | 'channel'
  /** All that are shown together with what was asked for, itself included. */
  members: readonly string[]
  audience?: Audience
}

export interface FilterLink {
  by: 'all' | 'language' | 'channel' | 'audience'
  value: string
  query: string
  isCurrent: boolean
}

export function funnelFilter({ classes }: EventReport, query: Record<string, unknown>): FunnelFilter {
  for (const group of ['language', 'channel'] as const) {
    const members = classes[group].find(own => own.includes(String(query[group])))
    if (members) return { group, members }
  }
  const audience = AUDIENCES.find(one => one === query.audience)
  return { members: [], ...(audience ? { audience } : {}) }
}

/** Every language and channel there is keeps its link, also when it is shown together with others. */
export function filterLinks({ classes, steps }: EventReport, filter: FunnelFilter): FilterLink[] {
  const links: FilterLink[] = [
    {
      by: 'all',
      value: '',
      query: '',
      isCurrent: filter.group === undefined && filter.audience === undefined,
    },
  ]
  const audiences = [...new Set(steps.flatMap(({ audience }) => audience ?? []))]
  const add = (
    by: 'language' | 'channel' | 'audience',
    values: readonly string[],
    current: readonly string[],
  ) => {
    if (values.length < 2) return
    for (const value of values)
      links.push({
        by,
        value,
        query: `?${by}=${encodeURIComponent(value)}`,
        isCurrent: current.includes(value),
      })
  }
  add('audience', audiences, filter.audience ? [filter.audience] : [])
  for (const group of ['language', 'channel'] as const)
    add(group, classes[group].flat(), filter.group === group ? filter.members : [])
  return links
}
