import type { Stage } from '../../../domain/report/stage'
import type { IconName } from '../../components/Icon'
import { type Colour, Tag } from '../../components/Tag'
import type { Words } from '../../words'

const LOOK: Record<Stage, [IconName, Colour]> = {
  planned: ['calendar', 'planned'],
  leaving: ['send', 'quiet'],
  in_doubt: ['question', 'wait'],
  sent: ['check', 'quiet'],
  delivered: ['checks', 'good'],
  read: ['eye', 'read'],
  not_delivered: ['cross', 'bad'],
  not_sent: ['minus', 'quiet'],
}

/** Where a message is: sign, word and colour, and why when it is not where it should be. */
export function StageTag({
  stage,
  words,
  reason,
}: {
  stage: Stage
  words: Words
  reason?: string | undefined
}) {
  const [icon, colour] = LOOK[stage]
  return (
    <Tag icon={icon} colour={colour}>
      {words.say(`stage.${stage}`)}
      {reason && SAYS_WHY.includes(stage) ? `: ${reasonWords(words, reason)}` : ''}
    </Tag>
  )
}

const SAYS_WHY: readonly Stage[] = ['in_doubt', 'not_delivered', 'not_sent']

export const reasonWords = (words: Words, reason: string): string =>
  words.sayOr(`reason.${reason}`, 'reason.other')
