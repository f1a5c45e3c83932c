import type { Approval, Choices, Content } from './records'

/** Richest first: Twilio sends the best a channel can show. */
const WHATSAPP_TYPES = [
  'twilio/list-picker',
  'twilio/quick-reply',
  'whatsapp/card',
  'twilio/card',
  'twilio/call-to-action',
  'twilio/media',
  'twilio/location',
  'twilio/text',
]
const SMS_TYPES = ['twilio/text', 'twilio/media', 'twilio/call-to-action']
/** These can only be shown to somebody who wrote in the last 24 hours. */
const SESSION_ONLY = new Set(['twilio/list-picker', 'twilio/location'])
const CATEGORIES = new Set(['UTILITY', 'MARKETING', 'AUTHENTICATION'])

export interface Shown {
  type: string
  text: string
  choices?: Choices
  mediaUrls: string[]
}

/** Why a content resource cannot be made; null when it can. */
export function contentProblem(body: Record<string, unknown>): string | null {
  const { language, types, variables } = body
  if (typeof language !== 'string' || language === '') return 'language is needed'
  if (!isObject(types) || Object.keys(types).length === 0) return 'types is needed'
  if (variables !== undefined && !(isObject(variables) && Object.values(variables).every(isText)))
    return 'variables must be an object of texts'
  for (const [type, fields] of Object.entries(types)) {
    if (!WHATSAPP_TYPES.includes(type)) return `type ${type} is not known here`
    if (!isObject(fields)) return `${type} must be an object`
    const problem = typeProblem(type, fields)
    if (problem) return `${type}: ${problem}`
  }
  return null
}

function typeProblem(type: string, fields: Record<string, unknown>): string | null {
  const body = fields.body
  const limit = type === 'twilio/text' ? 1600 : 1024
  if (type !== 'twilio/location' && type !== 'twilio/media' && !(isText(body) && body !== ''))
    return 'body is needed'
  if (isText(body) && body.length > limit) return `body is longer than ${limit}`
  if (type === 'twilio/quick-reply') return buttonsProblem(fields.actions)
  if (type === 'twilio/list-picker') return listProblem(fields)
  if (type === 'twilio/media' && !(Array.isArray(fields.media) && fields.media.length > 0))
    return 'media is needed'
  return null
}

function buttonsProblem(actions: unknown): string | null {
  if (!Array.isArray(actions) || actions.length < 1 || actions.length > 10) return 'actions: 1 to 10'
  for (const { title, id } of actions as Record<string, unknown>[]) {
    if (!isText(title) || title === '' || [...title].length > 20)
      return 'an action title has 1 to 20 characters'
    if (!isText(id) || id === '' || id.length > 128) return 'an action id has 1 to 128 characters'
  }
  return null
}

function listProblem({ button, items }: Record<string, unknown>): string | null {
  if (!isText(button) || button === '' || [...button].length > 20) return 'button has 1 to 20 characters'
  if (!Array.isArray(items) || items.length < 1 || items.length > 10) return 'items: 1 to 10'
  for (const { item, id, description } of items as Record<string, unknown>[]) {
    if (!isText(item) || item === '' || [...item].length > 24) return 'an item has 1 to 24 characters'
    if (!isText(id) || id === '' || id.length > 200) return 'an item id has 1 to 200 characters'
    if (isText(description) && [...description].length > 72) return 'a description has at most 72 characters'
  }
  return null
}

/**
 * What this content says on a channel, or the code Twilio reports later.
 * Values: not empty, no line break or tab, no run of more than 4 blanks (63013); as many as there are places (63028).
 */
export function showContent(
  content: Content,
  channel: 'whatsapp' | 'sms',
  given: Record<string, string>,
): Shown | { code: number } {
  const type = (channel === 'whatsapp' ? WHATSAPP_TYPES : SMS_TYPES).find(name => content.types[name])
  if (!type) return { code: 63005 }
  const fields = content.types[type] as Record<string, unknown>
  const places = placesOf(JSON.stringify(fields))
  const values = { ...content.variables, ...given }
  if (Object.keys(given).some(key => !placesOf(JSON.stringify(content.types)).has(key)))
    return { code: 63028 }
  if ([...places].some(key => values[key] === undefined)) return { code: 63028 }
  if (channel === 'whatsapp' && [...places].some(key => !isPossibleValue(values[key] as string)))
    return { code: 63013 }
  const fill = (text: unknown) => fillIn(isText(text) ? text : '', values)
  const text = fill(fields.body ?? fields.header_text ?? fields.label)
  if (channel === 'whatsapp' && text.length > (type === 'twilio/text' ? 1600 : 1024)) return { code: 63021 }
  const media = Array.isArray(fields.media) ? fields.media.map(fill) : []
  return { type, text, mediaUrls: media, ...withChoices(type, fields, fill) }
}

function withChoices(
  type: string,
  fields: Record<string, unknown>,
  fill: (text: unknown) => string,
): { choices?: Choices } {
  if (type === 'twilio/quick-reply') {
    const actions = fields.actions as Record<string, unknown>[]
    const options = actions.map(({ id, title }) => ({ id: fill(id), title: fill(title) }))
    return { choices: { kind: 'buttons', options } }
  }
  if (type === 'twilio/list-picker') {
    const options = (fields.items as Record<string, unknown>[]).map(({ id, item, description }) => ({
      id: fill(id),
      title: fill(item),
      ...(isText(description) && description !== '' ? { description: fill(description) } : {}),
    }))
    return { choices: { kind: 'list', opens: fill(fields.button), options } }
  }
  return {}
}

/** Inside the window: free, but not more than three buttons unless Meta approved them. Outside: approved only. */
export function windowProblem(content: Content | null, shown: Shown | null, open: boolean): number | null {
  const status = content?.approval?.status
  if (status === 'approved' && shown && !SESSION_ONLY.has(shown.type)) return null
  if (open) return shown?.choices?.kind === 'buttons' && shown.choices.options.length > 3 ? 63021 : null
  if (status === 'rejected') return 63040
  if (status === 'paused') return 63041
  if (status === 'disabled') return 63042
  return 63016
}

/** The request for approval, or why it cannot even be made. */
export function approvalFor(content: Content, body: Record<string, unknown>): Approval | string {
  const { name, category } = body
  if (!isText(name) || !/^[a-z0-9_]+$/.test(name)) return 'name has only a-z, 0-9 and _'
  if (!isText(category) || !CATEGORIES.has(category))
    return 'category is UTILITY, MARKETING or AUTHENTICATION'
  if (content.approval) return 'it was handed in before; make a new content'
  const contentType = WHATSAPP_TYPES.find(type => content.types[type]) as string
  if (SESSION_ONLY.has(contentType)) return `${contentType} cannot be approved`
  return { name, category, contentType, status: 'received', rejectionReason: '' }
}

/** Meta's rules for the places in a template, as a reason to reject; empty when it may pass. */
export function reasonToReject(content: Content): string {
  const type = WHATSAPP_TYPES.find(name => content.types[name]) as string
  const body = String(content.types[type]?.body ?? '')
  const places = [...placesOf(body)].map(Number).sort((a, b) => a - b)
  if (places.some((place, at) => place !== at + 1))
    return 'Variables must be numbered {{1}}, {{2}}… without a gap'
  if (places.some(place => !content.variables[place])) return 'Every variable needs a sample value'
  if (/^\s*\{\{\w+\}\}|\{\{\w+\}\}[\s\p{P}]*$/u.test(body)) return 'A variable cannot stand first or last'
  if (/\}\}\s*\{\{/.test(body)) return 'Two variables cannot stand side by side'
  const words = body.replace(/\{\{\w+\}\}/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (places.length > 0 && words < 2 * places.length + 1) return 'Too few words for this many variables'
  if ((body.match(/\p{Extended_Pictographic}/gu)?.length ?? 0) > 10) return 'More than ten emoji'
  return ''
}

function isPossibleValue(value: string): boolean {
  return value !== '' && value.length <= 1600 && !/[\n\r\t]| {5}/.test(value)
}

function placesOf(text: string): Set<string> {
  return new Set([...text.matchAll(/\{\{(\w{1,16})\}\}/g)].map(match => match[1] as string))
}

function fillIn(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{(\w{1,16})\}\}/g, (whole, key: string) => values[key] ?? whole)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
