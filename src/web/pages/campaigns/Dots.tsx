import type { CampaignLine } from '../../../use-cases/readCampaigns'

const STEP = 18
const SIZE = 12

/** The bridge in small, beside the sentence that says the same. */
export function Dots({ dots }: Pick<CampaignLine, 'dots'>) {
  if (dots.length === 0) return null
  const width = (dots.length - 1) * STEP + SIZE
  const middle = SIZE / 2
  return (
    <svg class="dots" viewBox={`0 0 ${width} ${SIZE}`} width={width} height={SIZE} aria-hidden="true">
      <path d={`M${middle} ${middle}H${width - middle}`} />
      {dots.map(({ is, past }, index) => (
        <circle
          key={index}
          class={`${is} ${past ? 'past' : 'coming'}`}
          cx={index * STEP + middle}
          cy={middle}
          r={is === 'event' ? 5 : 4}
        />
      ))}
    </svg>
  )
}
