import { type Address, CHANNELS, type ChannelName, type LanguageTag } from './message'

export const AUDIENCES = [
  'participant',
  'working_peer',
  'mentor',
  'mentee',
  'volunteer',
  'partner',
  /** Of a temp agency. */
  'consultant',
  'referrer',
  /** Of our own people: who guides and organises. */
  'team',
] as const
export type Audience = (typeof AUDIENCES)[number]

/** Both are outside the target group: outcomes are about the others alone, reach is about all (T-16). */
export const UNFIT = ['deviation_accepted', 'outside'] as const

/** The purposes of consent, kept apart (domain reference 5.2). */
export const PURPOSES = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'] as const
export type Purpose = (typeof PURPOSES)[number]

/** One line of the register: it is only ever added to. */
export interface ConsentEntry {
  /** Which deed wrote it, so that doing it twice adds one line: `turn:<event>:<n>`. */
  key: string
  purpose: Purpose
  state: 'asked' | 'given' | 'withdrawn'
  /** Version of the text that was shown, and in which language. */
  version: string
  language: LanguageTag
  at: number
  /** How: `chat`, `paper`, `phone`, `talk`, `import`, `stop_word`. */
  by: string
  /** How they agreed, in the words of staff or of an imported list: where the signed form is, who heard it. */
  how?: string
  /** Which of the staff wrote it down; absent for what the person said to us themselves. */
  notedBy?: string
  channel?: ChannelName
  /** For C5 the event, for C6 the receiver; for C1 the campaign at whose door it was asked, or the code of the letter. */
  about?: string
}

/** A person we write to. Not a phone number. */
export interface Contact {
  _id: string
  organisation: string
  name: string
  /** In order of preference. */
  addresses: Address[]
  /**
   * `organisation|channel|address`, unique: two addresses of one person never give two people. Whom a list brought in
   * without a number holds their name instead.
   */
  addressKeys: string[]
  language: LanguageTag
  /** False until the person (or who added them) chose it. */
  languageChosen: boolean
  reads: 'simple' | 'standard'
  audience: Audience
  tags: string[]
  /** Works in office hours: messages leave in the evening slot. */
  evening: boolean
  /** They take part though the target group's rules say otherwise: a person accepted that, or not. Absent: inside it. */
  fit?: (typeof UNFIT)[number]
  /** Why they are outside, or why that was accepted; in the words of staff. */
  fitWhy?: string
  /** Staff: who guides this person now, and reads what is for the talk of the two. */
  supervisor?: string
  consents: ConsentEntry[]
  /** Set by STOP: nothing leaves but its confirmation. */
  stopped?: { at: number; channel?: ChannelName }
  /** Per channel: when we last heard from this person. Opens WhatsApp's window. */
  heardAt: Partial<Record<ChannelName, number>>
  /** Per channel: why it does not reach them. */
  unreachable?: Partial<Record<ChannelName, { at: number; code: string }>>
  /** The conversation turn that last changed this contact; an older turn never overwrites a newer one. */
  turn: number
  /** Rises with every change by staff or a list; absent before the first. */
  rev?: number
  /** The uploaded list that brought them in. */
  addedBy?: string
  /** Who wanted no messages and then to be forgotten: the number alone stays, so that we never write to it again. */
  forgotten?: true
}

export const addressKey = (organisation: string, { channel, address }: Address): string =>
  `${organisation}|${channel}|${address}`

/** A number is one person on every channel, so two first messages at once on two channels give one contact. */
export const numberKey = (organisation: string, { address }: Address): string =>
  `${organisation}|number|${address}`

export const isNumber = ({ address }: Address): boolean => address.startsWith('+')

/** The keys that a contact with these addresses holds. */
export const heldKeys = (organisation: string, addresses: readonly Address[]): string[] => [
  ...new Set([
    ...addresses.map(address => addressKey(organisation, address)),
    ...addresses.filter(isNumber).map(address => numberKey(organisation, address)),
  ]),
]

/** Every key under which the person behind these addresses may be known. */
export const keysOf = (organisation: string, addresses: readonly Address[]): string[] =>
  addresses.flatMap(one =>
    isNumber(one)
      ? CHANNELS.map(channel => addressKey(organisation, { ...one, channel }))
      : [addressKey(organisation, one)],
  )
