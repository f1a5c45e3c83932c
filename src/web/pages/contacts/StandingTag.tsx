import type { Standing } from '../../../domain/report/personOf'
import type { IconName } from '../../components/Icon'
import { type Colour, Tag } from '../../components/Tag'
import type { Words } from '../../words'

const LOOK: Record<Standing, [IconName, Colour]> = {
  agreed: ['check', 'good'],
  asked: ['question', 'wait'],
  not_asked: ['shield', 'wait'],
  stopped: ['hand', 'bad'],
}

/** May we write to this person? */
export function StandingTag({ standing, words }: { standing: Standing; words: Words }) {
  const [icon, colour] = LOOK[standing]
  return (
    <Tag icon={icon} colour={colour}>
      {words.say(`contacts:standing.${standing}`)}
    </Tag>
  )
}
