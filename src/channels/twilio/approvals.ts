import type { ContentRecord } from '../../domain/documents'

type Approval = ContentRecord['approval']

/** Twilio's word for the state of a template → ours. Source: Twilio, Content API resources. */
export const APPROVALS: Readonly<Record<string, Approval | 'unsubmitted'>> = {
  unsubmitted: 'unsubmitted',
  received: 'waiting',
  pending: 'waiting',
  approved: 'approved',
  rejected: 'rejected',
  paused: 'paused',
  disabled: 'disabled',
}

/** Absent means that nobody asked yet. A word we do not know: somebody at WhatsApp is still busy with it. */
export function approvalOf(word: string | null | undefined): Approval | 'unsubmitted' {
  if (!word) return 'unsubmitted'
  const known = word.toLowerCase()
  return Object.hasOwn(APPROVALS, known) ? APPROVALS[known]! : 'waiting'
}
