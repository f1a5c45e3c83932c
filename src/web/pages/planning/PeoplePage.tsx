import type { Campaign } from '../../../domain/campaign'
import type { Contact } from '../../../domain/contact'
import { standingOf } from '../../../domain/report/personOf'
import type { PeopleReading } from '../../../use-cases/readPeople'
import { Empty } from '../../components/Empty'
import { Layout } from '../../components/Layout'
import { PeopleSearch } from '../../components/PeopleSearch'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { CampaignTabs } from '../campaign/CampaignTabs'
import { pathOf } from '../change/ChangePage'
import { type ContactQuery, pathFor } from '../contacts/contactQuery'
import { Filters } from '../contacts/Filters'
import { StandingTag } from '../contacts/StandingTag'

export interface PeoplePageProps {
  campaign: Campaign
  reading: PeopleReading
  words: Words
  query: ContactQuery
  search: string
  /** So many were added at that moment, or one was taken out. */
  added?: { count: number; at: number } | undefined
  out?: string | undefined
  nobody: boolean
  /** Who has just been written down for it. */
  fresh?: string | undefined
}

/** So many are listed by name; the rest are in the number. */
const SHOWN = 50

/** Whom a campaign is for: who is in it, and who could come in, by language, group, tag, name, or all at once. */
export function PeoplePage(props: PeoplePageProps) {
  const { campaign, reading, words, added, out } = props
  const { say } = words
  const path = `${pathOf(campaign)}/people`
  return (
    <Layout words={words} title={say('campaigns:people.title')} path={path} sheets={['planning', 'contacts']}>
      <p>
        <a href="/campaigns">{say('campaigns')}</a>
      </p>
      <h1>
        <bdi>{campaign.event.name}</bdi>
      </h1>
      <CampaignTabs campaign={campaign._id} path={path} words={words} draft={campaign.state === 'draft'} />
      {added ? (
        <Strip
          kind="done"
          undo={
            campaign.state === 'draft'
              ? { action: `${path}/undo`, fields: { at: String(added.at) }, label: say('form.undo') }
              : undefined
          }
        >
          {say('campaigns:people.added', { count: added.count })}
        </Strip>
      ) : null}
      {out ? (
        <Strip
          kind="done"
          undo={{
            action: campaign.state === 'draft' ? path : `${path}/add`,
            fields: { contact: out, do: 'add' },
            label: say('form.undo'),
          }}
        >
          {say('campaigns:people.out')}
        </Strip>
      ) : null}
      {reading.free.some(({ _id }) => _id === props.fresh) ? (
        <Strip kind="done">
          {say('campaigns:people.fresh', { button: say('campaigns:people.add_ticked') })}
        </Strip>
      ) : null}
      {props.nobody ? <Strip kind="wrong">{say('campaigns:people.nobody_ticked')}</Strip> : null}
      <Chosen {...props} path={path} />
      {reading.choices.all > reading.chosen.length ? (
        <Free {...props} path={path} />
      ) : (
        <section class="sheet">
          <Empty>
            {say(reading.choices.all === 0 ? 'campaigns:people.none_at_all' : 'campaigns:people.everybody')}{' '}
            <Others campaign={campaign} words={words} />
          </Empty>
        </section>
      )}
    </Layout>
  )
}

/** The ways in for people who are not written down yet. */
const Others = ({ campaign, words }: { campaign: Campaign; words: Words }) => (
  <>
    <a href={`/contacts/import?campaign=${encodeURIComponent(campaign._id)}`}>
      {words.say('contacts:import')}
    </a>{' '}
    · <a href={`/contacts/new?campaign=${encodeURIComponent(campaign._id)}`}>{words.say('contacts:add')}</a>
  </>
)

/** Who is in it, in which languages, and how many of them cannot be written to yet. */
function Chosen({ campaign, reading, words, path }: PeoplePageProps & { path: string }) {
  const { say } = words
  const { chosen, languages, standings } = reading
  const silent = (standings.get('not_asked') ?? 0) + (standings.get('asked') ?? 0)
  return (
    <section class="sheet" aria-labelledby="chosen">
      <h2 id="chosen">{say('people.count', { count: chosen.length })}</h2>
      {chosen.length === 0 ? <p class="soft">{say('campaigns:people.none')}</p> : null}
      <ul class="words">
        {[...languages]
          .toSorted((a, b) => b[1] - a[1])
          .map(([tag, count]) => (
            <li key={tag}>
              {words.languageName(tag)} <strong>{count}</strong>
            </li>
          ))}
      </ul>
      {silent > 0 ? <p class="notice">{say('campaigns:people.without_consent', { count: silent })}</p> : null}
      {chosen.length > 0 ? (
        <details>
          <summary>{say('campaigns:people.who')}</summary>
          <ul class="rows chosen-people">
            {chosen.map(contact => (
              <li key={contact._id}>
                <Who contact={contact} words={words} />
                <form method="post" action={`${path}/out`}>
                  <input type="hidden" name="contact" value={contact._id} />
                  <button type="submit" class="quiet">
                    {say('campaigns:people.take_out')}
                    <span class="hidden">
                      {' '}
                      <bdi>{contact.name}</bdi>
                    </span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {campaign.state === 'draft' && chosen.length > 0 ? (
        <p>
          <a class="button first" href={`${pathOf(campaign)}/steps`}>
            {say('campaigns:show_plan')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** Who could come in: first narrowed, then all at once or one by one. */
function Free({ campaign, reading, words, query, search, fresh, path }: PeoplePageProps & { path: string }) {
  const { say } = words
  const { free, choices } = reading
  const here = pathFor(query, undefined, path)
  const adds = campaign.state === 'draft' ? here : pathFor(query, undefined, `${path}/add`)
  const isFresh = ({ _id }: Contact) => _id === fresh
  const shown = free.toSorted((a, b) => Number(isFresh(b)) - Number(isFresh(a))).slice(0, SHOWN)
  return (
    <section class="sheet" aria-labelledby="free">
      <h2 id="free">{say('campaigns:people.add')}</h2>
      <PeopleSearch words={words} action={here} search={search} fields={{ do: 'search' }} />
      <Filters words={words} query={query} choices={choices} base={path} />
      <p aria-live="polite">{say('campaigns:people.free', { count: free.length })}</p>
      {free.length === 0 ? null : (
        <form method="post" action={adds} class="free">
          <input type="hidden" name="do" value="add" />
          <input type="hidden" name="search" value={search} />
          <button type="submit" name="all" value="yes" class="first">
            {say('campaigns:people.add_all', { count: free.length })}
          </button>
          <ul class="rows">
            {shown.map(contact => (
              <li key={contact._id}>
                <label class="choice">
                  <input type="checkbox" name="contact" value={contact._id} checked={isFresh(contact)} />
                  <Who contact={contact} words={words} />
                </label>
              </li>
            ))}
          </ul>
          {free.length > SHOWN ? (
            <p class="soft">{say('campaigns:people.not_shown', { count: free.length - SHOWN })}</p>
          ) : null}
          <button type="submit">{say('campaigns:people.add_ticked')}</button>
        </form>
      )}
      <p>
        <Others campaign={campaign} words={words} />
      </p>
    </section>
  )
}

function Who({ contact, words }: { contact: Contact; words: Words }) {
  const standing = standingOf(contact)
  return (
    <span>
      <bdi>{contact.name || words.say('people.unknown')}</bdi>{' '}
      <span class="soft">
        {words.languageName(contact.language)}
        {contact.audience === 'participant' ? '' : ` · ${words.say(`audience_one.${contact.audience}`)}`}
      </span>{' '}
      {standing === 'agreed' ? null : <StandingTag standing={standing} words={words} />}
    </span>
  )
}
