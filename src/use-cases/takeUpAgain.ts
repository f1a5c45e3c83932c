import type { Documents } from '../ports/documents'

/**
 * After a yes or a START: what was held back until then, or taken back by a STOP, is the plan's again, so whatever still
 * makes sense comes. No planner undoes a STOP by itself; only the person can.
 */
export async function takeUpAgain(
  deps: { documents: Documents; replan: (campaign: string, contact: string) => Promise<void> },
  contact: string,
): Promise<void> {
  const { documents, replan } = deps
  await documents
    .collection('outbox')
    .updateMany(
      { contact, state: 'cancelled', cancelledBy: 'stop', planVersion: { $exists: true } },
      { set: { cancelledBy: 'plan' } },
    )
  const enrolments = await documents.collection('enrolments').list({ contact })
  for (const { campaign } of enrolments) await replan(campaign, contact)
}
