import { CHANNELS, type ChannelName } from '../../../domain/message'
import type { PricesForm } from '../../../domain/settings/readPrices'
import { Field, ToFix, type Wrong } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Tag } from '../../components/Tag'
import { SubjectPage, type SubjectProps } from './Subject'

export interface ListedSender {
  channel: ChannelName
  /** Absent: nothing leaves this way. */
  address?: string | undefined
  perSecond?: number | undefined
  pausedUntil?: number | undefined
}

export interface SendersPageProps extends Omit<SubjectProps, 'subject' | 'children'> {
  senders: readonly ListedSender[]
  form: PricesForm
  rev: number
  problems: Wrong
}

/**
 * The numbers that people see, and what a message costs. The numbers come with the account at the provider, so they are
 * changed where the product is started.
 */
export function SendersPage({ senders, form, rev, problems, ...props }: SendersPageProps) {
  const { words } = props
  const { say } = words
  return (
    <SubjectPage {...props} subject="senders">
      <section class="sheet">
        <ul class="rows">
          {senders.map(({ channel, address, perSecond, pausedUntil }) => (
            <li key={channel} class="sender">
              <div>
                <strong>{say(`channel.${channel}`)}</strong>
                <p>{address ? <bdi dir="ltr">{address}</bdi> : say('settings:senders.none')}</p>
                {perSecond ? (
                  <p class="soft">{say('settings:senders.rate', { count: Math.round(perSecond) })}</p>
                ) : null}
              </div>
              {address ? (
                pausedUntil ? (
                  <Tag icon="clock" colour="wait">
                    {say('settings:senders.paused', { when: words.moment(pausedUntil) })}
                  </Tag>
                ) : (
                  <Tag icon="check" colour="good">
                    {say('settings:senders.works')}
                  </Tag>
                )
              ) : null}
            </li>
          ))}
        </ul>
        <p class="soft">
          <Icon name="shield" /> {say('settings:senders.where')}
        </p>
      </section>
      <form method="post" action="/settings/senders" class="form sheet">
        <h2>{say('settings:price.title')}</h2>
        <p class="soft">{say('settings:price.help')}</p>
        <ToFix wrong={problems} words={words} />
        <input type="hidden" name="rev" value={rev} />
        {CHANNELS.map(channel => (
          <Field
            key={channel}
            name={channel}
            label={say(`settings:price.${channel}`)}
            wrong={problems[channel]}
          >
            {ids => <input {...ids} inputMode="decimal" dir="ltr" value={form[channel]} autocomplete="off" />}
          </Field>
        ))}
        <button type="submit" class="first">
          {say('settings:save')}
        </button>
      </form>
    </SubjectPage>
  )
}
