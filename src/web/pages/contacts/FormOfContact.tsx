import type { ComponentChildren } from 'preact'
import { AUDIENCES } from '../../../domain/contact'
import { type ContactForm, FITS, REACHES } from '../../../domain/contacts/contactForm'
import type { Staff } from '../../../domain/staff'
import { Field, FieldSet, ToFix, type Wrong } from '../../components/Field'
import type { Words } from '../../words'

export interface ContactFieldsProps {
  words: Words
  form: ContactForm
  wrong: Wrong
  languages: readonly string[]
  supervisors: readonly Pick<Staff, '_id' | 'name'>[]
  /** Who has this number already. */
  taken?: { _id: string; name: string } | undefined
}

/** Somebody new or somebody we know: what is wrong, who they are, what else is asked, and the way back. */
export function FormOfContact(
  props: ContactFieldsProps & {
    path: string
    hidden: Readonly<Record<string, string>>
    save: string
    back: string
    children?: ComponentChildren
  },
) {
  const { words, wrong, taken, path, hidden, save, back, children } = props
  return (
    <>
      <ToFix wrong={wrong} words={words} />
      <Taken words={words} taken={taken} />
      <form method="post" action={path} class="form sheet">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Fields {...props} />
        {children}
        <p class="actions">
          <button type="submit" class="first">
            {save}
          </button>
          <a href={back}>{words.say('contacts:back')}</a>
        </p>
      </form>
    </>
  )
}

/** Who somebody is and how they are reached. */
function Fields({ words, form, wrong, languages, supervisors }: ContactFieldsProps) {
  const { say } = words
  return (
    <>
      <Field name="name" label={say('contacts:field.name')} wrong={wrong.name}>
        {ids => <input {...ids} value={form.name} autoComplete="off" required />}
      </Field>
      <Field
        name="phone"
        label={say('contacts:field.phone')}
        help={say('contacts:help.phone')}
        optional={say('form.optional')}
        wrong={wrong.phone}
      >
        {ids => <input {...ids} type="tel" value={form.phone} autoComplete="off" dir="ltr" />}
      </Field>
      <FieldSet name="reach" label={say('contacts:field.reach')} wrong={wrong.reach}>
        {REACHES.map(reach => (
          <label key={reach} class="choice">
            <input type="radio" name="reach" value={reach} checked={reach === form.reach} />
            <span>{say(`contacts:reach.${reach}`)}</span>
          </label>
        ))}
      </FieldSet>
      <Field name="language" label={say('contacts:field.language')} wrong={wrong.language}>
        {ids => (
          <select {...ids}>
            <option value="" selected={form.language === ''}>
              {say('contacts:choose')}
            </option>
            {languages
              .map(tag => [words.languageName(tag), tag] as const)
              .toSorted(([a], [b]) => a.localeCompare(b, words.language))
              .map(([name, tag]) => (
                <option key={tag} value={tag} selected={tag === form.language}>
                  {name}
                </option>
              ))}
          </select>
        )}
      </Field>
      <Field name="audience" label={say('contacts:field.audience')} wrong={wrong.audience}>
        {ids => (
          <select {...ids}>
            {AUDIENCES.map(one => (
              <option key={one} value={one} selected={one === form.audience}>
                {say(`contacts:audience.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FieldSet name="reads" label={say('contacts:field.reads')}>
        {(['simple', 'standard'] as const).map(one => (
          <label key={one} class="choice">
            <input type="radio" name="reads" value={one} checked={one === form.reads} />
            <span>{say(`contacts:reads.${one}`)}</span>
          </label>
        ))}
      </FieldSet>
      <label class="choice">
        <input type="checkbox" name="evening" value="yes" checked={form.evening} />
        <span>{say('contacts:field.evening')}</span>
      </label>
      <Field
        name="supervisor"
        label={say('contacts:field.supervisor')}
        help={say('contacts:help.supervisor')}
        optional={say('form.optional')}
        wrong={wrong.supervisor}
      >
        {ids => (
          <select {...ids}>
            <option value="">{say('contacts:no_supervisor')}</option>
            {supervisors.map(({ _id, name }) => (
              <option key={_id} value={_id} selected={_id === form.supervisor}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="fit" label={say('contacts:field.fit')} help={say('work:help.fit')}>
        {ids => (
          <select {...ids}>
            {FITS.map(one => (
              <option key={one} value={one} selected={one === form.fit}>
                {say(`work:fit.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        name="fitWhy"
        label={say('contacts:field.fitWhy')}
        help={say('work:help.fitWhy')}
        optional={say('form.optional')}
        wrong={wrong.fitWhy}
      >
        {ids => <input {...ids} value={form.fitWhy} maxLength={200} autoComplete="off" />}
      </Field>
    </>
  )
}

/** Somebody else has this number: who, and what can be done about it. */
function Taken({ words, taken }: Pick<ContactFieldsProps, 'words' | 'taken'>) {
  if (!taken) return null
  return (
    <div class="notice">
      <p>
        {words.say('contacts:taken.by')}{' '}
        <a href={`/contacts/${encodeURIComponent(taken._id)}`}>
          <bdi>{taken.name || words.say('people.unknown')}</bdi>
        </a>
        . {words.say('contacts:taken.other_person')}
      </p>
    </div>
  )
}
