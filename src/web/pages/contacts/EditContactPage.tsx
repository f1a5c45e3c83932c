import type { Contact } from '../../../domain/contact'
import type { ContactForm } from '../../../domain/contacts/contactForm'
import type { Staff } from '../../../domain/staff'
import { ToFix, type Wrong } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { ContactFields, Taken } from './ContactFields'
import { pathOf } from './ContactPage'

export interface EditContactProps {
  words: Words
  contact: Contact
  /** Of the contact as it is now. */
  version: string
  form: ContactForm
  languages: readonly string[]
  supervisors: readonly Pick<Staff, '_id' | 'name'>[]
  wrong: Wrong
  taken?: { _id: string; name: string } | undefined
  /** Somebody else changed them meanwhile: what is there now stands beside what was typed. */
  changed?: ContactForm | undefined
}

export function EditContactPage(props: EditContactProps) {
  const { words, contact, version, form, languages, supervisors, wrong, taken, changed } = props
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
      {changed ? <Now words={words} now={changed} form={form} supervisors={supervisors} /> : null}
      <ToFix wrong={wrong} words={words} />
      <Taken words={words} taken={taken} />
      <form method="post" action={path} class="form sheet">
        <input type="hidden" name="version" value={version} />
        <ContactFields
          words={words}
          form={form}
          wrong={wrong}
          languages={languages}
          supervisors={supervisors}
        />
        <p class="actions">
          <button type="submit" class="first">
            {say('contacts:save')}
          </button>
          <a href={pathOf(contact)}>{say('contacts:back')}</a>
        </p>
      </form>
    </Layout>
  )
}

/** What differs now from what was typed. */
function Now({
  words,
  now,
  form,
  supervisors,
}: Pick<EditContactProps, 'words' | 'form' | 'supervisors'> & { now: ContactForm }) {
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
