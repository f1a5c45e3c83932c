import { OPT_IN_DIALOG } from '../domain/consent/mayWrite'
import { AppError } from '../errors'
import { type AskByHand, askByHand } from './askByHand'

/**
 * The one message that may leave before there is consent: the question for it, started by a coordinator. A second time
 * for the same person changes nothing.
 */
export async function askConsent(deps: AskByHand, id: string): Promise<void> {
  const contact = await deps.documents.collection('contacts').get(id)
  if (!contact) throw new AppError('CONTACT_NOT_FOUND', 'There is no such contact')
  const key = `manual:opt_in:${id}`
  await askByHand(deps, contact, { dialog: OPT_IN_DIALOG, step: 'opt_in', key, purpose: 'C1' })
}
