import type { ChannelName } from '../../../domain/message'
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

/** The numbers that people see. They come with the account at the provider, so they are changed where the product is started. */
export function SendersPage({
  senders,
  ...props
}: Omit<SubjectProps, 'subject' | 'children'> & { senders: readonly ListedSender[] }) {
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
    </SubjectPage>
  )
}
