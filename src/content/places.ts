import type { Rendered, TextKey } from '../domain/message'

export type Values = Record<string, string | number>

/** Stand around a name while the text is looked up: private-use letters that no text contains. */
const OPEN = '\uE000'
const CLOSE = '\uE001'
const PLACE = /\uE000([^\uE001]*)\uE001/g

/** A value that a template needs and nobody has: WhatsApp refuses an empty one. */
const NOTHING = '–'

export const openPlace = (name: string): string => `${OPEN}${name.trim()}${CLOSE}`

const isKnown = (value: string | number | undefined): value is string | number =>
  value !== undefined && value !== ''

/**
 * Puts the values in. A line whose value nobody has ("Parking: …") is left out, unless it is all there is.
 * @param pattern a text in which each place is an `openPlace`
 */
export function fillPlaces(pattern: string, values: Values, isolate: (value: string) => string): string {
  const lines = pattern.split('\n')
  const full = lines.filter(line => [...line.matchAll(PLACE)].every(([, name = '']) => isKnown(values[name])))
  return (full.length > 0 ? full : lines)
    .map(line => line.replaceAll(PLACE, (_, name: string) => isolate(String(values[name] ?? ''))))
    .join('\n')
}

/** The same with {{1}}, {{2}}… in order of appearance: what WhatsApp approves once, and its values this time. */
export function asTemplate(
  keys: readonly TextKey[],
  parts: readonly { pattern: string; values: Values }[],
  isolate: (value: string) => string,
): NonNullable<Rendered['template']> {
  const values: string[] = []
  const bodies = parts.map(({ pattern, values: own }) =>
    pattern.replaceAll(PLACE, (_, name: string) => {
      const value = own[name]
      values.push(isKnown(value) ? String(value).replaceAll(/\s+/g, ' ').trim() : NOTHING)
      return isolate(`{{${values.length}}}`)
    }),
  )
  return { name: templateName(keys), pattern: bodies.join('\n'), values }
}

/** `timelines/networking-event:invitation` → `networking_event_invitation`; WhatsApp allows small letters, digits and _. */
export const templateName = (keys: readonly TextKey[]): string =>
  keys
    .map(key =>
      key
        .replace(/^(dialogs|timelines)\//, '')
        .replaceAll(/[^a-zA-Z0-9]+/g, '_')
        .toLowerCase(),
    )
    .join('__')
