/** How long one time takes, on average over so many. */
export async function milliseconds(times: number, deed: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  for (let time = 0; time < times; time++) await deed()
  return (performance.now() - began) / times
}
