import { mirrored, widthsOf } from './widths'

/** s1 to s5 from bad to good; f1 to f4 from sent to answered; `open`: people of whom nothing more is printed. */
export type Shade = 's1' | 's2' | 's3' | 's4' | 's5' | 'open'

export interface Part {
  shade: Shade
  count: number
  /** Stands under the part, where there is room for it. */
  label: string
  /** Stands above the part, so that no colour has to be told from another; empty: nothing does. */
  sign: string
}

export interface LaidPart {
  shade: Shade
  x: number
  width: number
  /** Absent: no room; the table says it. */
  label?: { text: string; x: number }
  sign?: { text: string; x: number }
}

const GAP = 2
/** Of one sign at the smallest size we print. */
const SIGN = 8

/** A bar of 100 %: parts side by side, empty ones left out, in reading direction. */
export function layStack(parts: readonly Part[], whole: number, direction: 'ltr' | 'rtl'): LaidPart[] {
  const shown = parts.filter(({ count }) => count > 0)
  if (shown.length === 0) return []
  const widths = widthsOf(
    shown.map(({ count }) => count),
    whole - GAP * (shown.length - 1),
  )
  let at = 0
  return shown.map(({ shade, label, sign }, index) => {
    const width = widths[index]!
    const x = mirrored(at, width, whole, direction)
    at += width + GAP
    const fitting = (text: string) =>
      text !== '' && text.length * SIGN <= width ? { text, x: x + width / 2 } : undefined
    const [below, above] = [fitting(label), fitting(sign)]
    return { shade, x, width, ...(below ? { label: below } : {}), ...(above ? { sign: above } : {}) }
  })
}
