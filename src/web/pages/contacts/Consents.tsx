import { type ConsentEntry, PURPOSES, type Purpose } from '../../../domain/contact'
import { refusesMessages } from '../../../domain/contacts/consentForm'
import { Field, FieldSet } from '../../components/Field'
import type { IconName } from '../../components/Icon'
import { type Colour, Tag } from '../../components/Tag'
import type { Words } from '../../words'
import { type ContactPageProps, pathOf } from './ContactPage'
import { TellsUs } from './TellsUs'

/** The register: what somebody agreed to and when, how and in which words; every line stays. */
export function Consents(props: ContactPageProps) {
  const { words, reading } = props
  const { say } = words
  const lines = (purpose: Purpose) => reading.contact.consents.filter(one => one.purpose === purpose)
  return (
    <section class="sheet consents" aria-labelledby="consents">
      <h2 id="consents">{say('contacts:consents')}</h2>
      <dl class="facts-list">
        {PURPOSES.map(purpose => (
          <div key={purpose}>
            <dt>{say(`contacts:purpose.${purpose}`)}</dt>
            <dd>
              <Now lines={lines(purpose)} words={words} />
              <Proof lines={lines(purpose)} words={words} />
            </dd>
          </div>
        ))}
      </dl>
      <Note {...props} />
    </section>
  )
}

type Standing = ConsentEntry['state'] | 'unknown'
const LOOK: Record<Standing, [IconName, Colour]> = {
  given: ['check', 'good'],
  withdrawn: ['cross', 'bad'],
  asked: ['question', 'wait'],
  unknown: ['minus', 'quiet'],
}

/** A second question after a yes does not take the yes back. */
function Now({ lines, words }: { lines: readonly ConsentEntry[]; words: Words }) {
  const line = lines.findLast(({ state }) => state !== 'asked') ?? lines.at(-1)
  const [icon, colour] = LOOK[line?.state ?? 'unknown']
  return (
    <Tag icon={icon} colour={colour}>
      {words.say(`contacts:consent.${line?.state ?? 'unknown'}`)}
    </Tag>
  )
}

function Proof({ lines, words }: { lines: readonly ConsentEntry[]; words: Words }) {
  if (lines.length === 0) return null
  const { say } = words
  return (
    <ul class="proof soft">
      {lines.map(line => (
        <li key={line.key}>
          {[
            `${say(`contacts:consent.${line.state}`)}, ${words.day(line.at)}`,
            say(`contacts:by.${BY.find(one => one === line.by) ?? 'other'}`),
            words.languageName(line.language),
            ...(line.version === 'list' || line.version === 'staff'
              ? []
              : [say('contacts:text_version', { version: line.version })]),
          ].join(' · ')}
          {line.about ? (
            <>
              {' · '}
              <bdi>{line.about}</bdi>
            </>
          ) : null}
          {line.how ? (
            <>
              {' · '}
              <q>{line.how}</q>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

const BY = ['chat', 'paper', 'phone', 'talk', 'import', 'stop_word'] as const

/** One more line, as somebody told it to us. */
function Note({ words, reading, consent }: ContactPageProps) {
  const { say } = words
  const { key, form, wrong, open } = consent
  const { contact } = reading
  return (
    <details open={open} id="note">
      <summary>{say('contacts:note_consent')}</summary>
      {refusesMessages(contact) ? <p class="notice">{say('contacts:only_they')}</p> : null}
      <form method="post" action={`${pathOf(contact)}/consents`} class="form">
        <input type="hidden" name="key" value={key} />
        <Field name="purpose" label={say('contacts:field.purpose')} wrong={wrong.purpose}>
          {ids => (
            <select {...ids}>
              {PURPOSES.map(purpose => (
                <option key={purpose} value={purpose} selected={purpose === form.purpose}>
                  {say(`contacts:purpose.${purpose}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <FieldSet name="state" label={say('contacts:field.state')} wrong={wrong.state}>
          {(['given', 'withdrawn'] as const).map(state => (
            <label key={state} class="choice">
              <input type="radio" name="state" value={state} checked={state === form.state} />
              <span>{say(`contacts:consent.${state}`)}</span>
            </label>
          ))}
        </FieldSet>
        <TellsUs words={words} form={form} wrong={wrong} />
        <Field
          name="about"
          label={say('contacts:field.about')}
          help={say('contacts:help.about')}
          optional={say('form.optional')}
          wrong={wrong.about}
        >
          {ids => <input {...ids} value={form.about} maxLength={200} autoComplete="off" />}
        </Field>
        <button type="submit">{say('contacts:note_do')}</button>
      </form>
    </details>
  )
}
