/** Ordered answers 0 … values-1. The ladder's codings are nested, finest first; the last one is the split. */
export interface Scale {
  kind: 'scale'
  values: number
  /** The first answer of the high side. */
  split: number
  ladder: number[][][]
}

/** One of several, without order. */
export interface Choice {
  kind: 'choice'
  values: number
}

export type Shape = Scale | Choice

export const SMILEY: Scale = {
  kind: 'scale',
  values: 5,
  split: 3,
  ladder: [
    [[0], [1], [2], [3], [4]],
    [[0, 1], [2], [3], [4]],
    [[0, 1, 2], [3], [4]],
    [
      [0, 1, 2],
      [3, 4],
    ],
  ],
}
/** no, partly, yes */
export const YES_PARTLY_NO: Scale = {
  kind: 'scale',
  values: 3,
  split: 2,
  ladder: [
    [[0], [1], [2]],
    [[0, 1], [2]],
  ],
}
/** no, yes */
export const YES_NO: Scale = { kind: 'scale', values: 2, split: 1, ladder: [[[0], [1]]] }
export const choiceOf = (values: number): Choice => ({ kind: 'choice', values })

export const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
