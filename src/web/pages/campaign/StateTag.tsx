import type { CampaignState } from '../../../domain/campaign'
import type { IconName } from '../../components/Icon'
import { type Colour, Tag } from '../../components/Tag'
import type { Words } from '../../words'

const LOOK: Record<CampaignState, [IconName, Colour]> = {
  draft: ['calendar', 'planned'],
  running: ['play', 'good'],
  paused: ['clock', 'wait'],
  cancelled: ['ban', 'bad'],
  done: ['flag', 'quiet'],
}

export function StateTag({ state, words }: { state: CampaignState; words: Words }) {
  const [icon, colour] = LOOK[state]
  return (
    <Tag icon={icon} colour={colour}>
      {words.say(`state.${state}`)}
    </Tag>
  )
}
