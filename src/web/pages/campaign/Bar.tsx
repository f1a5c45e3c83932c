import { widthsOf } from '../../charts/widths'

const WIDTH = 240
const HEIGHT = 13
const GAP = 2

/** A bar of parts side by side, for the eye alone: the words are beside it. Widths are whole and add up. */
export function Bar({ parts }: { parts: readonly (readonly [name: string, count: number])[] }) {
  const shown = parts.filter(([, count]) => count > 0)
  const widths = widthsOf(
    shown.map(([, count]) => count),
    WIDTH - GAP * (shown.length - 1),
  )
  let x = 0
  return (
    <svg class="bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {shown.map(([name], index) => {
        const width = widths[index] ?? 0
        const at = x
        x += width + GAP
        return <rect key={name} class={`segment ${name}`} x={at} width={width} height={HEIGHT} rx="3" />
      })}
    </svg>
  )
}

/** What did not arrive is hatched: it can be told apart without colour. Once on each page that has bars. */
export function Hatch() {
  return (
    <svg class="defs" width="0" height="0" aria-hidden="true">
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="6" height="6" />
        <rect class="hatch-line" width="3" height="6" />
      </pattern>
    </svg>
  )
}
