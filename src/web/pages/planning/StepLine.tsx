import type { Campaign } from '../../../domain/campaign'
import type { PlanLine } from '../../../use-cases/readPlan'
import { Icon } from '../../components/Icon'
import type { Words } from '../../words'
import { stepName, whyThen } from '../campaign/whyThen'
import { money } from './money'

/** One step: when, why then, for whom, how, about what it costs; and what may be changed about it. */
export function StepLine({ line, campaign, words }: { line: PlanLine; campaign: Campaign; words: Words }) {
  const { say } = words
  const { step, dueAt, reasons, skipped, people, channels, cents, onlyIf, instead, may } = line
  const happens = skipped === undefined
  const why = whyThen(reasons, words)
  const ways = [...channels].map(([channel, count]) => `${say(`channel.${channel}`)} ${count}`)
  const mayEdit = may && campaign.state !== 'cancelled' && (may.hours.length > 0 || may.first !== undefined)
  return (
    <li id={`step-${step}`} class={happens ? undefined : 'skipped'}>
      <p class="when">
        {happens ? (
          <time dateTime={new Date(dueAt).toISOString()}>{words.moment(dueAt)}</time>
        ) : (
          <>
            <Icon name="ban" /> {say('steps.skipped')}
          </>
        )}
      </p>
      <div>
        <h3>{stepName(step, words)}</h3>
        <p class="soft">
          {why} {onlyIf ? say(`campaigns:only_if.${onlyIf}`) : ''}
        </p>
        {happens && people > 0 ? (
          <p>
            {[
              say('people.count', { count: people }),
              ...ways,
              ...(cents > 0 ? [say('campaigns:about', { money: money(cents, words) })] : []),
            ].join(' · ')}
          </p>
        ) : null}
        {happens
          ? instead.map(({ wanted, language, people: count }) => (
              <p key={wanted} class="notice">
                {say('campaigns:instead', {
                  wanted: words.languageName(wanted),
                  language: words.languageName(language),
                  count,
                })}
              </p>
            ))
          : null}
        {mayEdit ? <EditStep line={line} campaign={campaign} words={words} /> : null}
      </div>
    </li>
  )
}

/** Another day within its window, another hour within the sending hours, or not at all. */
function EditStep({ line, campaign, words }: { line: PlanLine; campaign: Campaign; words: Words }) {
  const { say } = words
  const { step, may = { hours: [] }, change } = line
  const { first, last, meant, hours } = may
  const days =
    first === undefined || last === undefined
      ? []
      : Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const name = stepName(step, words)
  return (
    <details>
      <summary>
        {say('campaigns:plan.change')} <span class="hidden">{name}</span>
      </summary>
      <form method="post" action={`/campaigns/${encodeURIComponent(campaign._id)}/steps`} class="fields">
        <input type="hidden" name="version" value={campaign.version} />
        <input type="hidden" name="step" value={step} />
        {days.length > 0 ? (
          <label>
            {say('campaigns:plan.day')}
            <select name="days">
              {change.days === undefined && meant === undefined ? (
                <option value="" selected>
                  {say('campaigns:plan.as_written')}
                </option>
              ) : null}
              {days.map(day => (
                <option key={day} value={day} selected={day === (change.days ?? meant)}>
                  {say(`campaigns:plan.${day < 0 ? 'days_before' : 'days_after'}`, { count: Math.abs(day) })}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {hours.length > 0 ? (
          <label>
            {say('campaigns:plan.hour')}
            <select name="hour">
              {hours.map((hour, index) => (
                <option
                  key={hour}
                  value={index === 0 ? '' : hour}
                  selected={hour === (change.hour ?? hours[0])}
                >
                  {`${hour}:00`}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <label class="choice">
          <input type="checkbox" name="off" value="yes" checked={change.off === true} />
          <span>{say('campaigns:plan.leave_out')}</span>
        </label>
        <button type="submit">{say('campaigns:plan.save')}</button>
      </form>
    </details>
  )
}
