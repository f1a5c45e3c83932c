import type { Campaign } from '../domain/campaign'
import { checkForm, phoneOf } from '../domain/campaigns/checkForm'
import { type EventForm, eventOf } from '../domain/campaigns/eventForm'
import type { FieldProblem } from '../domain/fieldProblem'
import type { Staff } from '../domain/staff'
import { AppError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Content } from '../ports/content'
import type { Documents } from '../ports/documents'
import { campaignWording } from './campaignWording'

export interface SaveDraft {
  documents: Documents
  content: Pick<Content, 'timeline' | 'texts'>
  clock: Pick<Clock, 'now'>
}

export interface DraftAsked {
  id: string
  /** Of the draft that was shown; absent: it was not there yet. */
  version?: number | undefined
  /** From which page, as it was opened: another window of the same person is told, too. */
  page?: string | undefined
  form: EventForm
  /** The event that this one follows on. */
  after?: Campaign | undefined
}

export type Saved = { ok: true; campaign: Campaign } | { ok: false; problems: FieldProblem[] }

/**
 * Writes a draft down: a new one under the key that its form came with, or an existing one as the coordinator saw it.
 * The same form twice makes one campaign.
 * @throws CAMPAIGN_CHANGED when somebody else was faster, CAMPAIGN_NOT_FOUND when it is no draft of theirs
 */
export async function saveDraft(deps: SaveDraft, by: Staff, asked: DraftAsked): Promise<Saved> {
  const { documents, clock } = deps
  const { id, form, after, page } = asked
  const wording = await campaignWording(deps, by.organisation)
  const problems = checkForm(form, { now: clock.now(), zone: wording.zone })
  const timeline = deps.content.timeline(form.timeline)
  if (!timeline) problems.push({ field: 'timeline', problem: 'no_kind' })
  if (problems.length > 0 || !timeline) return { ok: false, problems }

  const contactPhone = phoneOf(form.contactPhone) ?? ''
  const written = {
    timeline: { id: timeline.id, version: timeline.version },
    event: eventOf({ ...form, contactPhone }, wording),
    picks: form.picks,
    savedBy: by._id,
    ...(page ? { savedFrom: page } : {}),
    ...(form.breakdown === 'none' ? {} : { breakdown: form.breakdown }),
  }
  const campaigns = documents.collection('campaigns')
  const fresh: Campaign = {
    _id: id,
    organisation: by.organisation,
    state: 'draft',
    version: 1,
    plannedVersion: 0,
    series: after?.series ?? id,
    createdAt: clock.now(),
    ...written,
  }
  if (asked.version === undefined && (await campaigns.insert(fresh))) return { ok: true, campaign: fresh }

  const now = await campaigns.get(id, { fresh: true })
  if (now?.organisation !== by.organisation || now.removedAt !== undefined)
    throw new AppError('CAMPAIGN_NOT_FOUND', 'There is no such draft', { campaign: id })
  const shown = asked.version ?? 1
  // This very page saved it by itself a moment ago, and the button came before its answer.
  const isOwn = page !== undefined && now.savedFrom === page && now.version === shown + 1
  const version = isOwn ? now.version : shown
  const campaign = await campaigns.update(
    { _id: id, version, state: 'draft' },
    { set: written, inc: { version: 1 }, unset: form.breakdown === 'none' ? ['breakdown'] : [] },
  )
  if (!campaign)
    throw new AppError('CAMPAIGN_CHANGED', 'Somebody else saved this draft; read it again, then change', {
      campaign: id,
    })
  return { ok: true, campaign }
}
