import type { EventLine } from './overEvents'

/** By person, the ISO day of the first event that is over and that they came to: from there months are counted. */
export function firstActions(
  lines: readonly Pick<EventLine, 'event' | 'isOver' | 'people'>[],
): Map<string, string> {
  const first = new Map<string, string>()
  for (const { event, isOver, people } of lines) {
    if (!isOver) continue
    const day = event.start.slice(0, 'YYYY-MM-DD'.length)
    for (const contact of people) if (day < (first.get(contact) ?? '9999')) first.set(contact, day)
  }
  return first
}
