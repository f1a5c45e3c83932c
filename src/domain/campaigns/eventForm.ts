import type { Breakdown } from '../anonymity/evaluation'
import { type Campaign, EVENT_TEXTS, type Event, type EventText } from '../campaign'
import type { LanguageTag } from '../message'
import { isPicked, PICKED, type Picked, type PickedField, type SayOption, sayPicked } from './picks'

/** A campaign's one form, as it was typed. */
export interface EventForm {
  timeline: string
  name: string
  /** `2026-12-10`, `14:00`, `17:00`. */
  date: string
  from: string
  to: string
  /** The last day, where it lasts several; else empty. */
  until: string
  place: string
  street: string
  town: string
  transport: string
  goal: string
  who: string
  welcome: string
  contactName: string
  contactPhone: string
  /** What answers without a name are told apart by, once and for all. */
  breakdown: Breakdown | 'none'
  picks: Record<PickedField, Picked>
  /** The same in other languages, where somebody wrote it. */
  inLanguage: Record<LanguageTag, Partial<Record<EventText, string>>>
}

/** What it takes to turn a form into an event and back. */
export interface Wording {
  /** IANA. */
  zone: string
  /** Of the organisation; the first is its own. */
  languages: readonly LanguageTag[]
  say: SayOption
}

const NO_PICKS = (): EventForm['picks'] => ({
  benefit: { of: [], own: '' },
  bring: { of: [], own: '' },
  childcare: { of: [], own: '' },
  parking: { of: [], own: '' },
})

export const emptyForm = (timeline: string, contact: { name: string; phone: string }): EventForm => ({
  timeline,
  name: '',
  date: '',
  from: '14:00',
  to: '17:00',
  until: '',
  place: '',
  street: '',
  town: '',
  transport: '',
  goal: '',
  who: '',
  welcome: contact.name,
  contactName: contact.name,
  contactPhone: contact.phone,
  breakdown: 'none',
  picks: NO_PICKS(),
  inLanguage: {},
})

const ADDRESS = ', '

/** The event as messages will say it. */
export function eventOf(form: EventForm, { zone, languages, say }: Wording): Event {
  const [own = 'nl', ...others] = languages
  const { date, picks } = form
  const picked = (field: PickedField) => sayPicked(field, picks[field], own, say)
  return {
    name: form.name,
    start: date && `${date}T${form.from}`,
    end: date && `${form.until || date}T${form.to}`,
    zone,
    place: form.place,
    address: [form.street, form.town].filter(Boolean).join(ADDRESS),
    transport: form.transport,
    parking: picked('parking'),
    goal: form.goal,
    benefit: picked('benefit'),
    who: form.who,
    childcare: picked('childcare'),
    bring: picked('bring'),
    welcome: form.welcome,
    contactName: form.contactName,
    contactPhone: form.contactPhone,
    inLanguage: Object.fromEntries(
      others.flatMap(language => {
        const texts = textsIn(form, language, say)
        return Object.keys(texts).length > 0 ? [[language, texts]] : []
      }),
    ),
  }
}

/** What somebody wrote for this language, else what was ticked, in its words. */
function textsIn(form: EventForm, language: LanguageTag, say: SayOption) {
  const written = form.inLanguage[language] ?? {}
  return Object.fromEntries(
    EVENT_TEXTS.flatMap(name => {
      const ticked = isPicked(name) && form.picks[name].of.length > 0
      const text = written[name] || (ticked ? sayPicked(name, form.picks[name], language, say) : '')
      return text ? [[name, text]] : []
    }),
  )
}

/** The form as it would be filled in for this campaign. */
export function formOf(
  { timeline, event, picks, breakdown }: Pick<Campaign, 'timeline' | 'event' | 'picks' | 'breakdown'>,
  { say }: Pick<Wording, 'say'>,
): EventForm {
  const split = event.address.lastIndexOf(ADDRESS)
  const [street, town] =
    split < 0 ? [event.address, ''] : [event.address.slice(0, split), event.address.slice(split + 2)]
  const asTicked = Object.fromEntries(
    PICKED.map(field => [field, picks?.[field] ?? { of: [], own: event[field] }]),
  ) as EventForm['picks']
  const form: EventForm = {
    ...event,
    timeline: timeline.id,
    breakdown: breakdown ?? 'none',
    date: event.start.slice(0, 10),
    from: event.start.slice(11, 16) || '14:00',
    to: event.end.slice(11, 16) || '17:00',
    until: event.end.slice(0, 10) === event.start.slice(0, 10) ? '' : event.end.slice(0, 10),
    street,
    town,
    picks: asTicked,
    inLanguage: {},
  }
  const written = Object.entries(event.inLanguage).map(([language, texts]) => {
    const byTicks = textsIn(form, language, say) as Partial<Record<EventText, string>>
    const own = EVENT_TEXTS.filter(name => texts[name] && texts[name] !== byTicks[name])
    return [language, Object.fromEntries(own.map(name => [name, texts[name]]))]
  })
  return { ...form, inLanguage: Object.fromEntries(written) }
}

/** An earlier event as the beginning of a new one: all but its day (ux 3.4). */
export const formFrom = (earlier: EventForm): EventForm => ({ ...earlier, date: '', until: '' })
