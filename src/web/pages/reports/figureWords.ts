import type { Bounds } from '../../../domain/anonymity/totals'
import type { Change } from '../../../domain/report/change'
import { printedMean, type QuestionFigures } from '../../../domain/report/questionFigures'
import { percent } from '../../../domain/report/share'
import { numbersIn } from '../../numbers'
import type { Words } from '../../words'

/** A share says something of twenty people or more; below, the people themselves do (ux 5.5). */
const LEAST_FOR_SHARE = 20

/** What figures say in words; pages, pictures and downloads all take them from here. */
export function figureWords({ say, language }: Words, s: number) {
  const { count, decimal, percent: per } = numbersIn(language)
  const shareOf = (part: number, base: number) => per(percent(part, base, 0) ?? 0)
  const bounds = ({ lo, hi }: Bounds, n: number): string => {
    const values = { lo: count(lo), hi: count(hi), n: count(n), s }
    if (lo === hi) return say('reports:bounds.exact', values)
    if (hi >= n) return say('reports:bounds.at_least', values)
    if (lo === 0) return say(hi === s - 1 ? 'reports:bounds.few' : 'reports:bounds.at_most', values)
    return say('reports:bounds.between', values)
  }
  /** Empty for fewer than twenty. */
  const share = ({ lo, hi }: Bounds, n: number): string => {
    if (n < LEAST_FOR_SHARE) return ''
    const values = { lo: shareOf(lo, n), hi: shareOf(hi, n) }
    if (values.lo === values.hi) return values.lo
    if (hi >= n) return say('reports:share.at_least', values)
    return lo === 0 ? say('reports:share.at_most', values) : say('reports:share.between', values)
  }
  return {
    count,
    bounds,
    share,
    /** `26 of 31 (84 %)` */
    both: (range: Bounds, n: number): string => {
      // A share of next to nobody says nothing that the count does not.
      const inShare = range.lo === 0 ? '' : share(range, n)
      return inShare ? `${bounds(range, n)} (${inShare})` : bounds(range, n)
    },
    /** `55 of 58`, with its share from twenty on. */
    ofBase: (part: number, base: number, decimals = 0): string => {
      const text = say('reports:bounds.exact', { lo: count(part), n: count(base) })
      return base < LEAST_FOR_SHARE ? text : `${text} (${per(percent(part, base, decimals) ?? 0, decimals)})`
    },
    mean: ({ mean }: Pick<QuestionFigures, 'mean'>): string => {
      if (!mean) return ''
      const [lo, hi] = printedMean(mean)
      return lo === hi
        ? say('reports:mean.one', { mean: decimal(lo) })
        : say('reports:mean.between', { lo: decimal(lo), hi: decimal(hi) })
    },
    decimal,
    change: (change: Change, since: string): string => say(`reports:change.${change}`, { since }),
  }
}

export type FigureWords = ReturnType<typeof figureWords>
