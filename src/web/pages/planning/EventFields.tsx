import type { EventForm } from '../../../domain/campaigns/eventForm'
import { OPTIONS, type Picked, type PickedField } from '../../../domain/campaigns/picks'
import { Field, FieldSet, type Wrong } from '../../components/Field'
import type { Words } from '../../words'

export interface FieldsProps {
  form: EventForm
  wrong: Wrong
  words: Words
  /** What somebody else saved meanwhile. */
  theirs?: EventForm | undefined
}

type TextField = {
  [K in keyof EventForm]: EventForm[K] extends string ? K : never
}[keyof EventForm]

/** One line of text with its label and help. */
export function TextLine({
  name,
  form,
  wrong,
  words,
  theirs,
  type = 'text',
  list,
}: FieldsProps & {
  name: TextField
  type?: 'text' | 'tel'
  /** Id of what it offers. */
  list?: string
}) {
  return (
    <Field
      name={name}
      label={words.say(`campaigns:field.${name}`)}
      help={helpFor(name, words, other(form[name], theirs?.[name]))}
      wrong={wrong[name]}
    >
      {ids => (
        <input
          {...ids}
          type={type}
          list={list}
          dir={type === 'tel' ? 'ltr' : undefined}
          autocomplete="off"
          value={form[name]}
        />
      )}
    </Field>
  )
}

/** What somebody else saved in a field. */
export const savedNow = (theirs: string, words: Words) =>
  words.say('campaigns:saved_now', { text: theirs || '–' })

/** What the field is for, and what somebody else saved in it meanwhile. */
export function helpFor(name: string, words: Words, theirs?: string) {
  const key = `campaigns:help.${name}`
  const help = words.say(key)
  const parts = [...(help === key ? [] : [help]), ...(theirs === undefined ? [] : [savedNow(theirs, words)])]
  return parts.length > 0 ? parts.join(' ') : undefined
}

export const other = (mine: string, theirs: string | undefined) => (theirs === mine ? undefined : theirs)

/** What is ticked and what is written beside it, on one line. */
function pickedLine(name: PickedField, { of, own }: Picked, words: Words): string {
  const ticked = of.map(option => words.say(`campaigns:option.${name}.${option}`))
  return [...ticked, own].filter(part => part !== '').join(', ')
}

/** Usual answers to tick, and a line for what is not among them. */
export function PickField({
  name,
  one,
  form,
  wrong,
  words,
  theirs,
}: FieldsProps & { name: PickedField; one?: boolean }) {
  const picked = form.picks[name]
  const ownLabel = words.say(`campaigns:own.${name}`)
  const lineOf = (one: Picked) => pickedLine(name, one, words)
  return (
    <FieldSet
      name={name}
      label={words.say(`campaigns:field.${name}`)}
      help={helpFor(name, words, other(lineOf(picked), theirs && lineOf(theirs.picks[name])))}
      wrong={wrong[name]}
    >
      <div class="choices">
        {OPTIONS[name].map(option => (
          <label key={option} class="choice">
            <input
              type={one ? 'radio' : 'checkbox'}
              name={name}
              value={option}
              checked={picked.of.includes(option)}
            />
            <span>{words.say(`campaigns:option.${name}.${option}`)}</span>
          </label>
        ))}
        {one ? (
          <label class="choice">
            <input type="radio" name={name} value="" checked={picked.of.length === 0} />
            <span>{words.say('campaigns:option.own')}</span>
          </label>
        ) : null}
      </div>
      <label>
        {ownLabel}
        <input type="text" name={`${name}_own`} value={picked.own} autocomplete="off" />
      </label>
    </FieldSet>
  )
}
