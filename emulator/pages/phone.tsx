import { Bubble } from './bubble'
import { Composer } from './composer'
import { Icon, Mark } from './icons'
import type { PhoneModel } from './phonesModel'
import { Switch } from './switch'
import type { Words } from './words'

interface Given {
  phone: PhoneModel
  words: Words
  organisation: string
  /** The number that stands above text messages. */
  smsNumber: string
  /** The query that keeps the same page: `?open=0.1&language=nl`. */
  keep: string
}

export function PhoneView(given: Given) {
  const { phone, words } = given
  return (
    <section class="phone" aria-label={words('phone.label', { name: phone.name })} id={`phone-${phone.n}`}>
      <div class="frame">
        <Header {...given} />
        <div class="screen">
          <Wall {...given} />
        </div>
        <Composer {...given} />
      </div>
      <Toggles {...given} />
      <Saw {...given} />
    </section>
  )
}

function Header({ phone, words, organisation, smsNumber, keep }: Given) {
  const sms = phone.writes === 'sms'
  return (
    <header class="head" data-part={`head-${phone.n}`}>
      <span class="seal">{sms ? <Icon name="chat" /> : <Mark />}</span>
      <div class="who">
        <h2>{sms ? <bdi dir="ltr">{smsNumber}</bdi> : organisation}</h2>
        <p>{sms ? organisation : words('phone.bot')}</p>
      </div>
      {phone.channels.length === 1 ? (
        <span class={`channel ${phone.writes}`}>{words(`phone.${phone.writes}`)}</span>
      ) : (
        <form method="post" action={`/phones/${phone.n}/channel${keep}`} class="channels" data-live>
          {phone.channels.map(channel => (
            <button
              type="submit"
              name="channel"
              value={channel}
              id={`channel-${phone.n}-${channel}`}
              class={`channel ${channel === phone.writes ? channel : ''}`}
              aria-pressed={channel === phone.writes}
            >
              <span class="hidden">{words('phone.writeOn', { channel: '' })} </span>
              {words(`phone.${channel}`)}
            </button>
          ))}
        </form>
      )}
    </header>
  )
}

function Wall({ phone, words, keep }: Given) {
  const own = { lang: phone.spoken, dir: phone.direction }
  const empty = phone.days.length === 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must be able to scroll it
    <div class="log" role="log" tabIndex={0} aria-label={words('phone.log', { name: phone.name })}>
      <div class="inner" data-part={`log-${phone.n}`} dir={phone.direction}>
        {(!phone.on || phone.stopped) && <Notice phone={phone} words={words} />}
        {empty && <p class="quiet">{words('empty.quiet')}</p>}
        {phone.days.map(day => (
          <>
            <h3 class="day" {...own}>
              {day.label}
            </h3>
            <ol class="lines on-phone">
              {day.bubbles.map(bubble => (
                <Bubble bubble={bubble} words={phone.words} tapTo={`/phones/${phone.n}/tap${keep}`} />
              ))}
            </ol>
          </>
        ))}
      </div>
    </div>
  )
}

function Notice({ phone, words }: { phone: PhoneModel; words: Words }) {
  const { waiting } = phone
  return (
    <p class="notice" dir="auto">
      <Icon name="off" />
      <span>
        {!phone.on && `${words('phone.offNotice')} `}
        {!phone.on &&
          waiting &&
          `${words('phone.waiting', { count: waiting.count, channel: words(`phone.${waiting.channel}`) })} `}
        {phone.stopped && words('phone.stopped')}
      </span>
    </p>
  )
}

function Toggles({ phone, words, keep }: Given) {
  const to = (act: string) => `/phones/${phone.n}/${act}${keep}`
  return (
    <div class="toggles" data-part={`toggles-${phone.n}`}>
      <Switch to={to('on')} name="on" on={!phone.on} label={words('phone.off')} id={`off-${phone.n}`} />
      <Switch
        to={to('blocks')}
        name="blocks"
        on={phone.blocks}
        label={words('phone.blocks')}
        id={`blocks-${phone.n}`}
      />
      <form method="post" action={to('wipe')} data-live>
        <button type="submit" class="text-button" id={`wipe-${phone.n}`}>
          {words('phone.wipe')}
        </button>
      </form>
    </div>
  )
}

function Saw({ phone, words }: Given) {
  return (
    <details class="saw">
      <summary>{words('saw.label')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must be able to scroll it */}
      <section data-part={`saw-${phone.n}`} tabIndex={0} aria-label={words('saw.label')}>
        {phone.saw.length === 0 ? (
          <p>{words('saw.none')}</p>
        ) : (
          <ol>
            {phone.saw.map(row => (
              <li>
                <p class="saw-line">
                  <bdi dir="ltr">{row.hour}</bdi> <strong>{row.what}</strong>{' '}
                  <span class={row.bad ? 'answer bad' : 'answer'}>{row.answer}</span>
                </p>
                <dl dir="ltr">
                  <dt class="hidden">{words('saw.what')}</dt>
                  <dd>{row.path}</dd>
                  <dt>{words('saw.id')}</dt>
                  <dd>{row.sid}</dd>
                  <dt>{words('saw.signature')}</dt>
                  <dd>{row.signature}</dd>
                </dl>
              </li>
            ))}
          </ol>
        )}
      </section>
    </details>
  )
}
