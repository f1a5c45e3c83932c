import type { ConsentForm } from '../../../domain/contacts/consentForm'
import { Field, FieldSet } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { type ContactFieldsProps, FormOfContact } from './FormOfContact'
import { TellsUs } from './TellsUs'

export interface NewContactProps extends ContactFieldsProps {
  /** Of this form: sent twice, it is one contact. */
  id: string
  /** For which somebody is choosing people; empty: for none. */
  campaign: string
  tags: string
  agrees: boolean
  consent: Pick<ConsentForm, 'by' | 'day' | 'how'>
}

export function NewContactPage(props: NewContactProps) {
  const { words, id, campaign, tags, agrees, consent, wrong } = props
  const { say } = words
  const title = say('contacts:add')
  const back = campaign ? `/campaigns/${encodeURIComponent(campaign)}/people` : '/contacts'
  return (
    <Layout words={words} title={title} path="/contacts/new" sheets={['contacts']}>
      <p>
        <a href={back}>{say(campaign ? 'campaigns:people.title' : 'contacts:title')}</a>
      </p>
      <h1>{title}</h1>
      <FormOfContact {...props} path="/contacts/new" hidden={{ id, campaign }} save={title} back={back}>
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
      </FormOfContact>
    </Layout>
  )
}
