import type { ConsentForm } from '../../../domain/contacts/consentForm'
import type { ContactForm } from '../../../domain/contacts/contactForm'
import type { Staff } from '../../../domain/staff'
import { Field, FieldSet, ToFix, type Wrong } from '../../components/Field'
import { Layout } from '../../components/Layout'
import type { Words } from '../../words'
import { ContactFields, Taken } from './ContactFields'
import { TellsUs } from './TellsUs'

export interface NewContactProps {
  words: Words
  /** Of this form: sent twice, it is one contact. */
  id: string
  form: ContactForm
  tags: string
  agrees: boolean
  consent: Pick<ConsentForm, 'by' | 'day' | 'how'>
  languages: readonly string[]
  supervisors: readonly Pick<Staff, '_id' | 'name'>[]
  wrong: Wrong
  taken?: { _id: string; name: string } | undefined
}

export function NewContactPage(props: NewContactProps) {
  const { words, id, form, tags, agrees, consent, languages, supervisors, wrong, taken } = props
  const { say } = words
  const title = say('contacts:add')
  return (
    <Layout words={words} title={title} path="/contacts/new" sheets={['contacts']}>
      <p>
        <a href="/contacts">{say('contacts:title')}</a>
      </p>
      <h1>{title}</h1>
      <ToFix wrong={wrong} words={words} />
      <Taken words={words} taken={taken} />
      <form method="post" action="/contacts/new" class="form sheet">
        <input type="hidden" name="id" value={id} />
        <ContactFields
          words={words}
          form={form}
          wrong={wrong}
          languages={languages}
          supervisors={supervisors}
        />
        <Field
          name="tags"
          label={say('contacts:field.tags')}
          help={say('contacts:help.tags')}
          optional={say('form.optional')}
        >
          {ids => <input {...ids} value={tags} autoComplete="off" />}
        </Field>
        <FieldSet name="agrees" label={say('contacts:agrees.question')} wrong={wrong.agrees}>
          <label class="choice">
            <input type="radio" name="agrees" value="no" checked={!agrees} />
            <span>{say('contacts:agrees.no')}</span>
          </label>
          <label class="choice">
            <input type="radio" name="agrees" value="yes" checked={agrees} />
            <span>{say('contacts:agrees.yes')}</span>
          </label>
        </FieldSet>
        <fieldset class="group only-yes">
          <legend>{say('contacts:agrees.proof')}</legend>
          <TellsUs words={words} form={consent} wrong={wrong} />
        </fieldset>
        <p class="actions">
          <button type="submit" class="first">
            {say('contacts:add')}
          </button>
          <a href="/contacts">{say('contacts:back')}</a>
        </p>
      </form>
    </Layout>
  )
}
