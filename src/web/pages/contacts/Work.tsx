import { WORK } from '../../../domain/report/outcome'
import { BesideFields } from '../../components/BesideFields'
import { Empty } from '../../components/Empty'
import { Field, FieldSet } from '../../components/Field'
import { numbersIn } from '../../numbers'
import { toldWords } from '../../toldWords'
import type { Words } from '../../words'
import { type ContactPageProps, pathOf } from './ContactPage'
import { NotedBy } from './NotedBy'

/** Where somebody stands after the first event, when to ask again, and a form to note it. */
export function Work(props: ContactPageProps) {
  const { words, reading } = props
  const { say } = words
  const { startedOn, points, notes } = reading.work
  return (
    <section class="sheet" aria-labelledby="work">
      <h2 id="work">{say('work:title')}</h2>
      <p class="soft">
        {startedOn === undefined
          ? say('work:not_begun')
          : say('work:since', { day: dayIn(startedOn, words) })}
      </p>
      {points.length > 0 ? (
        <>
          <h3>{say('work:when')}</h3>
          <dl class="facts-list">
            {points.map(({ months, day, work, ...beside }) => (
              <div key={months}>
                <dt>{say('work:after', { months })}</dt>
                <dd>
                  {work === null ? say('work:to_come') : toldWords({ work, ...beside }, words)}{' '}
                  <span class="soft">· {dayIn(day, words)}</span>
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      <h3>{say('work:told')}</h3>
      {notes.length === 0 ? <Empty>{say('work:none')}</Empty> : null}
      <ul class="links">
        {notes.map(({ id, day, by, at, ...told }) => (
          <li key={id}>
            {dayIn(day, words)}: {toldWords(told, words)}
            <br />
            <NotedBy by={by} at={at} words={words} />
          </li>
        ))}
      </ul>
      {reading.work.mayFollow ? <Note {...props} /> : <AskFirst {...props} />}
    </section>
  )
}

/** Nobody is followed before they said yes: in a message, or in a talk that staff notes. */
function AskFirst({ words, reading }: ContactPageProps) {
  const { say } = words
  const { may, askedAt } = reading.work.asking
  return (
    <div class="notice">
      <p>{say('work:first_ask')}</p>
      {may === 'yes' ? (
        <form method="post" action={`${pathOf(reading.contact)}/follow`} class="form">
          <p>{say('work:follow.asking_what', { language: words.languageName(reading.contact.language) })}</p>
          <button type="submit">{say('work:follow.ask')}</button>
        </form>
      ) : (
        <p>{say(`work:follow.${may}`, { day: words.day(askedAt ?? 0) })}</p>
      )}
      <p>
        <a href="#note">{say('work:to_consents')}</a>
      </p>
    </div>
  )
}

/** Of an ISO day. */
export const dayIn = (iso: string, { language }: Words): string => numbersIn(language).day(iso)

function Note({ words, reading, work }: ContactPageProps) {
  const { say } = words
  const { key, form, wrong, open } = work
  return (
    <details open={open} id="note-work">
      <summary>{say('work:note')}</summary>
      <form method="post" action={`${pathOf(reading.contact)}/work`} class="form">
        <input type="hidden" name="key" value={key} />
        <FieldSet name="work" label={say('work:field.work')} wrong={wrong.work}>
          {WORK.map(one => (
            <label key={one} class="choice">
              <input type="radio" name="work" value={one} checked={one === form.work} />
              <span>{say(`work:is.${one}`)}</span>
            </label>
          ))}
        </FieldSet>
        <BesideFields words={words} beside={form} />
        <Field name="workDay" label={say('work:field.workDay')} wrong={wrong.workDay}>
          {ids => <input {...ids} type="date" value={form.day} />}
        </Field>
        <p class="soft">{say('work:later')}</p>
        <button type="submit">{say('work:note_do')}</button>
      </form>
    </details>
  )
}
