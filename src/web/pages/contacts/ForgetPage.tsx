import type { Contact } from '../../../domain/contact'
import { refusesMessages } from '../../../domain/contacts/consentForm'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { pathOf } from './ContactPage'

/** What goes, what stays, and the one button: it cannot be undone. */
export function ForgetPage({
  words,
  contact,
  wrong,
}: {
  words: Words
  contact: Contact
  wrong?: string | undefined
}) {
  const { say } = words
  const path = `${pathOf(contact)}/forget`
  const name = `\u2068${contact.name || say('people.unknown')}\u2069`
  return (
    <Layout words={words} title={say('contacts:forget.link')} path={path} sheets={['contacts']}>
      <p>
        <a href={pathOf(contact)}>
          <bdi>{contact.name || say('people.unknown')}</bdi>
        </a>
      </p>
      <h1>{say('contacts:forget.title', { name })}</h1>
      <div class="sheet change">
        {wrong ? <Strip kind="wrong">{wrong}</Strip> : null}
        <h2>{say('contacts:forget.goes')}</h2>
        <ul class="plain">
          {(['details', 'messages', 'replies', 'planned', 'provider'] as const).map(one => (
            <li key={one}>{say(`contacts:forget.${one}`)}</li>
          ))}
        </ul>
        <h2>{say('contacts:forget.stays')}</h2>
        <ul class="plain">
          {refusesMessages(contact) ? <li>{say('contacts:forget.stop')}</li> : null}
          <li>{say('contacts:forget.anonymous')}</li>
          <li>{say('contacts:forget.phone')}</li>
        </ul>
        <p class="notice">{say('contacts:forget.no_way_back')}</p>
        <form method="post" action={path}>
          <button type="submit" class="first danger">
            {say('contacts:forget.do', { name })}
          </button>
        </form>
        <p>
          <a href={pathOf(contact)}>{say('change.back')}</a>
        </p>
      </div>
    </Layout>
  )
}
