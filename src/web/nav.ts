import { can } from '../domain/access/can'
import type { Role } from '../domain/staff'
import type { IconName } from './components/Icon'
import { partOf } from './session'

/** One entry of the main menu, in the order shown; its words are `web:nav.<name>`. */
export interface NavEntry {
  name: string
  path: string
  icon: IconName
  /** Under which heading it stands on a wide screen and on the page "More". */
  group?: 'prepare' | 'look_back' | 'manage'
  /** Stands in the bar at the bottom of a phone where there is room; the others are one tap further, under "More". */
  tab?: boolean
}

const NAV: readonly NavEntry[] = [
  { name: 'today', path: '/today', icon: 'sun', tab: true },
  { name: 'inbox', path: '/inbox', icon: 'inbox', tab: true },
  { name: 'campaigns', path: '/campaigns', icon: 'route', tab: true },
  { name: 'contacts', path: '/contacts', icon: 'people', tab: true },
  { name: 'letters', path: '/letters', icon: 'letter', group: 'prepare' },
  { name: 'reports', path: '/reports', icon: 'chart', group: 'look_back', tab: true },
  { name: 'talks', path: '/talks', icon: 'talk', group: 'look_back' },
  { name: 'texts', path: '/texts', icon: 'words', group: 'prepare' },
  { name: 'templates', path: '/templates', icon: 'seal', group: 'prepare' },
  { name: 'settings', path: '/settings', icon: 'wheel', group: 'manage' },
]

/** What fits beside "More" in the narrowest bar without words that touch. */
const TABS = 4

/** What somebody with this role may open. */
export function navFor(role: Role): NavEntry[] {
  const own = NAV.filter(({ path }) => {
    const part = partOf(path)
    return part !== undefined && can(role, part.see)
  })
  const tabs = own.filter(({ tab }) => tab).slice(0, TABS)
  return own.map(entry => ({ ...entry, tab: tabs.includes(entry) }))
}

/** Everybody's first page. */
export const homeOf = (role: Role): string => navFor(role)[0]?.path ?? '/more'
