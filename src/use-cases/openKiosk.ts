import type { Campaign } from '../domain/campaign'
import type { Seal } from '../ports/seal'
import { type Auditing, auditEntry } from './audit'
import { type OpenEvaluations, openEvaluations } from './openEvaluations'
import { secretHash } from './secretHash'

/**
 * A link for a tablet at the door. Until it is ended, or the evaluation closes, whoever holds it can tap.
 * @param key of the form: sent twice, it is one link
 * @returns the secret that goes into the link, and nowhere else
 */
export async function openKiosk(
  deps: Auditing & OpenEvaluations & { seal: Pick<Seal, 'secretOf'> },
  by: string,
  campaign: Campaign,
  key: string,
): Promise<string> {
  const { documents, clock, seal } = deps
  const { _id: id, organisation } = campaign
  // A campaign that has not begun has no letterbox yet.
  await openEvaluations(deps, campaign)
  const secret = seal.secretOf(`kiosk|${organisation}|${id}|${key}`)
  const _id = secretHash('kiosk', secret)
  await documents.atomically([
    { into: 'kiosks', insert: { _id, organisation, campaign: id, by, openedAt: clock.now() } },
    { into: 'auditLog', insert: auditEntry(deps, { what: 'kiosk_opened', organisation, by, about: _id }) },
  ])
  return secret
}
