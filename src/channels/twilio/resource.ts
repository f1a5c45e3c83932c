import { createHash } from 'node:crypto'
import type { Choice, LanguageTag, Rendered } from '../../domain/message'
import { placesOf } from './templateRules'

/** What Twilio's Content API must know before a message with buttons, a list or an approved text can leave. */
export interface Resource {
  /** `[a-z0-9_]+`, ends in a version made from everything below: an edited text is a new resource. */
  name: string
  /** Full hash of the same. */
  hash: string
  language: string
  /** Goes to WhatsApp for approval. */
  approvable: boolean
  pattern: string
  /** Twilio's `types`; always with plain text, so that the same id also works where buttons do not exist. */
  types: Record<string, object>
}

const BUTTONS_IN_SESSION = 3
const ROWS_IN_LIST = 10
const BODY_LIMIT = 1024

/**
 * The resource a content needs, and the words that fill its places. Null: it leaves as plain text.
 * Within the window every line of the text is a place, so the resource holds the shape and the buttons, never what was
 * said to one person, and a few resources serve every dialog.
 * @param code WhatsApp's code of the language, or null when it has none
 */
export function resourceFor(
  content: Rendered,
  code: string | null,
): { resource: Resource; values: string[] } | null {
  const { template, choices = [], listButton, language } = content
  if (template) {
    return code === null
      ? null
      : {
          resource: templateResource({ name: template.name, pattern: template.pattern, choices }, code),
          values: template.values,
        }
  }
  if (choices.length === 0 || choices.length > ROWS_IN_LIST || content.text.length > BODY_LIMIT) return null
  const { pattern, values } = openLines(content.text)
  const resource = named(
    choices.length <= BUTTONS_IN_SESSION ? 'buttons' : 'list',
    code ?? plainLanguage(language),
    pattern,
    choices.length <= BUTTONS_IN_SESSION
      ? { 'twilio/quick-reply': { body: pattern, actions: actions(choices) } }
      : { 'twilio/list-picker': { body: pattern, button: listButton ?? '…', items: rows(choices) } },
  )
  return { resource: { ...resource, approvable: false }, values }
}

export function templateResource(
  template: { name: string; pattern: string; choices?: readonly Choice[] },
  code: string,
): Resource {
  const { name, pattern, choices = [] } = template
  const types: Record<string, object> =
    choices.length > 0 ? { 'twilio/quick-reply': { body: pattern, actions: actions(choices) } } : {}
  return { ...named(name, code, pattern, types), approvable: true }
}

/** Example words for the reviewers at WhatsApp; never a person's own. */
export function samplesFor(resource: Resource, samples: readonly string[] = []): Record<string, string> {
  const keys = Array.from({ length: placesOf(resource.pattern) }, (_, n) => n + 1)
  return Object.fromEntries(keys.map(key => [String(key), samples[key - 1] ?? `example ${key}`]))
}

function named(
  name: string,
  language: string,
  pattern: string,
  rich: Record<string, object>,
): Omit<Resource, 'approvable'> {
  const types = { ...rich, 'twilio/text': { body: pattern } }
  const hash = createHash('sha256')
    .update(JSON.stringify([name, language, types]))
    .digest('hex')
  const plainName = name.toLowerCase().replace(/[^a-z0-9_]+/g, '_')
  return { name: `${plainName}_v${hash.slice(0, 8)}`, hash, language, pattern, types }
}

/**
 * `Hi Amina,\n\nCome?` → `{{1}}\n\n{{2}}` with both lines. A value may hold no line break, no tab and no run of blanks,
 * so these stay in the pattern: filled in, it is the very text, by which an outcome in doubt is found again.
 */
function openLines(text: string): { pattern: string; values: string[] } {
  const values: string[] = []
  const pattern = text
    .split(/(\s*[\n\r\t\u2028\u2029]\s*| {5,})/)
    .map(part => (part.trim() === '' ? part : `{{${values.push(part)}}}`))
    .join('')
  return { pattern, values }
}

const actions = (choices: readonly Choice[]) =>
  choices.map(({ id, label }) => ({ type: 'QUICK_REPLY', title: label, id }))

const rows = (choices: readonly Choice[]) =>
  choices.map(({ id, label, description }) => ({ item: label, id, ...(description ? { description } : {}) }))

const plainLanguage = (tag: LanguageTag): string => tag.split('-')[0]!
