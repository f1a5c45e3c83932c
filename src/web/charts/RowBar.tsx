import { mirrored } from './widths'

const WIDTH = 240
const HEIGHT = 14
/** What is hidden is never drawn to scale. */
const HIDDEN_WIDTH = 24

export interface RowBarProps {
  /** Between how many and how many of `of`, the longest bar there may be; null: hidden. */
  value: { lo: number; hi: number } | null
  of: number
  /** Which step of a funnel, from 1; absent: one colour for all rows. */
  step?: 1 | 2 | 3 | 4 | undefined
  direction: 'ltr' | 'rtl'
}

/** One row's bar, for the eye alone: the row's own words say the same. All rows of a table have one scale. */
export function RowBar({ value, of, step, direction }: RowBarProps) {
  const scaled = (count: number) => (of > 0 ? Math.round((WIDTH * count) / of) : 0)
  const sure = value ? scaled(value.lo) : 0
  const open = value ? scaled(value.hi) - sure : HIDDEN_WIDTH
  const rect = (kind: string, x: number, width: number) =>
    width > 0 ? (
      <rect
        class={`part ${kind}`}
        x={mirrored(x, width, WIDTH, direction)}
        width={width}
        height={HEIGHT}
        rx="3"
      />
    ) : null
  return (
    <svg class="row-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width={WIDTH} height={HEIGHT} rx="3" />
      {rect(step ? `f${step}` : 'one', 0, sure)}
      {rect('open', sure, open)}
    </svg>
  )
}
