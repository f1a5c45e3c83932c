import type { Reader } from '../../../domain/report/eventReport'
import type { Speaking } from './reading'

/** How it was counted, once, at the end. */
export function Method({ policy, words, reader }: Pick<Speaking, 'policy' | 'words'> & { reader: Reader }) {
  const { k, s } = policy
  return (
    <section class="sheet method" aria-labelledby="method">
      <h2 id="method">{words.say('reports:method.title')}</h2>
      <ul class="bullets">
        {['who', 'protected', 'joined', 'bounds', 'shares'].map(line => (
          <li key={line}>{words.say(`reports:method.${line}`, { k, s })}</li>
        ))}
        <li>{words.say(reader === 'staff' ? 'reports:method.staff' : 'reports:method.organiser', { k })}</li>
      </ul>
    </section>
  )
}
