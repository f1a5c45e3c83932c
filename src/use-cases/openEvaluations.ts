import { DateTime } from 'luxon'
import type { Campaign } from '../domain/campaign'
import type { Dialog } from '../domain/dialog/definition'
import { planSteps } from '../domain/timeline/planSteps'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import type { Seal } from '../ports/seal'

export const evaluationId = (campaign: string, instrument: string): string => `${campaign}:${instrument}`

/** Asked on the day itself, by a code at the door: it is in no timeline. */
const ON_THE_DAY = 'smiley-evaluation'

export interface OpenEvaluations {
  documents: Documents
  content: Content
  seal: Seal
}

/**
 * Prepares the letterbox of each anonymous instrument of a campaign, before anybody is asked. Twice gives one; a moved
 * event moves the day on which it closes.
 */
export async function openEvaluations(deps: OpenEvaluations, campaign: Campaign): Promise<void> {
  const timeline = deps.content.timeline(campaign.timeline.id)
  if (!timeline) return
  const { event } = campaign
  const lastAsked = new Map([[ON_THE_DAY, DateTime.fromISO(event.end, { zone: event.zone }).toMillis()]])
  for (const { id, notAfter } of planSteps(timeline, event, { holidays: false, evening: false })) {
    const dialog = timeline.steps.find(step => step.id === id)?.dialog
    if (dialog) lastAsked.set(dialog, Math.max(lastAsked.get(dialog) ?? 0, notAfter))
  }
  for (const [id, asked] of lastAsked) {
    const dialog = deps.content.dialog(id)
    if (dialog?.privacy !== 'anonymous' || !dialog.instrument) continue
    const closes = DateTime.fromMillis(asked, { zone: event.zone }).plus({ days: dialog.closesAfterDays })
    await openOne(deps, campaign, dialog, dialog.instrument, closes.toISODate()!)
  }
}

async function openOne(
  { documents, seal }: OpenEvaluations,
  campaign: Campaign,
  dialog: Dialog,
  instrument: string,
  closesOn: string,
): Promise<void> {
  const _id = evaluationId(campaign._id, instrument)
  const evaluations = documents.collection('evaluations')
  if (await evaluations.get(_id)) {
    await evaluations.update({ _id, state: 'open', closesOn: { $ne: closesOn } }, { set: { closesOn } })
    return
  }
  const { publicKey, wrappedPrivateKey } = seal.newPair()
  await documents.atomically([
    {
      into: 'evaluations',
      insert: {
        _id,
        organisation: campaign.organisation,
        campaign: campaign._id,
        series: campaign.series,
        dialog: dialog.id,
        dialogVersion: dialog.version,
        instrument,
        way: 'chat',
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
