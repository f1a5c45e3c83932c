import type { Guest } from '../../../domain/day/guests'
import { Icon } from '../../components/Icon'
import { Tag } from '../../components/Tag'
import type { Words } from '../../words'
import type { DayPageProps } from './DayPage'

type RowProps = DayPageProps & { path: string; guest: Guest }

/** Most who ever come along with one person. */
export const MOST_ALONG = 20

export function GuestRow(props: RowProps) {
  const { guest, words } = props
  const { say } = words
  return (
    <li
      id={`guest-${guest.contact}`}
      class={guest.attended ? 'guest here' : 'guest'}
      data-find={guest.find}
      data-contact={guest.contact}
    >
      <div class="who">
        <h2>
          <bdi>{guest.name || say('people.unknown')}</bdi>
        </h2>
        <p class="soft">
          {[
            words.languageName(guest.language),
            ...(guest.phoneEnd ? [say('day:phone_end', { end: guest.phoneEnd })] : []),
            ...guest.needs.map(need => words.sayOr(`needs.${need}`, 'needs.other')),
          ].join(' · ')}
        </p>
        <Standing {...props} />
      </div>
      {guest.attended ? <Company {...props} /> : <IsHere {...props} />}
      <p class="waits" hidden>
        <Icon name="clock" /> {say('day:waits')}
      </p>
    </li>
  )
}

/** Icon and word for what differs from "said yes and is not here yet". */
function Standing({ guest, words, reading }: RowProps) {
  const { say } = words
  const { marked, attended, rsvp, walkIn } = guest
  const by = reading.staff[marked?.by ?? '']
  const whenAndBy = [
    ...(marked ? [words.hour(marked.at)] : []),
    ...(by ? [say('day:by', { name: by })] : []),
  ].join(', ')
  return (
    <p class="tags">
      {attended === true ? (
        <Tag icon="check" colour="good">
          {marked ? say('day:since', { when: whenAndBy }) : say('day:is_here')}
        </Tag>
      ) : null}
      {attended === false ? (
        <Tag icon="minus" colour="quiet">
          {say('day:was_not_there')}
        </Tag>
      ) : null}
      {walkIn ? (
        <Tag icon="people" colour="read">
          {say('day:walked_in')}
        </Tag>
      ) : null}
      {!attended && rsvp !== 'yes' && !walkIn ? (
        <Tag icon={rsvp === 'no' ? 'cross' : 'question'} colour="quiet">
          {say(`day:said.${rsvp ?? 'nothing'}`)}
        </Tag>
      ) : null}
    </p>
  )
}

function Common({ guest, show }: RowProps) {
  return (
    <>
      <input type="hidden" name="contact" value={guest.contact} />
      <input type="hidden" name="show" value={show} />
    </>
  )
}

/** One tap takes along who was announced; whoever comes with more or fewer people unfolds it first. */
function IsHere(props: RowProps) {
  const { guest, words, path } = props
  const { say } = words
  return (
    <form method="post" action={`${path}/here`} data-tap class="is-here">
      <Common {...props} />
      <details>
        <summary>{alongWords(guest, words) || say('day:alone')}</summary>
        <div class="fields">
          {(['companions', 'children'] as const).map(who => (
            <label key={who}>
              {say(`day:${who}`)}
              <input
                type="number"
                inputMode="numeric"
                name={who}
                min={0}
                max={MOST_ALONG}
                value={guest[who]}
              />
            </label>
          ))}
        </div>
      </details>
      <button type="submit" class="here">
        <Icon name="check" /> {say('day:check_in')}
        <span class="hidden">: {guest.name}</span>
      </button>
    </form>
  )
}

/** Who is here: others may come later, and a wrong tap is taken back. */
function Company(props: RowProps) {
  const { guest, words, path } = props
  const { say } = words
  return (
    <div class="company">
      {guest.marked ? (
        <details>
          <summary>{alongWords(guest, words) || say('day:alone')}</summary>
          {(['companions', 'children'] as const).map(who => (
            <div key={who} class="stepper">
              <span>{say(`day:${who}`)}</span>
              {guest[who] > 0 ? <Step {...props} who={who} by={-1} /> : null}
              <strong>{guest[who]}</strong>
              {guest[who] < MOST_ALONG ? <Step {...props} who={who} by={1} /> : null}
            </div>
          ))}
        </details>
      ) : null}
      {guest.marked ? (
        <form method="post" action={`${path}/undo`} data-tap>
          <Common {...props} />
          <input type="hidden" name="at" value={guest.marked.at} />
          <button type="submit" class="quiet">
            {say('form.undo')}
            <span class="hidden">: {guest.name}</span>
          </button>
        </form>
      ) : null}
    </div>
  )
}

function Step({ who, by, ...props }: RowProps & { who: 'companions' | 'children'; by: 1 | -1 }) {
  const { guest, words, path } = props
  return (
    <form method="post" action={`${path}/company`} data-tap>
      <Common {...props} />
      <input type="hidden" name="who" value={who} />
      <input type="hidden" name="from" value={guest[who]} />
      <input type="hidden" name="to" value={guest[who] + by} />
      <button type="submit">
        <span aria-hidden="true">{by > 0 ? '+' : '−'}</span>
        <span class="hidden">
          {words.say(by > 0 ? 'day:one_more' : 'day:one_less')} {words.say(`day:${who}`)}: {guest.name}
        </span>
      </button>
    </form>
  )
}

/** `met 1 volwassene en 2 kinderen` */
export function alongWords(guest: Pick<Guest, 'companions' | 'children'>, words: Words): string {
  const parts = (['companions', 'children'] as const).flatMap(who =>
    guest[who] > 0 ? [words.say(`day:with.${who}`, { count: guest[who] })] : [],
  )
  return parts.length > 0 ? words.say('day:with.all', { who: words.list(parts) }) : ''
}
