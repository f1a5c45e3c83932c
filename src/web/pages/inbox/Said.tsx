import type { InboxRow } from '../../../use-cases/readInbox'
import { Icon } from '../../components/Icon'
import type { Words } from '../../words'

/** Their own words, in their own direction, cut where the list would grow too long. */
export function Said({
  last,
  words,
  language,
  direction,
}: Pick<InboxRow, 'last' | 'language'> & { words: Words; direction: 'ltr' | 'rtl' }) {
  if (!last) return null
  if (last.is === 'private') return <p class="soft">{words.say('inbox:private')}</p>
  if (last.text === '')
    return (
      <p>
        <Icon name={last.media[0]?.kind === 'voice' ? 'play' : 'eye'} />{' '}
        {words.say(`inbox:media.${last.media[0]?.kind ?? 'place'}`)}
      </p>
    )
  return (
    <blockquote class="said" lang={language} dir={direction}>
      {last.text.length > LONGEST ? `${last.text.slice(0, LONGEST)}…` : last.text}
    </blockquote>
  )
}

const LONGEST = 140
