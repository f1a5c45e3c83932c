import type { ComponentChildren } from 'preact'
import type { Contact } from '../../domain/contact'
import type { Words } from '../words'

/** Whom a page is about, under the way back to where one came from. */
export function PersonHead({
  words,
  contact,
  above,
  children,
}: {
  words: Words
  contact: Pick<Contact, 'name' | 'language'>
  above: { path: string; name: string }
  children: ComponentChildren
}) {
  return (
    <header class="head">
      <p>
        <a href={above.path}>
          <bdi>{above.name}</bdi>
        </a>
      </p>
      <h1>
        <bdi>{contact.name || words.say('people.unknown')}</bdi>
      </h1>
      <p class="facts">
        <span>{words.languageName(contact.language)}</span>
        {children}
      </p>
    </header>
  )
}
