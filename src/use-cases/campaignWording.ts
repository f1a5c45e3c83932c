import type { ValuesIn } from '../domain/campaigns/contract'
import type { Wording } from '../domain/campaigns/eventForm'
import type { SayOption } from '../domain/campaigns/picks'
import { placesIn } from '../domain/text/places'
import { AppError } from '../errors'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import type { Texts } from '../ports/texts'

/** The words of what can be ticked in the form. */
export const optionWords =
  ({ texts }: Pick<Content, 'texts'>): SayOption =>
  (field, option, language) =>
    texts.say(`facts:${field}.${option}`, language)

/** Names of the values that a text says, as its Dutch source has them. */
export const valuesIn =
  (texts: Pick<Texts, 'wording'>): ValuesIn =>
  key =>
    placesIn(texts.wording(key, 'nl') ?? '')

/** In which zone and languages an organisation's events are worded. */
export async function campaignWording(
  { documents, content }: { documents: Documents; content: Pick<Content, 'texts'> },
  organisationId: string,
): Promise<Wording> {
  const organisation = await documents.collection('organisations').get(organisationId)
  if (!organisation) throw new AppError('NOT_FOUND', 'There is no such organisation')
  const { zone, languages } = organisation
  return { zone, languages, say: optionWords(content) }
}
