import { z } from 'zod'
import { BREAKDOWNS } from '../../../domain/anonymity/evaluation'
import { EVENT_TEXTS, type EventText } from '../../../domain/campaign'
import type { EventForm } from '../../../domain/campaigns/eventForm'
import { OPTIONS, PICKED, type Picked } from '../../../domain/campaigns/picks'

type Body = Readonly<Record<string, unknown>>

/** One line of text: no line breaks, no spaces around it, and never longer than any field takes. */
const line = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim().slice(0, 500) : ''

const LANGUAGE = /^[a-z]{2,3}(-[A-Z]{2})?$/

/** What a browser sends of the form, whatever was left out or added. */
export function readForm(body: Body): EventForm {
  const text = (name: string) => line(body[name])
  return {
    timeline: text('timeline'),
    name: text('name'),
    date: text('date'),
    from: text('from'),
    to: text('to'),
    until: text('until'),
    place: text('place'),
    street: text('street'),
    town: text('town'),
    transport: text('transport'),
    goal: text('goal'),
    who: text('who'),
    welcome: text('welcome'),
    contactName: text('contactName'),
    contactPhone: text('contactPhone'),
    breakdown: BREAKDOWNS.find(one => one === body.breakdown) ?? 'none',
    picks: Object.fromEntries(PICKED.map(field => [field, pickedIn(body, field)])) as EventForm['picks'],
    inLanguage: readLanguages(body),
  }
}

function pickedIn(body: Body, field: keyof typeof OPTIONS): Picked {
  const ticked = [body[field]].flat()
  return { of: OPTIONS[field].filter(option => ticked.includes(option)), own: line(body[`${field}_own`]) }
}

/** `ar.goal` is the goal in Arabic. */
function readLanguages(body: Body): EventForm['inLanguage'] {
  const texts: EventForm['inLanguage'] = {}
  for (const [name, value] of Object.entries(body)) {
    const [language = '', field = ''] = name.split('.')
    const text = line(value)
    if (!LANGUAGE.test(language) || !EVENT_TEXTS.includes(field as EventText) || text === '') continue
    texts[language] = { ...texts[language], [field]: text }
  }
  return texts
}

/** What the form carries beside its fields. */
export const FORM_KEY = z.object({
  /** Random; the campaign's id from its first saving on, so that a double click makes one. */
  key: z.string().regex(/^[\w-]{22}$/),
  version: z.preprocess(value => (value === '' ? undefined : value), z.coerce.number().int().optional()),
  /** The campaign that it was begun from. */
  after: z.string().max(200).optional(),
  /** Random, from when the page was opened. */
  page: z.string().max(40).optional(),
  next: z.enum(['plan', 'people', 'save']).default('save'),
})
