import type { TextKey } from '../message'

/**
 * Where the words of a dialog are: `locales/<language>/dialogs/<id>.json`. The only place that builds these keys.
 *
 * ```json
 * { "coming": { "ask": "Kom je?", "help": "…simpler words…", "yes": "Ja", "maybe": "Ik weet het nog niet",
 *               "maybe_description": "…one more line in a list…", "acknowledge_yes": "Fijn." },
 *   "done": "Dank je wel.", "declined": "…", "later": "…", "closed": "…" }
 * ```
 * A version for people who read easily is the same key with `_standard` behind it: `ask_standard`.
 */
const inDialog = (dialog: string, key: string): TextKey => `dialogs/${dialog}:${key}`

/** The question itself: one question mark, at the end. */
export const askKey = (dialog: string, question: string) => inDialog(dialog, `${question}.ask`)

/** The same question in simpler words, for who writes "help". */
export const helpKey = (dialog: string, question: string) => inDialog(dialog, `${question}.help`)

/** The label of an option. Required for choice and multi_choice; yes_no, scale and smiley have a common one in answers.json. */
export const optionKey = (dialog: string, question: string, option: string) =>
  inDialog(dialog, `${question}.${option}`)

/** One more line under the label in a list. */
export const descriptionKey = (dialog: string, question: string, option: string) =>
  inDialog(dialog, `${question}.${option}_description`)

export const acknowledgeKey = (dialog: string, question: string, option?: string) =>
  inDialog(dialog, option === undefined ? `${question}.acknowledge` : `${question}.acknowledge_${option}`)

/** How a dialog ends: all answered · the person said no at the door · later · nobody answered in time. */
export const ENDINGS = ['done', 'declined', 'later', 'closed'] as const
export const endingKey = (dialog: string, ending: (typeof ENDINGS)[number]) => inDialog(dialog, ending)

/** Names that an option cannot have, because the texts of a question already use them. */
export const RESERVED_OPTIONS: readonly string[] = ['ask', 'help', 'acknowledge']

export const STANDARD = '_standard'
export const standardKey = (key: TextKey): TextKey => `${key}${STANDARD}`
