import type { Contact } from '../../../domain/contact'
import { Icon } from '../../components/Icon'
import type { Words } from '../../words'
import { pathOf } from './ContactPage'

/** Done at once, and undone as easily: only staff sees tags. */
export function Tags({ words, contact }: { words: Words; contact: Contact }) {
  const { say } = words
  const path = `${pathOf(contact)}/tags`
  return (
    <div class="own-tags">
      <h3>{say('contacts:field.tags')}</h3>
      {contact.tags.length === 0 ? <p class="soft">{say('contacts:no_tags')}</p> : null}
      <ul>
        {contact.tags.map(tag => (
          <li key={tag}>
            <form method="post" action={path}>
              <input type="hidden" name="remove" value={tag} />
              <Icon name="label" /> <bdi>{tag}</bdi>
              <button type="submit" class="quiet">
                {say('contacts:remove')}
                <span class="hidden">: {tag}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={path} class="fields">
        <label>
          <span>{say('contacts:new_tag')}</span>
          <input name="add" maxLength={60} required autoComplete="off" />
        </label>
        <button type="submit">{say('contacts:chosen.add_tag')}</button>
      </form>
    </div>
  )
}
