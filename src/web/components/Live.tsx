import type { ComponentChildren } from 'preact'

/**
 * A part of a page that looks again by itself where scripts run; without them a reload does the same. Only this part is
 * exchanged, and what has not changed keeps its focus and what is unfolded.
 * @param id unique on the page and the same at every look
 * @param path the page it stands on, with its query
 * @param seconds between two looks
 */
export function Live({
  id,
  path,
  seconds,
  children,
}: {
  id: string
  path: string
  seconds: number
  children: ComponentChildren
}) {
  return (
    <div
      id={id}
      hx-get={path}
      hx-select={`#${id}`}
      hx-trigger={`every ${seconds}s`}
      hx-swap="outerMorph"
      class="live"
    >
      {children}
    </div>
  )
}
