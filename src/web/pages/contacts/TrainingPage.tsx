import type { Contact } from '../../../domain/contact'
import {
  TRAINING_KINDS,
  TRAINING_STATUSES,
  type TrainingForm,
  type TrainingState,
} from '../../../domain/contacts/training'
import { Field, FieldSet, ToFix, type Wrong } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { pathOf } from './ContactPage'
import { factsIn } from './Trainings'

export interface TrainingPageProps {
  words: Words
  contact: Pick<Contact, '_id' | 'name'>
  form: TrainingForm
  wrong: Wrong
  /** Of a new one the key of its form, else which it is and as which version it was seen. */
  about: { key: string } | { id: string; rev: number }
  /** How it stands now, when somebody else changed it meanwhile. */
  changed?: TrainingState | undefined
}

/** Something that somebody learns: to note it, to say how it went, to put it right or take it away. */
export function TrainingPage({ words, contact, form, wrong, about, changed }: TrainingPageProps) {
  const { say } = words
  const all = `${pathOf(contact)}/trainings`
  const isNew = 'key' in about
  const action = isNew ? all : `${all}/${encodeURIComponent(about.id)}`
  const title = say(isNew ? 'work:training.add' : 'work:training.change')
  return (
    <Layout words={words} title={title} path={isNew ? `${all}/new` : action} sheets={['contacts']}>
      <p>
        <a href={pathOf(contact)}>
          <bdi>{contact.name || say('people.unknown')}</bdi>
        </a>
      </p>
      <h1>{title}</h1>
      {changed ? (
        <Strip kind="wrong">
          {say('work:training.changed', {
            now: changed.mistaken
              ? say('work:training.mistaken')
              : `${say(`work:training.is.${changed.kind}`)}, ${factsIn(changed, words)}`,
          })}
        </Strip>
      ) : null}
      <ToFix wrong={wrong} words={words} />
      <form method="post" action={action} class="form sheet training">
        {isNew ? (
          <input type="hidden" name="key" value={about.key} />
        ) : (
          <input type="hidden" name="rev" value={about.rev} />
        )}
        <Fields words={words} form={form} wrong={wrong} />
        <p class="actions">
          <button type="submit" class="first">
            {say(isNew ? 'work:note_do' : 'contacts:save')}
          </button>
          <a href={pathOf(contact)}>{say('contacts:back')}</a>
        </p>
      </form>
      {isNew ? null : (
        <form method="post" action={`${action}/mistaken`} class="form sheet">
          <input type="hidden" name="rev" value={about.rev} />
          <p>{say('work:training.remove_what')}</p>
          <p class="actions">
            <button type="submit">{say('work:training.remove')}</button>
          </p>
        </form>
      )}
    </Layout>
  )
}

function Fields({ words, form, wrong }: Pick<TrainingPageProps, 'words' | 'form' | 'wrong'>) {
  const { say } = words
  return (
    <>
      <FieldSet name="kind" label={say('work:training.field.kind')} wrong={wrong.kind}>
        {TRAINING_KINDS.map(one => (
          <label key={one} class="choice">
            <input type="radio" name="kind" value={one} checked={one === form.kind} />
            <span>{say(`work:training.is.${one}`)}</span>
          </label>
        ))}
      </FieldSet>
      <label class="choice only-workplace">
        <input type="checkbox" name="known" value="yes" checked={form.known === 'yes'} />
        <span>{say('work:training.field.known')}</span>
      </label>
      <Field name="since" label={say('work:training.field.since')} wrong={wrong.since}>
        {ids => <input {...ids} type="date" value={form.since} />}
      </Field>
      <FieldSet name="status" label={say('work:training.field.status')} wrong={wrong.status}>
        {TRAINING_STATUSES.map(one => (
          <label key={one} class="choice">
            <input type="radio" name="status" value={one} checked={one === form.status} />
            <span>{say(`work:training.status.${one}`)}</span>
          </label>
        ))}
      </FieldSet>
      <Field name="statusDay" label={say('work:training.field.statusDay')} wrong={wrong.statusDay}>
        {ids => <input {...ids} type="date" value={form.statusDay} />}
      </Field>
    </>
  )
}
