import { lowerFirst, type Words } from '../../words'

/** One sign for whatever is hidden, for whatever reason (ux 5.6); who listens hears why. */
export function Hidden({ words }: { words: Words }) {
  return (
    <span class="hidden-figure">
      <span aria-hidden="true">▒ {words.say('reports:hidden')}</span>
      <span class="hidden">{words.say('reports:hidden_to_protect')}</span>
    </span>
  )
}

/** Figures of which too few people are known yet, in one sentence. */
export function TooFew({ captions, words }: { captions: readonly string[]; words: Words }) {
  if (captions.length === 0) return null
  return <p>{words.say('work:report.too_few', { moments: words.list(captions.map(lowerFirst)) })}</p>
}
