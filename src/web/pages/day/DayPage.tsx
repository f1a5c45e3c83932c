import {
  DOOR_CLOSES_MS,
  type Guest,
  isFound,
  SHOWS,
  type Show,
  UNDO_NO_SHOWS_MS,
} from '../../../domain/day/guests'
import { anchorMoment } from '../../../domain/timeline/dueAt'
import type { DayReading } from '../../../use-cases/readDay'
import { Empty } from '../../components/Empty'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { Live } from '../../components/Live'
import type { Words } from '../../words'
import { CampaignTabs } from '../campaign/CampaignTabs'
import { GuestRow } from './GuestRow'
import { type Done, Said } from './Said'
import { ScanButton } from './ScanButton'

export interface DayView {
  show: Show
  /** What was typed in the search field. */
  query: string
  done?: Done | undefined
}

export interface DayPageProps extends DayView {
  reading: DayReading
  words: Words
  now: number
  /** People of this organisation who are not on the list, when the search finds some. */
  others: readonly { contact: string; name: string; phoneEnd?: string }[]
}

/** Two phones at the door see each other's taps within so many seconds. */
const LOOKS_AGAIN_S = 4

export const dayPath = (campaign: string) => `/campaigns/${encodeURIComponent(campaign)}/day`

export const viewPath = (path: string, show: Show): string =>
  show === 'expected' ? path : `${path}?${new URLSearchParams({ show })}`

/** The list at the door, for one hand: who is expected, one tap when they are here. */
export function DayPage(props: DayPageProps) {
  const { reading, words, show, query } = props
  const { campaign } = reading
  const path = dayPath(campaign._id)
  const { say } = words
  return (
    <Layout
      words={words}
      title={`${say('day:title')} – ${campaign.event.name}`}
      path={path}
      sheets={['day']}
      scripts={['day', 'scan']}
    >
      <div class="door" data-door={campaign._id}>
        <p class="back">
          <a href={path.replace(/\/day$/, '')}>
            <bdi>{campaign.event.name}</bdi>
          </a>
        </p>
        <CampaignTabs campaign={campaign._id} path={path} words={words} />
        <p
          class="network"
          role="status"
          data-one={say('day:waiting', { count: 1 })}
          data-other={say('day:waiting', { count: 2 })}
        />
        <div id="said" tabIndex={-1}>
          <Said {...props} path={path} />
        </div>
        <search>
          <form method="post" action={path} class="find">
            <label for="find">
              <span class="hidden">{say('day:find')}</span>
            </label>
            <input
              id="find"
              type="search"
              name="q"
              value={query}
              placeholder={say('day:find_short')}
              autocomplete="off"
              hx-post={path}
              hx-trigger="input changed delay:250ms"
              hx-include="closest form"
              hx-target="#door"
              hx-select="#door"
              hx-swap="outerMorph"
            />
            <input type="hidden" name="show" value={show} />
            <button type="submit">{say('day:search')}</button>
          </form>
          <ScanButton day={path} words={words} />
        </search>
        <Live
          id="door"
          path={query ? path : viewPath(path, show)}
          posts={query ? { q: query, show } : undefined}
          seconds={LOOKS_AGAIN_S}
        >
          <Door {...props} path={path} />
        </Live>
        <ul class="ways">
          <li>
            <a class="button" href={`${path}/walk-in`}>
              {say('day:walk_in')}
            </a>
          </li>
          <li>
            <a class="button" href={`${path}/kiosk`}>
              <Icon name="smile" /> {say('day:kiosk')}
            </a>
          </li>
        </ul>
      </div>
    </Layout>
  )
}

function Door(props: DayPageProps & { path: string }) {
  const { reading, words, show, query, path, others } = props
  const { guests } = reading
  const { say } = words
  const here = guests.filter(SHOWS.here)
  const expected = guests.filter(SHOWS.expected).length
  const along = here.reduce((sum, { companions, children }) => sum + companions + children, 0)
  const shown = guests.filter(query ? guest => isFound(guest.find, query) : SHOWS[show])
  return (
    <>
      <h1>{say('day:here', { count: here.length, of: here.length + expected })}</h1>
      {along > 0 ? <p class="soft">{say('day:along', { count: along })}</p> : null}
      <NoShows {...props} />
      <nav class="pages" aria-label={say('day:lists')}>
        <ul>
          {(Object.keys(SHOWS) as Show[]).map(name => (
            <li key={name}>
              <a href={viewPath(path, name)} aria-current={!query && name === show ? 'page' : undefined}>
                {say(`day:show.${name}`)} <span class="count">{guests.filter(SHOWS[name]).length}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.length === 0 && others.length === 0 ? <Empty>{emptyWords(props)}</Empty> : null}
      <ul class="guests">
        {shown.map(guest => (
          <GuestRow key={guest.contact} {...props} guest={guest} />
        ))}
      </ul>
      {others.length > 0 ? <Others {...props} /> : null}
    </>
  )
}

function emptyWords({ reading: { guests }, words, show, query }: DayPageProps): string {
  if (query) return words.say('day:none_found')
  if (show === 'expected' && guests.some(SHOWS.here)) return words.say('day:all_here')
  return words.say(`day:none.${show}`)
}

/** Known to this organisation, but nobody put them on this list. */
function Others({ words, others, path, show }: DayPageProps & { path: string }) {
  const { say } = words
  return (
    <section aria-labelledby="others">
      <h2 id="others">{say('day:others')}</h2>
      <ul class="guests">
        {others.map(({ contact, name, phoneEnd }) => (
          <li key={contact} class="guest">
            <div class="who">
              <h3>
                <bdi>{name || say('people.unknown')}</bdi>
              </h3>
              {phoneEnd ? <p class="soft">{say('day:phone_end', { end: phoneEnd })}</p> : null}
            </div>
            <form method="post" action={`${path}/known`}>
              <input type="hidden" name="contact" value={contact} />
              <input type="hidden" name="show" value={show} />
              <button type="submit">
                {say('day:add_here')}
                <span class="hidden">: {name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** After the end: who did not come, and for a day the way back. */
function NoShows({ reading, words, now, path }: DayPageProps & { path: string }) {
  const { campaign, guests, staff } = reading
  if (now < anchorMoment(campaign.event, 'end') + DOOR_CLOSES_MS) return null
  const { say } = words
  const missing = guests.filter(SHOWS.expected).length
  if (missing > 0)
    return (
      <form method="post" action={`${path}/no-shows`} class="notice">
        <p>{say('day:did_not_come', { count: missing })}</p>
        <button type="submit">{say('day:mark_no_shows', { count: missing })}</button>
      </form>
    )
  const marked = guests.filter(({ attended, marked }) => attended === false && marked !== undefined)
  const last = Math.max(0, ...marked.map(at))
  const together = marked.filter(guest => at(guest) === last)
  if (together.length === 0 || now - last > UNDO_NO_SHOWS_MS) return null
  const by = staff[together[0]?.marked?.by ?? '']
  return (
    <form method="post" action={`${path}/no-shows/undo`} class="notice">
      <p>
        {say('day:no_shows_marked', { count: together.length, when: words.moment(last) })}
        {by ? ` ${say('day:by', { name: by })}` : ''}
      </p>
      <input type="hidden" name="at" value={last} />
      <button type="submit">{say('form.undo')}</button>
    </form>
  )
}

const at = ({ marked }: Guest): number => marked?.at ?? 0
