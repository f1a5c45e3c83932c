import type { ComponentChildren } from 'preact'
import { Icon } from './Icon'

/** The deed that takes back what has just been done. */
export interface Undo {
  action: string
  fields: Readonly<Record<string, string>>
  /** The words on the button. */
  label: string
}

/** What has just happened, or what was wrong: under the heading, so that it is there without scripts. */
export function Strip({
  kind,
  undo,
  children,
}: {
  kind: 'done' | 'wrong'
  undo?: Undo | undefined
  children: ComponentChildren
}) {
  return (
    <div class={`strip ${kind}`} role={kind === 'done' ? 'status' : 'alert'} id="strip">
      <Icon name={kind === 'done' ? 'check' : 'alert'} /> <p>{children}</p>
      {undo ? (
        <form method="post" action={undo.action}>
          {Object.entries(undo.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="quiet">
            {undo.label}
          </button>
        </form>
      ) : null}
    </div>
  )
}
