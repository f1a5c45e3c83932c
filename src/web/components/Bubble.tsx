import type { ComponentChildren } from 'preact'
import type { ChannelName, Choice } from '../../domain/message'
import type { Words } from '../words'
import { Icon, type IconName } from './Icon'
import { MarkedText } from './MarkedText'

/** Where one message is. `not_yet`: nobody has it, a preview or a plan. */
export type BubbleState = 'not_yet' | 'waiting' | 'sent' | 'delivered' | 'read' | 'failed'

export interface BubbleProps {
  words: Words
  /** Of the organisation, bot and staff alike; or of the person. */
  side: 'ours' | 'theirs'
  channel: ChannelName
  /** Language and direction of the text, not of the page. */
  language: string
  direction: 'ltr' | 'rtl'
  text: string
  /** Absent: nothing is known or to be said about it, as with what a person wrote. */
  state?: BubbleState | undefined
  /** Epoch milliseconds. */
  at?: number | undefined
  /** It left as a template: which, in words for staff. */
  template?: string | undefined
  /** SMS: how many parts. */
  parts?: number | undefined
  /** Up to three become buttons, more an open list. */
  choices?: readonly Choice[] | undefined
  /** Id of the choice that was tapped. */
  chosen?: string | undefined
  /** Why it did not arrive, in words. */
  failure?: string | undefined
  /** Above the text: a picture, a voice note to play. */
  children?: ComponentChildren
}

/**
 * Bubbles, oldest first, in a list.
 * @param seen on a phone what we wrote came in; on our desk it went out
 * @param direction of the page or phone around them
 */
export function Wall({
  seen,
  direction,
  label,
  children,
}: {
  seen: 'on-phone' | 'on-desk'
  direction: 'ltr' | 'rtl'
  label: string
  children: ComponentChildren
}) {
  return (
    <div class="wall" dir={direction}>
      <ol class={`lines ${seen}`} aria-label={label}>
        {children}
      </ol>
    </div>
  )
}

/** One message as a phone shows it: in previews, in the inbox, in a person's history. Stands in a `Wall`. */
export function Bubble(props: BubbleProps) {
  const { side, channel, language, direction, text, state, template, failure, words, children } = props
  const shape = state === 'failed' ? 'failed' : state === 'not_yet' ? 'not-yet' : ''
  return (
    <li class={`line ${side}`}>
      <div class={`bubble ${channel} ${shape}`} lang={language} dir={direction}>
        {template ? (
          <p class="template" lang={words.language} dir={words.direction}>
            <Icon name="seal" /> {words.say('bubble:template', { name: template })}
          </p>
        ) : null}
        {children}
        {text === '' ? null : (
          <p class="text">
            <MarkedText text={text} />
          </p>
        )}
        <Meta {...props} />
      </div>
      {failure ? <p class="failure">{words.say('bubble:failed', { reason: failure })}</p> : null}
      <Choices {...props} />
    </li>
  )
}

const TICKS: Partial<Record<BubbleState, IconName>> = {
  waiting: 'clock',
  sent: 'check',
  delivered: 'checks',
  read: 'checks',
  failed: 'alert',
}

/** An SMS has no ticks: nobody is told whether it was read. */
function Meta({ words, channel, state, at, parts }: BubbleProps) {
  const tick = state && (channel === 'whatsapp' || state === 'failed') ? TICKS[state] : undefined
  if (at === undefined && parts === undefined && !tick) return null
  return (
    <p class="meta" lang={words.language}>
      {parts === undefined ? null : <span>{words.say('bubble:parts', { count: parts })}</span>}
      {parts !== undefined && at !== undefined ? <span>·</span> : null}
      {at === undefined ? null : (
        <time dateTime={new Date(at).toISOString()}>
          <bdi dir="ltr">{words.hour(at)}</bdi>
        </time>
      )}
      {tick ? (
        <span class={`tick ${state === 'failed' ? 'unheard' : state}`}>
          <Icon name={tick} />
          <span class="hidden"> {words.say(`bubble:state.${state}`)}</span>
        </span>
      ) : null}
    </p>
  )
}

const MOST_BUTTONS = 3
const SHORT = { each: 8, together: 16 }

function Choices({ choices = [], chosen, language, direction, words }: BubbleProps) {
  if (choices.length === 0) return null
  const mark = (id: string) =>
    id === chosen ? (
      <>
        {' '}
        <Icon name="check" />
        <span class="hidden"> {words.say('bubble:chosen')}</span>
      </>
    ) : null
  if (choices.length > MOST_BUTTONS)
    return (
      <ul class="rows" lang={language} dir={direction}>
        {choices.map(({ id, label, description }) => (
          <li key={id}>
            {label}
            {mark(id)}
            {description ? <small>{description}</small> : null}
          </li>
        ))}
      </ul>
    )
  const sizes = choices.map(({ label }) => [...label].length)
  const isShort =
    sizes.length === MOST_BUTTONS &&
    sizes.every(size => size <= SHORT.each) &&
    sizes.reduce((sum, size) => sum + size, 0) <= SHORT.together
  const shape = ['buttons', ...(isShort ? ['row'] : []), ...(chosen === undefined ? [] : ['done'])]
  return (
    <ul class={shape.join(' ')} lang={language} dir={direction}>
      {choices.map(({ id, label }) => (
        <li key={id}>
          {label}
          {mark(id)}
        </li>
      ))}
    </ul>
  )
}
