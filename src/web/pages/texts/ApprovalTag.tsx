import type { TemplateStanding } from '../../../ports/templates'
import type { IconName } from '../../components/Icon'
import { type Colour, Tag } from '../../components/Tag'
import type { Words } from '../../words'

const LOOK: Record<TemplateStanding['approval'], [IconName, Colour]> = {
  approved: ['check', 'good'],
  waiting: ['clock', 'wait'],
  rejected: ['cross', 'bad'],
  paused: ['minus', 'wait'],
  disabled: ['ban', 'bad'],
  not_offered: ['chat', 'quiet'],
  not_asked: ['minus', 'planned'],
  none: ['minus', 'planned'],
}

/** What a standing is called. */
export const approvalName = ({ approval }: TemplateStanding, words: Words): string =>
  words.say(`texts:approval.${approval === 'none' ? 'not_asked' : approval}`)

/** WhatsApp's answer: sign, word, and since when. */
export function ApprovalTag({ standing, words }: { standing: TemplateStanding; words: Words }) {
  const { approval, since } = standing
  const [icon, colour] = LOOK[approval]
  const dated =
    since !== undefined && (approval === 'waiting' || approval === 'rejected' || approval === 'paused')
  return (
    <Tag icon={icon} colour={colour}>
      {approvalName(standing, words)}
      {dated ? `, ${words.say('texts:approval.since', { when: words.moment(since) })}` : ''}
    </Tag>
  )
}
