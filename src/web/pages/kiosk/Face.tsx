/** Mouth, brows and eyes of the five faces, worst first: shapes differ, not colours alone (ux 7.4). */
const FEATURES: readonly { mouth: string; eyes: string; brows?: string }[] = [
  // Sad, not angry: the brows rise at their inner ends.
  { mouth: 'M30 74c8-14 32-14 40 0', eyes: 'M36 46h.01M64 46h.01', brows: 'M25 38l16-8M75 38l-16-8' },
  { mouth: 'M32 70c9-7 27-7 36 0', eyes: 'M36 42h.01M64 42h.01' },
  { mouth: 'M32 67h36', eyes: 'M36 42h.01M64 42h.01' },
  { mouth: 'M32 64c9 8 27 8 36 0', eyes: 'M36 42h.01M64 42h.01' },
  { mouth: 'M27 58c4 26 42 26 46 0z', eyes: 'M28 44c4-8 12-8 16 0M56 44c4-8 12-8 16 0' },
]

/** @param face 1 worst to 5 best; what is stored, whatever the reading direction */
export function Face({ face }: { face: number }) {
  const { mouth, eyes, brows } = FEATURES[face - 1]!
  return (
    <svg class={`face face-${face}`} viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="46" />
      {brows ? <path d={brows} /> : null}
      <path class="eyes" d={eyes} />
      <path class="mouth" d={mouth} />
    </svg>
  )
}
