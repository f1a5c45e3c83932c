/** Half up on the exact fraction, with whole numbers throughout: a rounded number is never rounded again. */
export const halfUp = (part: number, whole: number): number => Math.floor((2 * part + whole) / (2 * whole))

/** Per cent of a base, which is always printed beside it; null where there is nobody to divide by. */
export function percent(part: number, base: number, decimals = 1): number | null {
  const steps = 10 ** decimals
  return base > 0 ? halfUp(part * 100 * steps, base) / steps : null
}
