import type { Campaign } from '../domain/campaign'
import type { Dialog } from '../domain/dialog/definition'
import type { Documents } from '../ports/documents'
import type { Seal } from '../ports/seal'

export const evaluationId = (campaign: string, instrument: string): string => `${campaign}:${instrument}`

/**
 * Prepares the letterbox of one instrument at one event, before anybody is asked. Twice gives one.
 * @param closesOn ISO day after which no answer is taken
 */
export async function openEvaluation(
  deps: { documents: Documents; seal: Seal },
  campaign: Campaign,
  dialog: Dialog,
  closesOn: string,
): Promise<void> {
  if (!dialog.instrument || dialog.privacy !== 'anonymous') return
  const _id = evaluationId(campaign._id, dialog.instrument)
  if (await deps.documents.collection('evaluations').get(_id)) return
  const { publicKey, wrappedPrivateKey } = deps.seal.newPair()
  await deps.documents.atomically([
    {
      into: 'evaluations',
      insert: {
        _id,
        organisation: campaign.organisation,
        campaign: campaign._id,
        series: campaign.series,
        dialog: dialog.id,
        dialogVersion: dialog.version,
        instrument: dialog.instrument,
        privacy: 'anonymous',
        classBy: 'none',
        classes: [],
        publicKey,
        closesOn,
        live: false,
        sealed: 0,
        state: 'open',
      },
    },
    { into: 'evaluationKeys', insert: { _id, wrappedPrivateKey } },
  ])
}
