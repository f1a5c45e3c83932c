import type { ComponentChildren } from 'preact'

export interface FigureProps {
  /** Unique on the page. */
  id: string
  title: string
  /** What it shows, in words: it comes before the picture. */
  finding: ComponentChildren
  picture: ComponentChildren
  /** The same figures as a table. */
  table: ComponentChildren
  asTable: string
}

/** Sentence first, picture second, table third (ux 3.17). */
export function Figure(props: FigureProps) {
  const { id, title, finding, picture, table, asTable } = props
  return (
    <figure class="chart" id={id} aria-labelledby={`${id}-h`}>
      <h3 id={`${id}-h`}>{title}</h3>
      <p class="finding">{finding}</p>
      {picture}
      <details class="twin">
        <summary>{asTable}</summary>
        {table}
      </details>
    </figure>
  )
}
