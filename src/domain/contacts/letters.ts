/** The letter above a column: 0 is A, 26 is AA. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last
}

/** Null: no letter of a column. */
export function columnOf(letter: string): number | null {
  if (!/^[a-z]{1,2}$/i.test(letter)) return null
  return [...letter.toUpperCase()].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1
}
