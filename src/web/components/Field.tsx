import type { ComponentChildren, VNode } from 'preact'
import type { FieldProblem } from '../../domain/fieldProblem'
import type { Words } from '../words'
import { Icon } from './Icon'

/** By name of the field: what is wrong with it, in words. */
export type Wrong = Readonly<Record<string, string>>

/** The words of each problem, from the page's own namespace: `contacts:problem.missing`; the first of a field counts. */
export function wrongWords(problems: readonly FieldProblem[], namespace: string, words: Words): Wrong {
  const wrong: Record<string, string> = {}
  for (const { field, problem, values } of problems)
    wrong[field] ??= words.say(`${namespace}:problem.${problem}`, values)
  return wrong
}

/** What the control itself must carry so that its label, help and message belong to it. */
export interface ControlIds {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

export interface FieldProps {
  name: string
  label: ComponentChildren
  help?: ComponentChildren
  wrong?: string | undefined
  /** Says so beside the label: may stay empty. */
  optional?: string | undefined
  children: (ids: ControlIds) => VNode
}

/** Label, help, what is wrong, control: in this order for the eye and for who listens. */
export function Field({ name, label, help, wrong, optional, children }: FieldProps) {
  const id = fieldId(name)
  const described = [...(help ? [`${id}-help`] : []), ...(wrong ? [`${id}-wrong`] : [])].join(' ')
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <label for={id}>
        <span>
          {label} {optional ? <span class="soft">({optional})</span> : null}
        </span>
      </label>
      {help ? (
        <p class="soft" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      {wrong ? (
        <p class="problem" id={`${id}-wrong`}>
          <Icon name="alert" /> <span>{wrong}</span>
        </p>
      ) : null}
      {children({
        id,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': wrong ? 'true' : undefined,
      })}
    </div>
  )
}

/** A question with several controls: radio buttons, check boxes, day and hour. */
export function FieldSet({
  name,
  label,
  help,
  wrong,
  children,
}: Omit<FieldProps, 'children'> & { children: ComponentChildren }) {
  const id = fieldId(name)
  return (
    <fieldset
      class={wrong ? 'field wrong' : 'field'}
      id={id}
      aria-describedby={wrong ? `${id}-wrong` : undefined}
    >
      <legend>{label}</legend>
      {help ? <p class="soft">{help}</p> : null}
      {wrong ? (
        <p class="problem" id={`${id}-wrong`}>
          <Icon name="alert" /> <span>{wrong}</span>
        </p>
      ) : null}
      {children}
    </fieldset>
  )
}

const fieldId = (name: string) => `field-${name}`

/** Above a form that did not fit: how much there is to do, with a way to each field. */
export function ToFix({ wrong, words }: { wrong: Wrong; words: Words }) {
  const fields = Object.entries(wrong)
  if (fields.length === 0) return null
  return (
    <div class="strip wrong" role="alert" id="strip" tabIndex={-1}>
      <Icon name="alert" />
      <div>
        <p>
          <strong>{words.say('form.to_fix', { count: fields.length })}</strong>
        </p>
        <ul>
          {fields.map(([name, message]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
