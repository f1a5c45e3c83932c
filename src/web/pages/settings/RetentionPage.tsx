import { RETENTION_CLASSES, RETENTION_MONTHS, type Retention } from '../../../domain/settings/retention'
import { ToFix, type Wrong } from '../../components/Field'
import { NumberField } from './NumberField'
import { SubjectPage, type SubjectProps } from './Subject'

export interface RetentionPageProps extends Omit<SubjectProps, 'subject' | 'children'> {
  form: Readonly<Record<keyof Retention, string>>
  rev: number
  problems: Wrong
  /** What would go tonight under the rule in the form; absent before it was asked for. */
  goes?: Retention | undefined
}

/** How long things are kept: first what a rule does, then the button that says so. */
export function RetentionPage({ form, rev, problems, goes, ...props }: RetentionPageProps) {
  const { words } = props
  const { say } = words
  const total = goes ? RETENTION_CLASSES.reduce((sum, name) => sum + goes[name], 0) : 0
  return (
    <SubjectPage {...props} subject="retention">
      <form method="get" action="/settings/retention" class="form sheet">
        <ToFix wrong={problems} words={words} />
        <input type="hidden" name="rev" value={rev} />
        {RETENTION_CLASSES.map(name => (
          <NumberField
            key={name}
            name={name}
            label={say(`settings:retention.${name}`)}
            help={say(`settings:retention.${name}_help`)}
            wrong={problems[name]}
            range={RETENTION_MONTHS}
            value={form[name]}
          />
        ))}
        <button type="submit">{say('settings:retention.show')}</button>
        <p class="soft">{say('settings:retention.stays')}</p>
      </form>
      {goes ? (
        <form method="post" action="/settings/retention" class="sheet change">
          <h2>{say('change.title')}</h2>
          <ul class="changes">
            {RETENTION_CLASSES.map(name => (
              <li key={name}>{say(`settings:retention.goes_${name}`, { count: goes[name] })}</li>
            ))}
          </ul>
          <input type="hidden" name="rev" value={rev} />
          {RETENTION_CLASSES.map(name => (
            <input key={name} type="hidden" name={name} value={form[name]} />
          ))}
          {total > 0 ? <p class="notice">{say('settings:retention.no_way_back')}</p> : null}
          <button type="submit" class={total > 0 ? 'first danger' : 'first'}>
            {say('settings:retention.save', { count: total })}
          </button>
        </form>
      ) : null}
    </SubjectPage>
  )
}
