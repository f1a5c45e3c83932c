import type { OrganisationForm } from '../../../domain/settings/readOrganisation'
import { Field, ToFix, type Wrong } from '../../components/Field'
import { SubjectPage, type SubjectProps } from './Subject'

export interface OrganisationPageProps extends Omit<SubjectProps, 'subject' | 'children'> {
  form: OrganisationForm & { twoReaders: boolean }
  rev: number
  problems: Wrong
}

const FIELDS = ['name', 'project', 'contactName', 'contactPhone', 'zone'] as const

/** Who writes to people, about what, and whom they can call. */
export function OrganisationPage({ form, rev, problems, ...props }: OrganisationPageProps) {
  const { say } = props.words
  return (
    <SubjectPage {...props} subject="organisation">
      <form method="post" action="/settings/organisation" class="form sheet">
        <ToFix wrong={problems} words={props.words} />
        <input type="hidden" name="rev" value={rev} />
        {FIELDS.map(name => (
          <Field
            key={name}
            name={name}
            label={say(`settings:organisation.${name}`)}
            help={say(`settings:organisation.${name}_help`)}
            wrong={problems[name]}
          >
            {ids => (
              <input
                {...ids}
                type="text"
                inputMode={name === 'contactPhone' ? 'tel' : undefined}
                dir={name === 'contactPhone' || name === 'zone' ? 'ltr' : 'auto'}
                value={form[name]}
                autocomplete="off"
              />
            )}
          </Field>
        ))}
        <label class="choice">
          <input type="checkbox" name="twoReaders" value="yes" checked={form.twoReaders} />
          <span>
            {say('settings:organisation.twoReaders')}
            <small>{say('settings:organisation.twoReaders_help')}</small>
          </span>
        </label>
        <button type="submit" class="first">
          {say('settings:save')}
        </button>
      </form>
    </SubjectPage>
  )
}
