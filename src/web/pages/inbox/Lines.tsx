import type { Line } from '../../../domain/inbox/lines'
import { Bubble, Wall } from '../../components/Bubble'
import { Empty } from '../../components/Empty'
import { Icon } from '../../components/Icon'
import type { Words } from '../../words'
import { OurBubble } from '../campaign/OurBubble'
import type { ThreadProps } from './ThreadPage'

/** What was said, oldest first: bubbles as on a phone, and among them what only colleagues see. */
export function Lines({ reading, words, texts }: ThreadProps) {
  const { lines, contact, names } = reading
  if (lines.length === 0)
    return (
      <section class="sheet" id="latest">
        <Empty>{words.say('inbox:nothing_said')}</Empty>
      </section>
    )
  return (
    <div id="latest">
      <Wall seen="on-desk" direction={words.direction} label={words.say('inbox:conversation')}>
        {lines.map((line, index) => (
          <OneLine
            key={line.id}
            line={line}
            newDay={dayBefore(lines[index - 1], line, words)}
            words={words}
            language={contact.language}
            directionOf={texts.direction}
            nameOf={id => names[id] ?? words.say('inbox:colleague')}
            mediaPath={`/inbox/${encodeURIComponent(contact._id)}/media`}
          />
        ))}
      </Wall>
    </div>
  )
}

interface LineProps {
  line: Line
  /** The day that begins with this line, in words. */
  newDay: string | undefined
  words: Words
  /** The person's own. */
  language: string
  directionOf: (language: string) => 'ltr' | 'rtl'
  nameOf: (staff: string) => string
  mediaPath: string
}

function dayBefore(before: Line | undefined, line: Line, words: Words): string | undefined {
  const day = words.day(line.at)
  return before && words.day(before.at) === day ? undefined : day
}

function OneLine(props: LineProps) {
  const { newDay } = props
  return (
    <>
      {newDay ? <li class="day">{newDay}</li> : null}
      <Said {...props} />
    </>
  )
}

function Said(props: LineProps) {
  const { line, words, language, directionOf, nameOf } = props
  switch (line.is) {
    case 'theirs':
      return (
        <Bubble
          words={words}
          side="theirs"
          channel={line.channel}
          language={language}
          direction={directionOf(language)}
          text={line.text}
          at={line.at}
        >
          <Media {...props} line={line} />
        </Bubble>
      )
    case 'ours':
      return (
        <>
          {line.by ? <li class="by">{nameOf(line.by)}</li> : null}
          <OurBubble
            words={words}
            channel={line.channel}
            language={line.language}
            direction={directionOf(line.language)}
            text={line.text || words.say('inbox:leaves_soon')}
            at={line.at}
            stage={line.stage}
            reason={line.reason}
          />
        </>
      )
    case 'private':
      return <li class="between">{words.say('inbox:private')}</li>
    case 'note':
      return (
        <li class="internal">
          <p class="soft">
            <Icon name="note" /> {words.say('inbox:note_of', { name: nameOf(line.by) })} ·{' '}
            {words.hour(line.at)}
          </p>
          <p dir="auto">{line.text}</p>
        </li>
      )
    case 'turn':
      return (
        <li class="between">
          {words.say(line.by ? `inbox:turn.${line.what}_by` : `inbox:turn.${line.what}`, {
            name: line.by ? nameOf(line.by) : '',
            when: words.hour(line.at),
          })}
        </li>
      )
  }
}

function Media({ line, words, mediaPath }: LineProps & { line: Extract<Line, { is: 'theirs' }> }) {
  return (
    <>
      {line.media.map(({ n, kind, type }) => {
        const from = `${mediaPath}/${encodeURIComponent(line.id)}/${n}`
        if (kind === 'voice')
          return (
            // biome-ignore lint/a11y/useMediaCaption: nobody has written down what a voice note says
            <audio key={n} controls preload="none" src={from} aria-label={words.say('inbox:media.voice')} />
          )
        if (kind === 'picture')
          return (
            <a key={n} href={from} class="picture">
              <img src={from} alt={words.say('inbox:media.picture')} loading="lazy" />
            </a>
          )
        return (
          <p key={n} lang={words.language} dir={words.direction}>
            <Icon name="ban" /> {words.say('inbox:media.other_type', { type })}
          </p>
        )
      })}
      {line.hasPlace ? (
        <p lang={words.language} dir={words.direction}>
          <Icon name="place" /> {words.say('inbox:media.place')}
        </p>
      ) : null}
    </>
  )
}
