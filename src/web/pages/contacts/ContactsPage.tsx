import type { Campaign } from '../../../domain/campaign'
import type { HistoryLine } from '../../../domain/contacts/history'
import type { ListedContacts } from '../../../use-cases/listContacts'
import { Empty } from '../../components/Empty'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { PeopleSearch } from '../../components/PeopleSearch'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { ContactTabs } from './ContactTabs'
import { type ContactQuery, pathFor } from './contactQuery'
import { Filters } from './Filters'
import { Rows } from './Rows'

export interface ContactsPageProps {
  words: Words
  listed: ListedContacts & { last: Map<string, Extract<HistoryLine, { kind: 'sent' }>> }
  query: ContactQuery
  /** Those that people may still come into. */
  campaigns: readonly Campaign[]
  /** A list that is on its way in. */
  underWay: string | null
  /** What was typed; empty: nothing. */
  search: string
  /** In words, what has just been done. */
  done?: string | undefined
  /** In words, why it was not done. */
  wrong?: string | undefined
}

export function ContactsPage(props: ContactsPageProps) {
  const { words, listed, query, search, done, wrong } = props
  const { say } = words
  const { choices, count } = listed
  const path = pathFor(query)
  const isNarrowed = search !== '' || Object.keys(query).length > 0
  return (
    <Layout words={words} title={say('contacts:title')} path="/contacts" sheets={['contacts']}>
      <div class="title">
        <h1>
          {say('contacts:title')} <span class="count">{choices.all}</span>
        </h1>
        <p class="actions">
          <a class="button" href="/contacts/new">
            <Icon name="person" /> {say('contacts:add')}
          </a>
          <a class="button" href="/contacts/import">
            <Icon name="upload" /> {say('contacts:import')}
          </a>
        </p>
      </div>
      <ContactTabs path="/contacts" words={words} />
      {done ? <Strip kind="done">{done}</Strip> : null}
      {wrong ? <Strip kind="wrong">{wrong}</Strip> : null}
      {props.underWay ? (
        <p class="notice">
          {say('contacts:list.under_way')}{' '}
          <a href={`/contacts/import/${encodeURIComponent(props.underWay)}/wait`}>
            {say('contacts:list.to_list')}
          </a>
        </p>
      ) : null}
      {choices.all === 0 ? (
        <section class="sheet">
          <Empty>
            {say('contacts:empty')} <a href="/contacts/import">{say('contacts:empty_import')}</a>{' '}
            {say('contacts:empty_minutes')} <a href="/contacts/new">{say('contacts:empty_add')}</a>.
          </Empty>
        </section>
      ) : (
        <section class="sheet" aria-labelledby="who">
          <PeopleSearch words={words} action={path} search={search} />
          <Filters words={words} query={query} choices={choices} />
          <h2 id="who" class={isNarrowed ? undefined : 'hidden'}>
            {search === ''
              ? say('contacts:count', { count })
              : say('contacts:found', { count, search: `\u2068${search}\u2069` })}
          </h2>
          {isNarrowed ? (
            <p>
              <a href="/contacts">{say('contacts:show_all', { count: choices.all })}</a>
            </p>
          ) : null}
          {count === 0 ? <Nobody {...props} /> : <Rows {...props} path={path} />}
        </section>
      )}
    </Layout>
  )
}

/** Nobody is meant: who is called nearly so, and the way to add somebody. */
function Nobody({ words, listed, search }: ContactsPageProps) {
  const { say } = words
  return (
    <div class="nobody">
      <p>
        {search === ''
          ? say('contacts:nobody_here')
          : say('contacts:nobody', { search: `\u2068${search}\u2069` })}
      </p>
      {listed.near.length > 0 ? (
        <p>
          {say('contacts:near')}{' '}
          {listed.near.map(({ _id, name }, index) => (
            <span key={_id}>
              {index > 0 ? ', ' : ''}
              <a href={`/contacts/${encodeURIComponent(_id)}`}>
                <bdi>{name}</bdi>
              </a>
            </span>
          ))}
        </p>
      ) : null}
      <p>
        <a class="button" href="/contacts/new">
          <Icon name="person" /> {say('contacts:add')}
        </a>
      </p>
    </div>
  )
}
