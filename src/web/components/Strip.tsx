import type { ComponentChildren } from 'preact'
import { Icon } from './Icon'

/** What has just happened, or what was wrong: under the heading, so that it is there without scripts. */
export function Strip({ kind, children }: { kind: 'done' | 'wrong'; children: ComponentChildren }) {
  return (
    <p class={`strip ${kind}`} role={kind === 'done' ? 'status' : 'alert'} id="strip">
      <Icon name={kind === 'done' ? 'check' : 'alert'} /> <span>{children}</span>
    </p>
  )
}
