import { Field } from '../../components/Field'
import type { Words } from '../../words'
import type { EventsAsked } from './asked'

interface ChooseProps {
  asked: EventsAsked
  /** Every kind of event there is. */
  series: readonly { id: string; name: string }[]
  words: Words
}

/** Which events: of which kind, and of which months. */
export function ChooseFields({ asked, series, words }: ChooseProps) {
  return (
    <>
      <Choice
        name="series"
        label={words.say('reports:choose.series')}
        everything={words.say('reports:choose.all_series')}
        options={series}
        chosen={asked.series}
      />
      {(['from', 'to'] as const).map(name => (
        <Field key={name} name={name} label={words.say(`reports:choose.${name}`)}>
          {ids => (
            <input {...ids} type="month" value={asked[name]} placeholder="2026-01" pattern="\d{4}-\d{2}" />
          )}
        </Field>
      ))}
    </>
  )
}

/** One of several, or everything. */
export function Choice({
  name,
  label,
  everything,
  options,
  chosen = '',
}: {
  name: string
  label: string
  everything: string
  options: readonly { id: string; name: string }[]
  chosen?: string | undefined
}) {
  return (
    <Field name={name} label={label}>
      {ids => (
        <select {...ids}>
          {[{ id: '', name: everything }, ...options].map(option => (
            <option key={option.id} value={option.id} selected={option.id === chosen}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
