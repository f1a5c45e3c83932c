import { DateTime } from 'luxon'
import { BREAKDOWN_FROM } from '../domain/anonymity/blocks'
import { classesOf } from '../domain/anonymity/classes'
import { type Evaluation, ON_THE_DAY, type Way } from '../domain/anonymity/evaluation'
import type { Campaign } from '../domain/campaign'
import type { Dialog } from '../domain/dialog/definition'
import { planSteps } from '../domain/timeline/planSteps'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import type { Seal } from '../ports/seal'

/** A tablet's is another one than the chat's: who used a phone is known, who tapped is not. */
export const evaluationId = (campaign: string, instrument: string, way: Way = 'chat'): string =>
  way === 'chat' ? `${campaign}:${instrument}` : `${campaign}:${instrument}:${way}`

export interface OpenEvaluations {
  documents: Documents
  content: Pick<Content, 'timeline' | 'dialog'>
  seal: Pick<Seal, 'newPair'>
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
    const closesOn = closes.toISODate()!
    await openOne(deps, campaign, dialog, { instrument: dialog.instrument, way: 'chat', closesOn })
    if (id === ON_THE_DAY)
      await openOne(deps, campaign, dialog, { instrument: dialog.instrument, way: 'kiosk', closesOn })
  }
}

async function openOne(
  { documents, seal }: OpenEvaluations,
  campaign: Campaign,
  dialog: Dialog,
  { instrument, way, closesOn }: Pick<Evaluation, 'instrument' | 'way' | 'closesOn'>,
): Promise<void> {
  const _id = evaluationId(campaign._id, instrument, way)
  const evaluations = documents.collection('evaluations')
  if (await evaluations.get(_id)) {
    await evaluations.update({ _id, state: 'open', closesOn: { $ne: closesOn } }, { set: { closesOn } })
    if (way === 'chat' && campaign.breakdown && !(await isAsked(documents, campaign._id, instrument)))
      await evaluations.update({ _id, state: 'open' }, { set: await classesIn(documents, campaign) })
    return
  }
  const classes =
    way === 'chat' ? await classesIn(documents, campaign) : { classBy: 'none' as const, classes: [] }
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
        way,
        privacy: 'anonymous',
        ...classes,
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

/** From then on its classes stay as they are. */
const isAsked = async (documents: Documents, campaign: string, instrument: string): Promise<boolean> =>
  (await documents
    .collection('enrolments')
    .first({ campaign, [`evaluations.${instrument}`]: { $exists: true } })) !== null

/** By the list of the invited as it stands before the first of them is asked. */
async function classesIn(
  documents: Documents,
  { _id, breakdown }: Campaign,
): Promise<Pick<Evaluation, 'classBy' | 'classes'>> {
  const enrolments = breakdown ? await documents.collection('enrolments').list({ campaign: _id }) : []
  const people = enrolments.map(({ contact }) => contact)
  const invited =
    breakdown === 'language'
      ? (await documents.collection('contacts').list({ _id: { $in: people } })).map(
          ({ language }) => language,
        )
      : enrolments.map(({ audience }) => audience)
  const classes = classesOf(invited, BREAKDOWN_FROM)
  return { classBy: (classes.length > 0 && breakdown) || 'none', classes }
}
