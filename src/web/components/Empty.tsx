import type { ComponentChildren } from 'preact'

/** Nothing here yet: a faint arch, what belongs here, and the one next step. */
export function Empty({ children }: { children: ComponentChildren }) {
  return (
    <div class="empty">
      <svg viewBox="0 0 120 48" aria-hidden="true">
        <path d="M4 16h112M8 44c0-28 52-28 52 0c0-28 52-28 52 0" />
      </svg>
      <p>{children}</p>
    </div>
  )
}
