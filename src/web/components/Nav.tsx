import { type NavEntry, navFor } from '../nav'
import type { Words } from '../words'
import { Icon } from './Icon'

const GROUPS = [undefined, 'prepare', 'look_back', 'manage'] as const

/** The main menu: all of it at the side where there is room, four entries and "More" at the bottom of a phone. */
export function Nav({ words, path }: { words: Words; path: string }) {
  const { reader, say, phones } = words
  if (!reader) return null
  const entries = navFor(reader.role)
  const isMore = path === '/more'
  return (
    <nav class="main-nav" aria-label={say('nav.label')}>
      {GROUPS.map(group => {
        const own = entries.filter(entry => entry.group === group)
        return own.length === 0 ? null : (
          <div key={group ?? ''}>
            {group === 'prepare' || group === 'look_back' ? (
              <h2 class="soft">{say(`nav.${group}`)}</h2>
            ) : null}
            <ul>
              {own.map(entry => (
                <NavItem key={entry.name} entry={entry} words={words} path={path} />
              ))}
            </ul>
          </div>
        )
      })}
      <div>
        <ul>
          {phones ? (
            <li>
              <a href={phones}>
                <Icon name="chat" /> <span>{say('phones')}</span>
              </a>
            </li>
          ) : null}
          <li class="in-bar more">
            <a href="/more" aria-current={isMore ? 'page' : undefined}>
              <Icon name="more" /> <span>{say('nav.more')}</span>
            </a>
          </li>
        </ul>
      </div>
    </nav>
  )
}

function NavItem({ entry, words, path }: { entry: NavEntry; words: Words; path: string }) {
  const isHere = path === entry.path
  const isInside = path.startsWith(`${entry.path}/`)
  return (
    <li class={entry.tab ? 'in-bar' : undefined}>
      <a href={entry.path} aria-current={isHere ? 'page' : isInside ? 'true' : undefined}>
        <Icon name={entry.icon} /> <span>{words.say(`nav.${entry.name}`)}</span>
        <Waiting entry={entry} words={words} />
      </a>
    </li>
  )
}

/** How many wait for a person behind this entry. */
function Waiting({ entry, words }: { entry: NavEntry; words: Words }) {
  const count = words.waiting?.[entry.name] ?? 0
  if (count === 0) return null
  return (
    <span class="waiting">
      {count}
      <span class="hidden"> {words.say('nav.waiting', { count })}</span>
    </span>
  )
}
