/** Once on each page with charts. On paper each part has lines of its own, so that grey does; the open part has them always. */
export function Hatches() {
  return (
    <svg class="defs" width="0" height="0" aria-hidden="true">
      <defs>
        <Lines id="hatch-s1" step={4} turn={45} />
        <Lines id="hatch-s2" step={10} turn={45} />
        <pattern id="hatch-s4" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect class="hatch-paper" width="6" height="6" />
          <circle class="hatch-ink" cx="2" cy="2" r="1.200" />
        </pattern>
        <Lines id="hatch-open" step={8} turn={-45} />
      </defs>
    </svg>
  )
}

function Lines({ id, step, turn }: { id: string; step: number; turn: number }) {
  return (
    <pattern
      id={id}
      width={step}
      height={step}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${turn})`}
    >
      <rect class="hatch-paper" width={step} height={step} />
      <rect class="hatch-ink" width="1.500" height={step} />
    </pattern>
  )
}
