import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './Icon'

export type Colour = 'good' | 'wait' | 'bad' | 'read' | 'person' | 'quiet' | 'sea' | 'buoy' | 'planned'

/** Icon, word and colour, always together and in this order (ux 1.5). */
export function Tag({
  icon,
  colour,
  children,
}: {
  icon: IconName
  colour: Colour
  children: ComponentChildren
}) {
  return (
    <span class={`tag ${colour}`}>
      <Icon name={icon} /> <span>{children}</span>
    </span>
  )
}
