import type { Pier } from '../../../domain/report/bridge'
import { Icon, type IconName } from '../../components/Icon'
import type { Words } from '../../words'
import { stepName } from './whyThen'

/** The timeline as a bridge: a deck on arches, each day a pier, the event the flag. Stands upright where it is narrow. */
export function Bridge({ piers, words, event }: { piers: Pier[]; words: Words; event: string }) {
  const here = piers.find(({ state }) => state === 'now') ?? piers.find(({ state }) => state === 'coming')
  return (
    <section class="sheet bridge" aria-labelledby="bridge">
      <h2 id="bridge" class="hidden">
        {words.say('bridge.title')}
      </h2>
      <ol>
        {piers.map((pier, index) => (
          <li
            key={`${pier.is}.${pier.steps[0] ?? ''}`}
            class={`${pier.state} ${pier.is}`}
            aria-current={pier === here ? 'step' : undefined}
          >
            {index < piers.length - 1 ? <Arch built={isBuilt(piers[index + 1])} /> : null}
            <PierSign pier={pier} />
            <PierWords pier={pier} words={words} event={event} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const isBuilt = (next: Pier | undefined) => next?.state === 'done' || next?.state === 'now'

/** From the middle of this pier to the middle of the next; mirrors by itself, because an arch is the same both ways. */
function Arch({ built }: { built: boolean }) {
  return (
    <svg
      class={built ? 'arch built' : 'arch'}
      viewBox="0 0 100 44"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path class="fill" d="M0 2H100V44C96 8 4 8 0 44Z" />
      <path class="curve" d="M0 44C4 8 96 8 100 44" />
      <path class="deck" d="M0 2H100" />
    </svg>
  )
}

const SIGNS: Record<Pier['is'], IconName> = {
  event: 'flag',
  message: 'chat',
  call: 'phone',
  letter: 'letter',
  talk: 'talk',
}
const OWN_SIGN: Record<string, IconName> = {
  preparation: 'bulb',
  reminder: 'bell',
  thank_you: 'smile',
  evaluation: 'smile',
  save_the_date: 'calendar',
}

function PierSign({ pier }: { pier: Pier }) {
  const own = pier.steps.map(step => OWN_SIGN[step]).find(sign => sign !== undefined)
  const icon = pier.is === 'event' ? 'flag' : (own ?? SIGNS[pier.is])
  const name =
    pier.state === 'skipped' ? 'ban' : pier.state === 'done' && pier.is !== 'event' ? 'check' : icon
  return (
    <span class="pier" aria-hidden="true">
      <Icon name={name} />
      {pier.failed > 0 ? <span class="failed">{pier.failed}</span> : null}
    </span>
  )
}

function PierWords({ pier, words, event }: { pier: Pier; words: Words; event: string }) {
  const [first] = pier.steps
  const names = pier.steps.map(step => stepName(step, words))
  return (
    <span class="names">
      {first === undefined ? (
        <strong>
          <bdi>{event}</bdi>
        </strong>
      ) : (
        <a href={pier.waiting > 0 ? '#tasks' : `#step-${first}`}>{words.list(names)}</a>
      )}
      <span class="when">
        <time dateTime={new Date(pier.at).toISOString()}>{words.day(pier.at)}</time>
        {pier.waiting > 0 ? <span> · {words.say('bridge.waiting', { count: pier.waiting })}</span> : null}
      </span>
      <span class="hidden">
        {words.say(`bridge.${pier.state}`)}
        {pier.failed > 0 ? ` ${words.say('bridge.failed', { count: pier.failed })}` : ''}
      </span>
    </span>
  )
}
