import { type ConsentForm, TOLD_BY } from '../../../domain/contacts/consentForm'
import { Field, FieldSet, type Wrong } from '../../components/Field'
import type { Words } from '../../words'

/** How somebody told staff, on which day, and where the proof is. */
export function TellsUs({
  words,
  form,
  wrong,
}: {
  words: Words
  form: Pick<ConsentForm, 'by' | 'day' | 'how'>
  wrong: Wrong
}) {
  const { say } = words
  return (
    <>
      <FieldSet name="by" label={say('contacts:field.by')} wrong={wrong.by}>
        {TOLD_BY.map(by => (
          <label key={by} class="choice">
            <input type="radio" name="by" value={by} checked={by === form.by} />
            <span>{say(`contacts:by.${by}`)}</span>
          </label>
        ))}
      </FieldSet>
      <Field name="day" label={say('contacts:field.day')} wrong={wrong.day}>
        {ids => <input {...ids} type="date" value={form.day} />}
      </Field>
      <Field
        name="how"
        label={say('contacts:field.how')}
        help={say('contacts:help.how')}
        optional={say('form.optional')}
        wrong={wrong.how}
      >
        {ids => <input {...ids} value={form.how} maxLength={200} autoComplete="off" />}
      </Field>
    </>
  )
}
