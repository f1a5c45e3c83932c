import type { HoursForm } from '../../../domain/settings/readHours'
import { dayOff, type Hours, slotOn } from '../../../domain/timeline/quietHours'
import { dayOfWall, momentOf, wallAt } from '../../../domain/timeline/wallClock'
import { Field, FieldSet, ToFix, type Wrong } from '../../components/Field'
import { Tag } from '../../components/Tag'
import type { Words } from '../../words'
import { SubjectPage, type SubjectProps } from './Subject'

export interface HoursPageProps extends Omit<SubjectProps, 'subject' | 'children'> {
  form: HoursForm
  rev: number
  problems: Wrong
  /** The hours as they are kept now. */
  hours: Hours
  now: number
}

const HOURS = Array.from({ length: 25 }, (_, hour) => hour)
const DAYS_SHOWN = 14

/** When messages leave, and on which days nothing does. */
export function HoursPage({ form, rev, problems, hours, now, ...props }: HoursPageProps) {
  const { words } = props
  const { say } = words
  return (
    <SubjectPage {...props} subject="hours">
      <div class="columns">
        <form method="post" action="/settings/hours" class="form sheet">
          <ToFix wrong={problems} words={words} />
          <input type="hidden" name="rev" value={rev} />
          <Slot day="weekday" form={form} problems={problems} words={words} />
          <Slot day="evening" form={form} problems={problems} words={words} />
          <Slot day="saturday" form={form} problems={problems} words={words} />
          <FieldSet name="holidays" label={say('settings:hours.holidays')}>
            <label class="choice">
              <input type="checkbox" name="holidays" value="yes" checked={form.holidays} />
              <span>{say('settings:hours.holidays_help')}</span>
            </label>
          </FieldSet>
          <Field
            name="closed"
            label={say('settings:hours.closed')}
            help={say('settings:hours.closed_help')}
            wrong={problems.closed}
          >
            {ids => (
              <textarea {...ids} rows={4}>
                {form.closed}
              </textarea>
            )}
          </Field>
          <button type="submit" class="first">
            {say('settings:save')}
          </button>
          <p class="soft">{say('settings:hours.planned_anew')}</p>
        </form>
        <Strip14 hours={hours} now={now} words={words} />
      </div>
    </SubjectPage>
  )
}

function Slot({
  day,
  form,
  problems,
  words,
}: {
  day: 'weekday' | 'evening' | 'saturday'
  form: HoursForm
  problems: Wrong
  words: Words
}) {
  const { say } = words
  return (
    <FieldSet
      name={day}
      label={say(`settings:hours.${day}`)}
      help={say(`settings:hours.${day}_help`)}
      wrong={problems[day]}
    >
      {day === 'saturday' ? (
        <label class="choice">
          <input type="checkbox" name="saturday" value="yes" checked={form.saturday} />
          <span>{say('settings:hours.saturday_on')}</span>
        </label>
      ) : null}
      <div class="fields">
        {(['From', 'To'] as const).map(end => (
          <label key={end}>
            {say(`settings:hours.${end === 'From' ? 'from' : 'to'}`)}
            <select name={`${day}${end}`}>
              {HOURS.map(hour => (
                <option key={hour} value={hour} selected={String(hour) === form[`${day}${end}`]}>
                  {`${String(hour).padStart(2, '0')}:00`}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </FieldSet>
  )
}

/** What it means for the days to come. */
function Strip14({ hours, now, words }: { hours: Hours; now: number; words: Words }) {
  const { say } = words
  const today = dayOfWall(wallAt(now, hours.zone))
  const days = Array.from({ length: DAYS_SHOWN }, (_, days) => today.plus({ days }))
  return (
    <section class="sheet" aria-labelledby="coming">
      <h2 id="coming">{say('settings:hours.coming')}</h2>
      <ul class="history">
        {days.map(day => {
          const slot = slotOn(day, hours)
          const off = dayOff(day, hours)
          return (
            <li key={day.toISODate()}>
              <span>{words.day(momentOf(day.set({ hour: 12 }), hours.zone))}</span>
              {slot ? (
                <bdi dir="ltr">
                  {words.hour(slot.from)}–{words.hour(slot.to)}
                </bdi>
              ) : (
                <Tag icon="minus" colour="quiet">
                  {say(`settings:hours.off.${off ?? 'none'}`)}
                </Tag>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
