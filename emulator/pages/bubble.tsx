import { MarkedText } from '../../src/web/components/MarkedText'
import type { BubbleModel } from './bubbleModel'
import { Icon, type IconName } from './icons'
import type { Words } from './words'

const TICK_ICONS: Record<NonNullable<BubbleModel['tick']>, IconName> = {
  clock: 'clock',
  one: 'one',
  two: 'two',
  read: 'two',
  unheard: 'alert',
}

/** One message on the wall, with what can be tapped under it. `tapTo`: where a tap is posted. */
export function Bubble({ bubble, words, tapTo }: { bubble: BubbleModel; words: Words; tapTo: string }) {
  const { side, channel, notYet, failure } = bubble
  const state = failure ? 'failed' : notYet ? 'not-yet' : ''
  return (
    <li class={`line ${side}`}>
      <div class={`bubble ${side} ${channel} ${state}`} lang={bubble.lang} dir={bubble.direction}>
        <Body bubble={bubble} words={words} />
        <Meta bubble={bubble} />
      </div>
      {failure && <p class="failure">{failure}</p>}
      {bubble.choices?.kind === 'buttons' && <Buttons bubble={bubble} words={words} tapTo={tapTo} />}
      {bubble.choices?.kind === 'list' && <List bubble={bubble} words={words} tapTo={tapTo} />}
    </li>
  )
}

function Body({ bubble, words }: { bubble: BubbleModel; words: Words }) {
  const { kind, text, caption, media, template } = bubble
  if (kind === 'voice') return <Voice label={caption ?? ''} url={media[0]?.url ?? ''} />
  return (
    <>
      {media.map(({ url, type }) =>
        type.startsWith('image/') ? (
          <img class="picture" src={url} alt={text === '' ? words('bubble.picture') : text.split('\n')[0]} />
        ) : (
          <a class="document" href={url}>
            {type}
          </a>
        ),
      )}
      {template && (
        <p class="template">
          <Icon name="seal" /> {template}
        </p>
      )}
      {kind === 'location' && (
        <p class="place">
          <Icon name="place" /> <span>{caption}</span>
        </p>
      )}
      {text !== '' && (
        <p class="text">
          <MarkedText text={text} />
        </p>
      )}
    </>
  )
}

const WAVE = [
  5, 9, 14, 8, 11, 17, 12, 7, 10, 16, 19, 13, 8, 6, 12, 18, 15, 9, 7, 11, 16, 12, 8, 10, 14, 9, 6, 4,
]

function Voice({ label, url }: { label: string; url: string }) {
  return (
    <a class="voice" href={url}>
      <Icon name="play" />
      <svg class="wave" viewBox="0 0 112 22" aria-hidden="true">
        {WAVE.map((height, at) => (
          <rect x={at * 4} y={(22 - height) / 2} width="2.2" height={height} rx="1.1" />
        ))}
      </svg>
      <span class="hidden">{label} </span>
      <bdi dir="ltr">0:04</bdi>
    </a>
  )
}

function Meta({ bubble }: { bubble: BubbleModel }) {
  const { parts, hour, tick, tickText } = bubble
  return (
    <p class="meta">
      {parts && <span>{parts} · </span>}
      <bdi dir="ltr">{hour}</bdi>
      {tick && (
        <span class={`tick ${tick}`}>
          <Icon name={TICK_ICONS[tick]} />
          <span class="hidden"> {tickText}</span>
        </span>
      )}
    </p>
  )
}

function Buttons({ bubble, words, tapTo }: { bubble: BubbleModel; words: Words; tapTo: string }) {
  const { options, row, chosen } = bubble.choices as NonNullable<BubbleModel['choices']>
  const shape = row ? 'buttons row' : 'buttons'
  if (chosen !== null)
    return (
      <ul class={`${shape} done`} lang={bubble.lang} dir={bubble.direction}>
        {options.map(({ id, title }) => (
          <li>
            {title}
            {id === chosen && (
              <>
                {' '}
                <Icon name="check" />
                <span class="hidden">{words('bubble.chosen')}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    )
  return (
    <form method="post" action={tapTo} class={shape} lang={bubble.lang} dir={bubble.direction} data-live>
      <input type="hidden" name="message" value={bubble.sid} />
      {options.map(({ id, title }) => (
        <button type="submit" name="choice" value={id} id={`tap-${bubble.sid}-${id}`}>
          {title}
        </button>
      ))}
    </form>
  )
}

function List({ bubble, words, tapTo }: { bubble: BubbleModel; words: Words; tapTo: string }) {
  const { options, opens, chosen } = bubble.choices as NonNullable<BubbleModel['choices']>
  const title = opens ?? words('bubble.choose')
  if (chosen !== null)
    return (
      <ul class="buttons done" lang={bubble.lang} dir={bubble.direction}>
        <li>
          {options.find(option => option.id === chosen)?.title} <Icon name="check" />
          <span class="hidden">{words('bubble.chosen')}</span>
        </li>
      </ul>
    )
  return (
    <details class="list" lang={bubble.lang} dir={bubble.direction} id={`list-${bubble.sid}`}>
      <summary>
        <Icon name="list" /> {title}
      </summary>
      <form method="post" action={tapTo} class="sheet" data-live>
        <input type="hidden" name="message" value={bubble.sid} />
        <fieldset>
          <legend>{title}</legend>
          {options.map(({ id, title: label, description }, at) => (
            <label>
              <input type="radio" name="choice" value={id} required checked={at === 0} />
              <span>
                {label}
                {description && <small>{description}</small>}
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" class="primary">
          {words('bubble.sendChoice')}
        </button>
      </form>
    </details>
  )
}
