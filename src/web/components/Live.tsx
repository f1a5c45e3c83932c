import type { ComponentChildren } from 'preact'

/**
 * A part of a page that looks again by itself where scripts run; without them a reload does the same. Only this part is
 * exchanged, and what has not changed keeps its focus and what is unfolded.
 * @param id unique on the page and the same at every look
 * @param path the page it stands on, with its query
 * @param posts what is searched for, where that is nobody's business in an address
 * @param seconds between two looks; undefined: nothing moves any more
 */
export function Live({
  id,
  path,
  posts,
  seconds,
  children,
}: {
  id: string
  path: string
  posts?: Readonly<Record<string, string>> | undefined
  seconds: number | undefined
  children: ComponentChildren
}) {
  const looksAgain = seconds !== undefined && {
    'hx-get': posts ? undefined : path,
    'hx-post': posts && path,
    'hx-vals': posts && JSON.stringify(posts),
    'hx-select': `#${id}`,
    'hx-trigger': `every ${seconds}s`,
    'hx-swap': 'outerMorph',
  }
  return (
    <div id={id} {...looksAgain} class="live">
      {children}
    </div>
  )
}
