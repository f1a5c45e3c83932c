import type { Prices } from '../../../domain/delivery/price'
import type { ChannelName, Rendered } from '../../../domain/message'
import { dearLetters } from '../../../domain/text/dearLetters'
import { segments } from '../../../domain/text/segments'
import { Bubble, Wall } from '../../components/Bubble'
import type { Words } from '../../words'
import { money } from '../planning/money'

export interface Shown {
  rendered: Rendered
  channel: ChannelName
  /** The same by SMS: what it costs. */
  sms: Rendered
  /** How many people get it by SMS, and by WhatsApp. */
  bySms: number
  byWhatsapp: number
  prices: Prices
}

/** The message as it will stand on a phone, and what it costs. */
export function PhonePreview({
  shown,
  organisation,
  words,
}: {
  shown: Shown
  organisation: string
  words: Words
}) {
  const { rendered, channel, sms } = shown
  const { say } = words
  const { segments: parts } = segments(sms.text)
  return (
    <section class="phone-preview" aria-labelledby="preview">
      <h2 id="preview">{say('texts:preview.title')}</h2>
      <div class="handset">
        <p class="handset-head" lang={rendered.language} dir={rendered.direction}>
          <bdi>{organisation}</bdi> <span class="soft">{say(`channel.${channel}`)}</span>
        </p>
        <Wall seen="on-phone" direction={rendered.direction} label={say('texts:preview.label')}>
          <Bubble
            words={words}
            side="ours"
            channel={channel}
            language={rendered.language}
            direction={rendered.direction}
            text={rendered.text}
            parts={channel === 'sms' ? parts : undefined}
            choices={rendered.choices}
          />
        </Wall>
      </div>
      <Cost shown={shown} words={words} />
    </section>
  )
}

function Cost({ shown, words }: { shown: Shown; words: Words }) {
  const { say } = words
  const { sms, bySms, byWhatsapp, prices } = shown
  const { segments: parts } = segments(sms.text)
  const { letters, without } = dearLetters(sms.text)
  return (
    <ul class="costs">
      <li>
        {say('texts:cost.sms', {
          count: parts,
          people: say('texts:cost.people', { count: bySms }),
          money: money(prices.sms * parts * bySms, words),
        })}
      </li>
      {letters.length > 0 ? (
        <li>
          {say('texts:cost.dear', {
            letters: letters.join(' '),
            parts: say('texts:cost.parts', { count: without }),
          })}
        </li>
      ) : null}
      {byWhatsapp > 0 ? (
        <li>
          {say('texts:cost.whatsapp', {
            people: say('texts:cost.people', { count: byWhatsapp }),
            money: money(prices.whatsapp * byWhatsapp, words),
          })}
        </li>
      ) : null}
    </ul>
  )
}
