import type { Stage } from '../../../domain/report/stage'
import { Bubble, type BubbleProps, type BubbleState } from '../../components/Bubble'
import { reasonWords } from './StageTag'

const STATES: Record<Stage, BubbleState> = {
  planned: 'waiting',
  leaving: 'waiting',
  in_doubt: 'waiting',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  not_delivered: 'failed',
  not_sent: 'failed',
}

/** What we wrote to somebody, as it stands with them now, and why where it did not arrive. */
export function OurBubble({
  stage,
  reason,
  ...message
}: Omit<BubbleProps, 'side' | 'state' | 'failure'> & { stage: Stage; reason: string | undefined }) {
  const state = STATES[stage]
  const failure = state === 'failed' ? reasonWords(message.words, reason ?? 'other') : undefined
  return <Bubble {...message} side="ours" state={state} failure={failure} />
}
