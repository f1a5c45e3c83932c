const CIRCLE = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z'

/** Drawn for Brugbode: 24 × 24, one stroke. */
const PATHS = {
  alert: 'M12 4 2.500 20h19zM12 10v4M12 17h.01',
  ban: `${CIRCLE}M5.600 5.600l12.800 12.800`,
  bulb: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.500 10.900c.6.5 1 1.200 1 2v.1h5v-.1c0-.8.4-1.500 1-2A6 6 0 0 0 12 3z',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15zM10 21h4',
  bus: 'M5 4h14v13H5zM5 11h14M8 17v3M16 17v3M8.500 14h.01M15.500 14h.01',
  calendar: 'M4 6h16v15H4zM4 10h16M8 3v4M16 3v4',
  chart: 'M4 4v16h16M9 16v-4M13 16V8M17 16v-6',
  chat: 'M4 5h16v11H9l-5 4z',
  check: 'M5 13l4 4L19 7',
  checks: 'M1.500 13l4 4L15 7.500M9.500 15.500l1.500 1.500L21 7',
  child: `${CIRCLE}M8.500 14.500a4.500 4.500 0 0 0 7 0M9 9.500h.01M15 9.500h.01M12 3c1.500 0 2 1 1.500 2`,
  clock: `${CIRCLE}M12 7v5l3 2`,
  cross: `${CIRCLE}M9 9l6 6M15 9l-6 6`,
  download: 'M12 4v11M7 10.500l5 5 5-5M4 20h16',
  eye: 'M2 12s3.500-6.500 10-6.500S22 12 22 12s-3.500 6.500-10 6.500S2 12 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  flag: 'M5 21V4h13l-3 4 3 4H5',
  flask: 'M9 3h6M10 3v6l-5 9a2 2 0 0 0 2 3h10a2 2 0 0 0 2-3l-5-9V3M7.500 14h9',
  hand: 'M8 13V6a1.500 1.500 0 0 1 3 0v5-7a1.500 1.500 0 0 1 3 0v7-5a1.500 1.500 0 0 1 3 0v8c0 4-2 7-6 7-3 0-4.500-1.500-6-4l-2-3.500c-.8-1.500 1-2.600 2-1.500z',
  label: 'M4 4h8l8.500 8.500-7.500 7.500L4.500 11.500zM8.500 8.500h.01',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  letter: 'M3 6h18v13H3zM3 7l9 7 9-7',
  minus: `${CIRCLE}M8 12h8`,
  more: 'M4 7h16M4 12h16M4 17h16',
  move: 'M4 6h16v6M4 6v15h8M4 10h16M8 3v4M16 3v4M14 18h7M18 15l3 3-3 3',
  pencil: 'M4 20l1-5L16 4l4 4L9 19zM13.500 6.500l4 4',
  people: 'M9 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21a7 7 0 0 1 14 0M16 4.500a4 4 0 0 1 0 7M18 15a7 7 0 0 1 4 6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 21a7.500 7.500 0 0 1 15 0',
  phone:
    'M5 3h4l2 5-2.500 2a12 12 0 0 0 5.500 5.500l2-2.500 5 2v4a2 2 0 0 1-2 2A17 17 0 0 1 3 5a2 2 0 0 1 2-2z',
  place:
    'M12 21s7-6.200 7-11a7 7 0 0 0-14 0c0 4.800 7 11 7 11zM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  play: `${CIRCLE}M10 8.500v7l6-3.500z`,
  question: `${CIRCLE}M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.4-1 .9-1 1.700M12 16.500h.01`,
  reply: 'M4 5h16v11H9l-5 4zM8 10.500h8M8 10.500l2.500-2.500M8 10.500l2.500 2.500',
  route:
    'M6 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM18 21a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 5h7a3.500 3.500 0 0 1 0 7H9a3.500 3.500 0 0 0 0 7h7',
  seal: 'M12 3l2.300 1.700 2.800-.1.8 2.700 2.300 1.700-1 2.700 1 2.700-2.300 1.700-.8 2.700-2.800-.1L12 21l-2.300-1.700-2.800.1-.8-2.700-2.300-1.700 1-2.700-1-2.700 2.300-1.700.8-2.700 2.800.1zM9 12l2 2 4-4',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500 20 20',
  send: 'M21 3 10 14M21 3l-7 18-4-7-7-4z',
  shield: 'M12 3l8 3v6c0 5-3.500 8-8 9-4.500-1-8-4-8-9V6zM9 12l2 2 4-4',
  smile: `${CIRCLE}M8.500 14.500a4.500 4.500 0 0 0 7 0M9 9.500h.01M15 9.500h.01`,
  talk: 'M3 4h12v9H8l-4 3v-3H3zM18 8h3v9h-1v3l-4-3h-6v-1',
  upload: 'M12 16V5M7 9.500l5-5 5 5M4 20h16',
  wheel:
    'M12 15.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM12 2.500v3M12 18.500v3M2.500 12h3M18.500 12h3M5.300 5.300l2.100 2.100M16.600 16.600l2.100 2.100M5.300 18.700l2.100-2.100M16.600 7.400l2.100-2.100',
  words:
    'M3 5h9M7.500 3v2M10 5c-.5 4-3 7-6.500 8.500M5 8c1 2.500 3 4.500 6 5.500M13 21l4-10 4 10M14.500 17.500h5',
} as const

export type IconName = keyof typeof PATHS
const DIRECTIONAL = new Set<IconName>(['send', 'reply', 'move', 'route'])

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
