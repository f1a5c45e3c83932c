import type { Contact } from '../../../domain/contact'
import type { ContactForm } from '../../../domain/contacts/contactForm'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import { pathOf } from './ContactPage'
import { type ContactFieldsProps, FormOfContact } from './FormOfContact'

export interface EditContactProps extends ContactFieldsProps {
  contact: Contact
  /** Of the contact as it is now. */
  version: string
  /** Somebody else changed them meanwhile: what is there now stands beside what was typed. */
  changed?: ContactForm | undefined
}

export function EditContactPage(props: EditContactProps) {
  const { words, contact, version, changed } = props
  const { say } = words
  const path = `${pathOf(contact)}/edit`
  return (
    <Layout words={words} title={say('contacts:edit')} path={path} sheets={['contacts']}>
      <p>
        <a href={pathOf(contact)}>
          <bdi>{contact.name || say('people.unknown')}</bdi>
        </a>
      </p>
      <h1>{say('contacts:edit')}</h1>
      {changed ? <Strip kind="wrong">{say('contacts:changed_meanwhile')}</Strip> : null}
      {changed ? <Now {...props} now={changed} /> : null}
      <FormOfContact
        {...props}
        path={path}
        hidden={{ version }}
        save={say('contacts:save')}
        back={pathOf(contact)}
      />
    </Layout>
  )
}

/** What differs now from what was typed. */
function Now({ words, now, form, supervisors }: ContactFieldsProps & { now: ContactForm }) {
  const { say } = words
  const shown: Record<keyof ContactForm, (form: ContactForm) => string> = {
    name: one => one.name,
    phone: one => one.phone,
    reach: one => say(`contacts:reach.${one.reach}`),
    language: one => words.languageName(one.language),
    audience: one => say(`contacts:audience.${one.audience}`),
    reads: one => say(`contacts:reads.${one.reads}`),
    evening: one => say(one.evening ? 'import:yes' : 'import:no'),
    supervisor: one =>
      supervisors.find(({ _id }) => _id === one.supervisor)?.name ?? say('contacts:no_supervisor'),
    fit: one => say(`work:fit.${one.fit}`),
    fitWhy: one => one.fitWhy,
  }
  const different = (Object.keys(shown) as (keyof ContactForm)[]).filter(name => now[name] !== form[name])
  if (different.length === 0) return null
  return (
    <section class="sheet" aria-labelledby="now">
      <h2 id="now">{say('contacts:now')}</h2>
      <dl class="facts-list">
        {different.map(name => (
          <div key={name}>
            <dt>{say(`contacts:field.${name}`)}</dt>
            <dd>
              <bdi>{shown[name](now)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
