/** Drawn for Brugbode: 24 × 24, one stroke. */
const PATHS = {
  flask: 'M9 3h6M10 3v6l-5 9a2 2 0 0 0 2 3h10a2 2 0 0 0 2-3l-5-9V3M7.5 14h9',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  next: 'M5 5v14l10-7zM19 5v14',
  calendar: 'M4 6h16v15H4zM4 10h16M8 3v4M16 3v4',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5h.01M15 9.5h.01',
  mic: 'M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zM6 11v1a6 6 0 0 0 12 0v-1M12 18v3',
  send: 'M21 3 10 14M21 3l-7 18-4-7-7-4z',
  chat: 'M4 5h16v11H9l-5 4z',
  seal: 'M12 3l2.3 1.7 2.8-.1.8 2.7 2.3 1.7-1 2.7 1 2.7-2.3 1.7-.8 2.7-2.8-.1L12 21l-2.3-1.7-2.8.1-.8-2.7-2.3-1.7 1-2.7-1-2.7 2.3-1.7.8-2.7 2.8.1zM9 12l2 2 4-4',
  off: 'M12 3v7M7.5 6a8 8 0 1 0 9 0M3 3l18 18',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  play: 'M7 4v16l13-8z',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15.5 9h.01',
  place:
    'M12 21s7-6.2 7-11a7 7 0 0 0-14 0c0 4.800 7 11 7 11zM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  one: 'M5 13l4 4L19 7',
  two: 'M1.500 13l4 4L15 7.500M9.500 15.500l1.500 1.500L21 7',
  alert: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.500v5.500M12 16.500h.01',
  check: 'M5 13l4 4L19 7',
} as const

export type IconName = keyof typeof PATHS
const DIRECTIONAL = new Set<IconName>(['next', 'send'])

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={DIRECTIONAL.has(name) ? 'icon mirrors' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}

/** The mark: a deck on two arches, and the buoy. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 40 28" aria-hidden="true">
      <path d="M3 14h34" />
      <path d="M5 23c0-12 15-12 15 0c0-12 15-12 15 0" />
      <circle cx="29" cy="6" r="2.600" />
    </svg>
  )
}
