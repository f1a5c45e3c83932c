import type { Conclusion } from '../../domain/report/conclusion'
import { collection, key, named, number, text } from './fields'

export const conclusions = collection<Conclusion>(
  {
    organisation: key(),
    campaign: key(),
    series: key(),
    learned: text(),
    action: text(),
    owner: text(),
    before: text(),
    state: named<Conclusion['state']>({ open: true, done: true, dropped: true }),
    rev: number(),
    by: key(),
    at: number(),
  },
  [{ on: ['campaign', '_id'] }, { on: ['series', 'state', '_id'] }],
)
