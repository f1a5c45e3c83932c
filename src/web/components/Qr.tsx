import encodeQR from 'qr'

/** Modules of white on each side; scanners need them. */
const QUIET = 4

/**
 * A QR code that prints sharp: one path, black on white, level M.
 * @param millimetres of the code itself; the white around it comes on top
 */
export function Qr({ text, millimetres, label }: { text: string; millimetres: number; label: string }) {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })
  const size = modules.length
  const whole = `${((millimetres * size) / (size - 2 * QUIET)).toFixed(2)}mm`
  const dark = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      width={whole}
      height={whole}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
