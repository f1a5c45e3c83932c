import type { Lacking } from '../../../domain/campaigns/contract'
import type { Conclusion } from '../../../domain/report/conclusion'
import type { PlannedStep } from '../../../domain/timeline/definition'
import { mainAudience } from '../../../domain/timeline/mainAudience'
import { Icon } from '../../components/Icon'
import type { Words } from '../../words'
import { stepName } from '../campaign/whyThen'
import { Said } from '../reports/Conclusions'

export interface SoFarProps {
  words: Words
  /** The steps of those who come, as the day that was saved makes them; none: there is no day yet. */
  steps: readonly PlannedStep[]
  lacking: readonly Lacking[]
  people: number
  /** Conclusions of the series' last event. */
  conclusions: readonly Conclusion[]
}

/** The plan as far as the form has it: what leaves when, and what each step still misses (ux 3.4). */
export function SoFar({ words, steps, lacking, people, conclusions }: SoFarProps) {
  const { say } = words
  const dated = steps.filter(({ skipped }) => !skipped).toSorted((a, b) => a.dueAt - b.dueAt)
  return (
    <>
      <h2>{say('campaigns:so_far')}</h2>
      {conclusions.length > 0 ? (
        <div class="notice">
          <p>{say('campaigns:last_time')}</p>
          <ul>
            {conclusions.map(conclusion => (
              <li key={conclusion._id}>
                <Said conclusion={conclusion} words={words} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {dated.length === 0 ? <p class="soft">{say('campaigns:no_day_yet')}</p> : null}
      <ol class="plan-so-far">
        {dated.map(({ id, dueAt }) => (
          <li key={id}>
            <time dateTime={new Date(dueAt).toISOString()}>{words.day(dueAt)}</time>{' '}
            <span>{stepName(id, words)}</span>
          </li>
        ))}
      </ol>
      <p class="soft">
        {people === 0 ? say('campaigns:line.nobody') : say('people.count', { count: people })}
      </p>
      <LackingList lacking={lacking} words={words} />
    </>
  )
}

/** What each step misses, with a way to the field. */
export function LackingList({
  lacking,
  words,
  to = '',
}: {
  lacking: readonly Lacking[]
  words: Words
  /** The page with the form, where it is another one. */
  to?: string
}) {
  if (lacking.length === 0) return null
  return (
    <ul class="notice lacking">
      {lacking.map(({ step, fields }) => (
        <li key={step}>
          <Icon name="alert" />
          <span>
            {words.say('campaigns:misses', { step: stepName(step, words) })}{' '}
            {fields.map((field, index) => (
              <span key={field}>
                {index > 0 ? ', ' : ''}
                <a href={`${to}#field-${field}`}>{words.say(`campaigns:short.${field}`)}</a>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Steps of those for whom it is in the first place; partners have theirs apart. */
export const ofMainAudience = (steps: readonly PlannedStep[]): PlannedStep[] =>
  steps.filter(({ audience }) => audience === mainAudience(steps))
