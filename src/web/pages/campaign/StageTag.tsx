import type { Stage } from '../../../domain/report/campaignOverview'
import type { Words } from '../../words'

const LOOK: Record<Stage, { sign: string; colour: string }> = {
  planned: { sign: '◷', colour: 'quiet' },
  leaving: { sign: '➚', colour: 'quiet' },
  in_doubt: { sign: '?', colour: 'wait' },
  sent: { sign: '✓', colour: 'quiet' },
  delivered: { sign: '✓✓', colour: 'good' },
  read: { sign: '✓✓', colour: 'read' },
  not_delivered: { sign: '!', colour: 'bad' },
  not_sent: { sign: '–', colour: 'quiet' },
}

/** Sign, word and colour, always together and in this order. */
export function StageTag({
  stage,
  words,
  count,
  reason,
}: {
  stage: Stage
  words: Words
  count?: number
  reason?: string | undefined
}) {
  const { sign, colour } = LOOK[stage]
  return (
    <span class={`tag ${colour}`}>
      <span aria-hidden="true">{sign}</span> {count === undefined ? '' : `${count} `}
      {words.say(`stage.${stage}`)}
      {reason ? `: ${reason}` : ''}
    </span>
  )
}
