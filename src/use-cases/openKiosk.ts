import type { Campaign } from '../domain/campaign'
import { type MakeOnce, makeOnce } from './makeOnce'
import { type OpenEvaluations, openEvaluations } from './openEvaluations'
import { secretHash } from './secretHash'

/**
 * A link for a tablet at the door. Until it is ended, or the evaluation closes, whoever holds it can tap.
 * @param key of the form: sent twice, it is one link
 * @returns the secret that goes into the link, and nowhere else
 */
export async function openKiosk(
  deps: MakeOnce & OpenEvaluations,
  by: string,
  campaign: Campaign,
  key: string,
): Promise<string> {
  const { _id: id, organisation } = campaign
  // A campaign that has not begun has no letterbox yet.
  await openEvaluations(deps, campaign)
  const secret = deps.seal.secretOf(`kiosk|${organisation}|${id}|${key}`)
  const _id = secretHash('kiosk', secret)
  const made = { _id, organisation, campaign: id, by, openedAt: deps.clock.now() }
  await makeOnce(deps, { into: 'kiosks', insert: made }, { what: 'kiosk_opened', by })
  return secret
}
