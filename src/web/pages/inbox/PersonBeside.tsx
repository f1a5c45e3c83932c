import { Icon } from '../../components/Icon'
import { phoneWords } from '../campaign/TaskGroup'
import type { ThreadProps } from './ThreadPage'

/** What one must know of the person, beside what they say. */
export function PersonBeside({ reading, words }: ThreadProps) {
  const { contact, campaigns } = reading
  const phone = contact.addresses.find(({ address }) => address.startsWith('+'))?.address
  return (
    <aside class="sheet" aria-labelledby="about">
      <h2 id="about">{words.say('inbox:about')}</h2>
      {phone ? (
        <p>
          <a class="button" href={`tel:${phone}`}>
            <Icon name="phone" /> {words.say('tasks:call')} <bdi dir="ltr">{phoneWords(phone)}</bdi>
          </a>
        </p>
      ) : null}
      <p class="soft">
        {contact.addresses.map(({ channel }) => words.say(`channel.${channel}`)).join(' · ')}
      </p>
      <ul class="rows">
        {campaigns.map(({ id, name, rsvp, children, needs }) => (
          <li key={id}>
            <p>
              <a href={`/campaigns/${encodeURIComponent(id)}`}>
                <bdi>{name}</bdi>
              </a>
            </p>
            <p class="soft">
              {[
                words.say(`who.${rsvp ?? 'silent'}`),
                ...(children ? [words.say('who.children', { count: children })] : []),
                ...needs
                  .filter(need => need !== 'nothing')
                  .map(need => words.sayOr(`needs.${need}`, 'needs.other')),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </aside>
  )
}
