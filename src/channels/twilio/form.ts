/**
 * A form as it was sent: untrimmed values, a list where a name comes several times. No prototype, so that a field may
 * have any name.
 */
export function readForm(body: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(body)) {
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  return fields
}

/** The first value of a field; undefined when it is absent or empty. */
export function fieldOf(fields: Record<string, string | string[]>, name: string): string | undefined {
  const value = fields[name]
  return (Array.isArray(value) ? value[0] : value) || undefined
}
