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

/**
 * Answers from bad to good, in two sides. Neighbours are joined from the far ends inwards, the low side first:
 * 1·2·3·4·5 → 12·3·4·5 → 123·4·5 → 123·45.
 */
export function scaleOf(low: number, high: number): Scale {
  const answers = Array.from({ length: low + high }, (_, answer) => answer)
  const rung = (bottom: number, top: number) => [
    answers.slice(0, bottom),
    ...answers.slice(bottom, -top).map(answer => [answer]),
    answers.slice(-top),
  ]
  return {
    kind: 'scale',
    values: low + high,
    split: low,
    ladder: [
      ...answers.slice(0, low).map(joined => rung(joined + 1, 1)),
      ...answers.slice(1, high).map(joined => rung(low, joined + 1)),
    ],
  }
}

export const SMILEY = scaleOf(3, 2)
/** no, yes */
export const YES_NO = scaleOf(1, 1)
export const choiceOf = (values: number): Choice => ({ kind: 'choice', values })

/** Each side has shades, so that it says how good or how bad: five faces, four steps. */
export const isGraded = (shape: Shape): shape is Scale =>
  shape.kind === 'scale' && shape.split > 1 && shape.values - shape.split > 1

export const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
