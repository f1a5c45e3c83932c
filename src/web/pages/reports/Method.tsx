import type { Reading } from './reading'

/** How it was counted, once, at the end. */
export function Method({ report, words }: Reading) {
  const { k, s } = report.policy
  return (
    <section class="sheet method" aria-labelledby="method">
      <h2 id="method">{words.say('reports:method.title')}</h2>
      <ul class="bullets">
        {['who', 'protected', 'joined', 'bounds', 'shares'].map(line => (
          <li key={line}>{words.say(`reports:method.${line}`, { k, s })}</li>
        ))}
        <li>
          {words.say(report.reader === 'staff' ? 'reports:method.staff' : 'reports:method.organiser', { k })}
        </li>
      </ul>
    </section>
  )
}
