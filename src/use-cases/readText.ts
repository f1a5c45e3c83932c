import type { Campaign } from '../domain/campaign'
import type { Contact } from '../domain/contact'
import { type Prices, pricesOf } from '../domain/delivery/price'
import type { ChannelName, LanguageTag, Rendered } from '../domain/message'
import type { Organisation } from '../domain/organisation'
import type { ExpectedText } from '../domain/text/expectedText'
import { type OwnText, ownTextId, ownWordsFrom, type TextPlace } from '../domain/text/ownText'
import { sayOf } from '../domain/text/sayOf'
import { templateOf } from '../domain/text/templateOf'
import { type TextReview, textReviewId } from '../domain/text/textReview'
import type { Content } from '../ports/content'
import type { TemplateStanding } from '../ports/templates'
import { bodyHash } from './bodyHash'
import { readNames } from './readNames'
import { planOf } from './saveOwnText'
import type { Sending } from './sending'

/** Whose values a preview may show: enough to choose from. */
const MOST_PEOPLE = 30

export interface ReadingTexts extends Pick<Sending, 'documents' | 'templates' | 'facts'> {
  content: Content
  /** An example of every value, of nobody in particular. */
  samples: (language: LanguageTag) => Record<string, string>
}

/** One text in one language, with everything that its writer should know. */
export interface TextReading {
  place: TextPlace
  plan: ExpectedText
  campaign: Campaign | null
  /** The product's words; null where nobody wrote any in this language. */
  standard: string | null
  /** The Dutch that is said now, to write from. */
  source: string
  /** Own words of this very place. */
  own: OwnText | null
  /** Where a campaign has no words of its own: those of its organisation. */
  house: string | null
  /** Name of who wrote last. */
  writer: string
  review: 'reviewed' | 'changed' | 'unreviewed'
  /** Of the words that are said now: whoever says that they read them names these. */
  seen: string
  /** Who read it, and when. */
  reviewed: TextReview | null
  /** Whom a message in this language goes to, some of them. */
  people: Pick<Contact, '_id' | 'name'>[]
  /** How many get it in this language, and how many of them by SMS. */
  count: number
  bySms: number
  prices: Prices
  /** As a template, in the words that are said now; null: it never leaves as one. */
  standing: TemplateStanding | null
}

/** @throws NOT_FOUND where there is no such text to write */
export async function readText(
  deps: ReadingTexts,
  place: TextPlace,
  campaign: Campaign | null,
): Promise<TextReading> {
  const { documents, content } = deps
  const plan = planOf(deps, place)
  const { organisation, key, language } = place
  const texts = await documents.collection('ownTexts').list({ organisation, key })
  const words = ownWordsFrom(texts, place)
  const own = texts.find(({ _id }) => _id === ownTextId(place)) ?? null
  const names = await readNames(documents, organisation, [own?.by])
  const standard = content.texts.wording(key, language)
  const said = words(key, language) ?? standard ?? ''
  const reviewed = await documents.collection('textReviews').get(textReviewId(organisation, language, key))
  const payer = await documents.collection('organisations').get(organisation)
  const people = await readersOf(deps, place, campaign)
  const isSms = ({ addresses }: Contact) => isSmsStep(deps, place) || addresses[0]?.channel === 'sms'
  const rendered = content.texts.render(sayOf(key, content), {
    language,
    level: 'simple',
    channel: 'whatsapp',
    facts: deps.samples(language),
    own: words,
  })
  const template = plan.template ? templateOf(rendered) : null
  return {
    place,
    plan,
    campaign,
    standard,
    source: words(key, 'nl') ?? content.texts.wording(key, 'nl') ?? '',
    own,
    house:
      (place.campaign === undefined ? undefined : ownWordsFrom(texts, { organisation })(key, language)) ??
      null,
    writer: own?.reader ?? names[own?.by ?? ''] ?? own?.by ?? '',
    seen: bodyHash(said),
    reviewed,
    review: reviewState(said, reviewed, words(key, language) === undefined && content.texts.review(language)),
    people: people.slice(0, MOST_PEOPLE).map(({ _id, name }) => ({ _id, name })),
    count: people.length,
    bySms: people.filter(isSms).length,
    prices: pricesOf(payer ?? {}),
    standing: template ? await deps.templates.standingOf(template) : null,
  }
}

/** @param standard what is known of the product's own words, false for own words */
export function reviewState(
  said: string,
  review: TextReview | null,
  standard: 'reviewed by a native speaker' | 'unreviewed' | false,
): TextReading['review'] {
  if (review) return review.hash === bodyHash(said) ? 'reviewed' : 'changed'
  return standard === 'reviewed by a native speaker' ? 'reviewed' : 'unreviewed'
}

/** Everybody who reads this language: of the campaign, or of the organisation. */
async function readersOf(
  { documents }: ReadingTexts,
  { organisation, language }: TextPlace,
  campaign: Campaign | null,
): Promise<Contact[]> {
  const speakers = await documents.collection('contacts').list({ organisation, language })
  if (!campaign) return speakers
  const enrolled = await documents.collection('enrolments').list({ campaign: campaign._id })
  const inside = new Set(enrolled.map(({ contact }) => contact))
  return speakers.filter(({ _id }) => inside.has(_id))
}

function isSmsStep({ content }: ReadingTexts, { key }: TextPlace): boolean {
  const [file = '', id = ''] = key.split(':')
  const step = content.timeline(file.replace('timelines/', ''))?.steps.find(one => one.id === id)
  return step?.channel === 'sms'
}

/**
 * Words that are not saved yet, as a phone would show them.
 * @param draft with `{{name}}`
 * @param reader whose values are shown; null: examples, with the event of the campaign
 */
export function previewText(
  deps: ReadingTexts,
  reading: Pick<TextReading, 'place' | 'campaign'>,
  asked: { draft: string; channel: ChannelName; reader: Contact | null; organisation: Organisation },
): Rendered {
  const { key, language } = reading.place
  const { campaign } = reading
  const { draft, channel, reader, organisation } = asked
  const samples = deps.samples(language)
  const someone = { name: samples.name ?? '' } as Contact
  const facts = deps.facts({ contact: reader ?? someone, organisation, campaign, language })
  return deps.content.texts.render(sayOf(key, deps.content), {
    language,
    level: 'simple',
    channel,
    facts: campaign ? facts : { ...samples, ...facts },
    own: (other, tag) => (other === key && tag === language ? draft : undefined),
  })
}
