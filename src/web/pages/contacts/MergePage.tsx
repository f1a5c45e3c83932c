import type { Contact } from '../../../domain/contact'
import { isNumber } from '../../../domain/contact'
import { CHOSEN, type Chosen, type MergeProblem } from '../../../domain/contacts/merged'
import { shownNumber } from '../../../domain/contacts/shownNumber'
import type { MergePreview } from '../../../use-cases/mergeContacts'
import { FieldSet } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { PeopleSearch } from '../../components/PeopleSearch'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { pathOf } from './ContactPage'

export interface MergePageProps {
  words: Words
  contact: Contact
  /** Who may be the same person, by name, or who was found. */
  candidates: readonly Contact[]
  search: string
  /** With whom, once chosen. */
  preview?: { read: MergePreview; version: string; other: Contact } | undefined
  /** In words, why it was not done. */
  wrong?: string | undefined
}

/** Twice the same person: first who, then what becomes of it, then the button that says who stays. */
export function MergePage(props: MergePageProps) {
  const { words, contact, preview, wrong } = props
  const { say } = words
  const path = `${pathOf(contact)}/merge`
  return (
    <Layout words={words} title={say('contacts:merge.link')} path={path} sheets={['contacts']}>
      <p>
        <a href={pathOf(contact)}>
          <bdi>{contact.name || say('people.unknown')}</bdi>
        </a>
      </p>
      <h1>{say('contacts:merge.link')}</h1>
      {wrong ? <Strip kind="wrong">{wrong}</Strip> : null}
      {preview ? (
        <Preview {...props} preview={preview} path={path} />
      ) : (
        <ChooseOther {...props} path={path} />
      )}
    </Layout>
  )
}

function ChooseOther({ words, candidates, search, path }: MergePageProps & { path: string }) {
  const { say } = words
  return (
    <section class="sheet" aria-labelledby="who">
      <h2 id="who">{say('contacts:merge.who')}</h2>
      <PeopleSearch words={words} action={path} search={search} />
      {candidates.length === 0 ? <p>{say('contacts:merge.nobody')}</p> : null}
      <ul class="links">
        {candidates.map(one => (
          <li key={one._id}>
            <a href={`${path}?with=${encodeURIComponent(one._id)}`}>
              <bdi>{one.name || say('people.unknown')}</bdi>
            </a>{' '}
            <span class="soft">{numberOf(one, words)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function numberOf({ addresses }: Contact, words: Words): string {
  const number = addresses.find(isNumber)?.address
  return number ? `\u2066${shownNumber(number)}\u2069` : words.say('contacts:no_number')
}

const VALUE: Record<keyof Chosen, (contact: Contact, words: Words) => string> = {
  name: ({ name }, words) => name || words.say('people.unknown'),
  language: ({ language }, words) => words.languageName(language),
  audience: ({ audience }, words) => words.say(`contacts:audience.${audience}`),
  number: numberOf,
}

function Preview({
  words,
  contact,
  preview: { read, version, other },
  path,
}: MergePageProps & { preview: NonNullable<MergePageProps['preview']>; path: string }) {
  const { say } = words
  const { kept, gone, problem } = read
  const stops = kept.stopped !== undefined || gone.stopped !== undefined
  const name = `\u2068${kept.name || say('people.unknown')}\u2069`
  return (
    <form method="post" action={path} class="sheet change form">
      <input type="hidden" name="with" value={other._id} />
      <input type="hidden" name="version" value={version} />
      <h2>{say('contacts:merge.choose')}</h2>
      {CHOSEN.map(field => (
        <FieldSet key={field} name={field} label={say(`contacts:merge.field.${field}`)}>
          {(['kept', 'gone'] as const).map(which => (
            <label key={which} class="choice">
              <input type="radio" name={field} value={which} checked={which === 'kept'} />
              <bdi>{VALUE[field](which === 'kept' ? kept : gone, words)}</bdi>
            </label>
          ))}
        </FieldSet>
      ))}
      <h2>{say('change.title')}</h2>
      <ul class="plain">
        <li>{say('contacts:merge.messages', { count: read.messages })}</li>
        {read.campaigns > 0 ? <li>{say('contacts:merge.campaigns', { count: read.campaigns })}</li> : null}
        {read.both > 0 ? <li>{say('contacts:merge.both', { count: read.both })}</li> : null}
        {read.takenBack > 0 ? <li>{say('contacts:merge.taken_back', { count: read.takenBack })}</li> : null}
        {read.tasks > 0 ? <li>{say('contacts:merge.tasks', { count: read.tasks })}</li> : null}
        {read.closes ? <li>{say('contacts:merge.closes')}</li> : null}
        <li>{say('contacts:merge.register')}</li>
        {stops ? <li>{say('contacts:merge.stop')}</li> : null}
      </ul>
      {problem ? (
        <p class="notice">{say(`contacts:merge.problem.${problem satisfies MergeProblem}`)}</p>
      ) : (
        <>
          <p class="notice">{say('contacts:merge.way_back')}</p>
          <p>
            <button type="submit" class="first">
              {say('contacts:merge.do', { name })}
            </button>
          </p>
        </>
      )}
      <p>
        <a href={pathOf(contact)}>{say('change.back')}</a>
      </p>
    </form>
  )
}
