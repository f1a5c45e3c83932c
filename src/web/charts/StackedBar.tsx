import { layStack, type Part, type Shade } from './layStack'

export interface StackedBarProps {
  /** Unique on the page. */
  id: string
  title: string
  /** Every figure of the picture, in words. */
  description: string
  parts: readonly Part[]
  direction: 'ltr' | 'rtl'
}

/** The light colours, so that a picture saved by itself keeps them; the sheet changes them for dark and print. */
const FILL: Record<Shade, string> = {
  s1: '#8a2d12',
  s2: '#dd8a6d',
  s3: '#e4e1d6',
  s4: '#4aa9bd',
  s5: '#0d4450',
  open: '#eceade',
}

const DRAWINGS = [
  { name: 'wide', width: 640, bar: 32 },
  { name: 'narrow', width: 320, bar: 28 },
] as const

/** Room for what stands above a bar, and for what stands under it. */
const ABOVE = 18
const UNDER = 22

/** One bar of 100 %, drawn twice: the sheet shows the drawing for which there is room, and hides the other from everybody. */
export function StackedBar({ id, title, description, parts, direction }: StackedBarProps) {
  return (
    <>
      {DRAWINGS.map(({ name, width, bar }) => (
        <svg
          key={name}
          role="img"
          class={`chart-svg ${name}`}
          viewBox={`0 0 ${width} ${ABOVE + bar + UNDER}`}
          width={width}
          height={ABOVE + bar + UNDER}
          aria-labelledby={`${id}-${name}-t`}
          aria-describedby={`${id}-${name}-d`}
        >
          <title id={`${id}-${name}-t`}>{title}</title>
          <desc id={`${id}-${name}-d`}>{description}</desc>
          <g>
            {layStack(parts, width, direction).map(({ shade, x, width: own, label, sign }) => (
              <g key={x}>
                <rect
                  class={`part ${shade}`}
                  fill={FILL[shade]}
                  x={x}
                  y={ABOVE}
                  width={own}
                  height={bar}
                  rx="3"
                />
                {sign ? (
                  <text class="lab sign" x={sign.x} y={ABOVE - 6} text-anchor="middle">
                    {sign.text}
                  </text>
                ) : null}
                {label ? (
                  <text class="lab" x={label.x} y={ABOVE + bar + 16} text-anchor="middle" direction="ltr">
                    {label.text}
                  </text>
                ) : null}
              </g>
            ))}
          </g>
        </svg>
      ))}
    </>
  )
}
