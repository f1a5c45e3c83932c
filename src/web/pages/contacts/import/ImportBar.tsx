import type { Words } from '../../../words'

export const STEPS = ['columns', 'check', 'done'] as const

/** `1 Columns › 2 Check › 3 Done` */
export function ImportBar({ words, step }: { words: Words; step: (typeof STEPS)[number] }) {
  return (
    <ol class="import-bar" aria-label={words.say('contacts:list.steps')}>
      {STEPS.map((one, index) => (
        <li key={one} aria-current={one === step ? 'step' : undefined}>
          <span class="number">{index + 1}</span> {words.say(`contacts:list.step.${one}`)}
        </li>
      ))}
    </ol>
  )
}
