import { type ReadLines, readLines } from './readLines'

/** When they first wrote what did not stand on the page yet; undefined: they have not. */
export async function wroteAfter(
  deps: ReadLines,
  contact: string,
  seen: number,
): Promise<number | undefined> {
  const lines = await readLines(deps, contact)
  return lines.find(({ is, at }) => at > seen && (is === 'theirs' || is === 'private'))?.at
}
