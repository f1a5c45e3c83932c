import type { Policy } from './anonymity/printAtom'
import type { Prices } from './delivery/price'
import type { Address, ChannelName, LanguageTag } from './message'
import type { Limits } from './settings/limits'
import type { Retention } from './settings/retention'
import type { Slots } from './timeline/sendingHours'

/** The tenant. Every stored thing belongs to one. */
export interface Organisation {
  _id: string
  name: string
  /** What the chat bot writes to people about: "the networking events of Huis van de Buurt". */
  project: string
  /** IANA, `Europe/Brussels`. */
  zone: string
  /** In which words about an event are written; the first is its own, in which all of them are. */
  languages: LanguageTag[]
  /** Belgian public holidays follow the Sunday rule. */
  holidays: boolean
  /** ISO days on which the house is closed; nothing leaves, as on a Sunday. */
  closed?: string[]
  /** Absent: the guide's hours. */
  slots?: Slots
  senders: Record<ChannelName, Address | undefined>
  /** Absent: `USUAL_PRICES`. */
  prices?: Prices
  /** Who is asked when somebody wants a person. */
  contactPerson: { name: string; phone: string }
  /** People in a block and in a printed count, see docs/anonymity.md. */
  policy: Policy
  /** A text of people is read by two before others see it; absent: by one. */
  twoReaders?: boolean
  /** Absent: `USUAL_RETENTION`. */
  retention?: Retention
  /** Absent: `USUAL_LIMITS`. */
  limits?: Limits
  /** +1 on every change of the settings by staff. */
  rev?: number
}

/** The one organisation of an installation with an account of its own. */
export const ONLY_ORGANISATION = 'organisation'

/** The sender whose rate a message uses. */
export const senderOf = (organisation: string, channel: ChannelName): string => `${organisation}|${channel}`
