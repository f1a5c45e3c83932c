import type { Contact } from '../../../domain/contact'
import { standingOf } from '../../../domain/report/personOf'
import { Icon } from '../../components/Icon'
import type { Words } from '../../words'
import { StageTag } from '../campaign/StageTag'
import type { ContactsPageProps } from './ContactsPage'
import { pathFor } from './contactQuery'
import { StandingTag } from './StandingTag'

/** One page of people; what is ticked is done to them together. */
export function Rows(props: ContactsPageProps & { path: string }) {
  const { words, listed, query, search, path, campaigns } = props
  const { contacts, count, next } = listed
  const { say } = words
  return (
    <>
      <form method="post" action={path} id="chosen">
        <input type="hidden" name="search" value={search} />
        <ul class="rows contacts">
          {contacts.map(contact => (
            <Row key={contact._id} {...props} contact={contact} />
          ))}
        </ul>
        <fieldset class="chosen">
          <legend>{say('contacts:chosen.title')}</legend>
          <label class="choice">
            <input type="checkbox" name="all" value="yes" />
            <span>{say('contacts:chosen.all', { count })}</span>
          </label>
          <div class="fields">
            <label>
              <span>{say('contacts:chosen.tag')}</span>
              <input name="tag" maxLength={60} list="known-tags" />
            </label>
            <datalist id="known-tags">
              {[...listed.choices.tags.keys()].map(tag => (
                <option key={tag} value={tag} />
              ))}
            </datalist>
            <button type="submit" name="do" value="tag">
              {say('contacts:chosen.add_tag')}
            </button>
            {campaigns.length > 0 ? (
              <>
                <label>
                  <span>{say('contacts:chosen.campaign')}</span>
                  <select name="campaign">
                    {campaigns.length > 1 ? <option value="">{say('contacts:chosen.which')}</option> : null}
                    {campaigns.map(({ _id, event }) => (
                      <option key={_id} value={_id}>
                        {event.name || say('contacts:chosen.nameless')}
                      </option>
                    ))}
                  </select>
                </label>
                <button type="submit" name="do" value="campaign">
                  {say('contacts:chosen.add_to_campaign')}
                </button>
              </>
            ) : null}
            <button type="submit" name="do" value="intake">
              {say('contacts:intake.ask')}
            </button>
            <button type="submit" name="do" value="download">
              <Icon name="download" /> {say('contacts:chosen.download')}
            </button>
          </div>
        </fieldset>
      </form>
      {next ? (
        <Next words={words} path={path} search={search} next={next} href={pathFor(query, next)} />
      ) : null}
    </>
  )
}

/** What was typed stays out of the address, so the next page of a search is a form. */
function Next(props: { words: Words; path: string; search: string; next: string; href: string }) {
  const { words, path, search, next, href } = props
  const label = words.say('contacts:next')
  if (search === '')
    return (
      <p>
        <a class="button" href={href} rel="next">
          {label}
        </a>
      </p>
    )
  return (
    <form method="post" action={path}>
      <input type="hidden" name="search" value={search} />
      <input type="hidden" name="after" value={next} />
      <button type="submit">{label}</button>
    </form>
  )
}

function Row({ contact, words, listed }: ContactsPageProps & { contact: Contact }) {
  const { _id, language, addresses, audience, tags } = contact
  const last = listed.last.get(_id)
  const name = contact.name || words.say('people.unknown')
  const channels = [...new Set(addresses.map(({ channel }) => words.say(`channel.${channel}`)))]
  return (
    <li>
      <label class="tick">
        <input type="checkbox" name="contact" value={_id} />
        <span class="hidden">{words.say('contacts:chosen.choose', { name })}</span>
      </label>
      <div class="who">
        <h3>
          <a href={`/contacts/${encodeURIComponent(_id)}`}>
            <bdi>{name}</bdi>
          </a>
        </h3>
        <p class="soft">
          {[
            ...(audience === 'participant' ? [] : [words.say(`contacts:audience.${audience}`)]),
            words.languageName(language),
            ...(channels.length > 0 ? channels : [words.say('contacts:no_number')]),
          ].join(' · ')}
        </p>
        {tags.length > 0 ? (
          <p class="soft">
            <Icon name="label" /> <bdi>{tags.join(', ')}</bdi>
          </p>
        ) : null}
      </div>
      <p class="tags">
        <StandingTag standing={standingOf(contact)} words={words} />
      </p>
      <p class="last soft">
        {last ? (
          <>
            <StageTag stage={last.stage} words={words} reason={last.reason} /> {words.day(last.at)}
          </>
        ) : (
          words.say('contacts:nothing_sent')
        )}
      </p>
    </li>
  )
}
