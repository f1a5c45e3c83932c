import type { Words } from '../../words'

/** One sign for whatever is hidden, for whatever reason (ux 5.6); who listens hears why. */
export function Hidden({ words }: { words: Words }) {
  return (
    <span class="hidden-figure">
      <span aria-hidden="true">▒ {words.say('reports:hidden')}</span>
      <span class="hidden">{words.say('reports:hidden_to_protect')}</span>
    </span>
  )
}
