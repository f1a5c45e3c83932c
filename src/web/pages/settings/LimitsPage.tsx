import { LIMIT_FIELDS, LIMIT_RANGES } from '../../../domain/settings/limits'
import type { LimitsForm } from '../../../domain/settings/readLimits'
import { ToFix, type Wrong } from '../../components/Field'
import { NumberField } from './NumberField'
import { SubjectPage, type SubjectProps } from './Subject'

export interface LimitsPageProps extends Omit<SubjectProps, 'subject' | 'children'> {
  form: LimitsForm
  rev: number
  problems: Wrong
}

/** What was agreed about whom one reaches. */
export function LimitsPage({ form, rev, problems, ...props }: LimitsPageProps) {
  const { words } = props
  return (
    <SubjectPage {...props} subject="reports">
      <form method="post" action="/settings/reports" class="form sheet">
        <ToFix wrong={problems} words={words} />
        <input type="hidden" name="rev" value={rev} />
        {LIMIT_FIELDS.map(name => (
          <NumberField
            key={name}
            name={name}
            label={words.say(`settings:limits.${name}`)}
            help={words.say(`settings:limits.${name}_help`)}
            wrong={problems[name]}
            range={LIMIT_RANGES[name]}
            value={form[name]}
          />
        ))}
        <button type="submit" class="first">
          {words.say('settings:save')}
        </button>
        <p class="soft">{words.say('settings:limits.note')}</p>
      </form>
    </SubjectPage>
  )
}
