import type { ComponentChildren } from 'preact'

/** One sheet of A4 or more: about what, of whom, the body, and under it how it was made. */
export function Paper({
  about,
  organisation,
  footer,
  children,
}: {
  about: ComponentChildren
  organisation: string
  footer: string
  children: ComponentChildren
}) {
  return (
    <article class="paper">
      <header>
        <p>{about}</p>
        <p>
          <bdi>{organisation}</bdi>
        </p>
      </header>
      {children}
      <footer>{footer}</footer>
    </article>
  )
}
