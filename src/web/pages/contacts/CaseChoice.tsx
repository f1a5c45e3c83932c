import { MOST_WEEKS } from '../../../domain/cases/show'
import { Field } from '../../components/Field'
import type { CasesPageProps } from './CasesPage'
import { CASES } from './caseQuery'

/** How long is silent, the day of the statuses, and whose people: folded until somebody chooses one. */
export function CaseChoice({ words, query, typed, wrong, reading }: CasesPageProps) {
  const { say } = words
  const { show, weeks, mine, day } = query
  const isChosen = mine || day !== undefined || typed.weeks !== '' || Object.keys(wrong).length > 0
  return (
    <details open={isChosen} class={isChosen ? 'choose chosen' : 'choose'}>
      <summary>{say('cases:choose')}</summary>
      <form method="get" action={CASES} class="fields">
        {show === 'all' ? null : <input type="hidden" name="show" value={show} />}
        <Field name="weeks" label={say('cases:field.weeks')} wrong={wrong.weeks}>
          {ids => (
            <input
              {...ids}
              type="number"
              min={1}
              max={MOST_WEEKS}
              value={wrong.weeks ? typed.weeks : String(weeks)}
            />
          )}
        </Field>
        <Field name="day" label={say('cases:field.day')} wrong={wrong.day}>
          {ids => (
            <input {...ids} type="date" max={reading.today} value={wrong.day ? typed.day : reading.day} />
          )}
        </Field>
        <label class="choice">
          <input type="checkbox" name="mine" value="yes" checked={mine} />
          <span>{say('cases:field.mine')}</span>
        </label>
        <button type="submit">{say('cases:choose_do')}</button>
        {isChosen ? <a href={CASES}>{say('cases:choose_none')}</a> : null}
      </form>
    </details>
  )
}
