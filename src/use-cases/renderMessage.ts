import type { Campaign } from '../domain/campaign'
import type { Contact } from '../domain/contact'
import { standardKey } from '../domain/dialog/textKey'
import type { ChannelName, LanguageTag, Rendered, Say } from '../domain/message'
import type { Organisation } from '../domain/organisation'
import { type OwnWords, ownWordsFrom } from '../domain/text/ownText'
import { templateOf } from '../domain/text/templateOf'
import type { Documents } from '../ports/documents'
import type { Templates } from '../ports/templates'
import type { Texts } from '../ports/texts'
import type { Sending } from './sending'

export interface Rendering {
  documents: Documents
  content: { texts: Pick<Texts, 'render'> }
  templates: Pick<Templates, 'standingOf'>
  facts: Sending['facts']
}

export interface ToRender {
  say: Say
  contact: Contact
  organisation: Organisation
  campaign: Campaign | null
  channel: ChannelName
  /** `template`: it leaves outside WhatsApp's window. */
  as: 'text' | 'template'
  /** Absent: the contact's own. */
  language?: LanguageTag | undefined
  /** Own words that are at hand already, for many messages at once; absent: looked up. */
  own?: OwnWords | undefined
}

export interface RenderedMessage extends Rendered {
  /** Own words that WhatsApp has not approved yet: these are the standard ones. */
  unapproved?: true
}

/**
 * One message as a person gets it, for whoever asks: who sends, who previews, who tries a whole campaign. Own words come
 * before the standard ones; as a template only once WhatsApp approved them, until then the standard text leaves.
 * @returns null when it must be a template and has none
 */
export async function renderMessage(deps: Rendering, asked: ToRender): Promise<RenderedMessage | null> {
  const { say, contact, organisation, campaign, channel } = asked
  const { language = contact.language } = asked
  const render = (own?: OwnWords) =>
    deps.content.texts.render(say, {
      language,
      level: contact.reads,
      channel,
      facts: deps.facts({ contact, organisation, campaign, language }),
      ...(own ? { own } : {}),
    })
  const place = { organisation: organisation._id, campaign: campaign?._id }
  const rendered = render(asked.own ?? (await readOwnWords(deps, place, keysIn(say))))
  if (asked.as === 'text') {
    const { template: _, ...text } = rendered
    return text
  }
  const template = templateOf(rendered)
  if (!template) return null
  if (!rendered.own || (await deps.templates.standingOf(template)).approval === 'approved') return rendered
  const standard = render()
  return standard.template ? { ...standard, unapproved: true } : null
}

const keysIn = ({ text, lead = [] }: Say): string[] =>
  [text, ...lead.map(part => part.text)].flatMap(key => [key, standardKey(key)])

/** @param keys only of these texts; absent: of all, for many messages */
export async function readOwnWords(
  { documents }: Pick<Rendering, 'documents'>,
  place: { organisation: string; campaign?: string | undefined },
  keys?: readonly string[],
): Promise<OwnWords> {
  const { organisation } = place
  const texts = await documents
    .collection('ownTexts')
    .list({ organisation, ...(keys ? { key: { $in: keys } } : {}) })
  return ownWordsFrom(texts, place)
}
