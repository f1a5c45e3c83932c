import type { HistoryLine } from '../../../domain/contacts/history'
import { Bubble, Wall } from '../../components/Bubble'
import { Empty } from '../../components/Empty'
import type { Words } from '../../words'
import { OurBubble } from '../campaign/OurBubble'
import { StageTag } from '../campaign/StageTag'
import { stepName } from '../campaign/whyThen'
import { type ContactPageProps, pathOf } from './ContactPage'

const LAST = 40

/** What went between us, newest last; then what is still to come. */
export function History({ words, reading, merged, direction, all }: ContactPageProps) {
  const { say } = words
  const lines = reading.history
  const isToCome = (line: HistoryLine) => line.kind === 'sent' && line.stage === 'planned'
  const gone = lines.filter(line => !isToCome(line))
  const shown = all ? gone : gone.slice(-LAST)
  const toCome = lines.filter(isToCome)
  return (
    <section class="sheet past" aria-labelledby="history">
      <h2 id="history">{say('contacts:history')}</h2>
      {merged ? (
        <p class="soft">
          {say('contacts:unmerge.merged', {
            name: `\u2068${merged.gone.name || say('people.unknown')}\u2069`,
            day: words.day(merged.merge.at),
          })}{' '}
          <a href={`${pathOf(reading.contact)}/unmerge`}>{say('contacts:unmerge.link')}</a>
        </p>
      ) : null}
      {gone.length === 0 ? <Empty>{say('contacts:no_history')}</Empty> : null}
      {shown.length < gone.length ? (
        <p>
          <a href={`${pathOf(reading.contact)}?history=all#history`}>
            {say('contacts:earlier', { count: gone.length - shown.length })}
          </a>
        </p>
      ) : null}
      {shown.length > 0 ? (
        <Wall seen="on-desk" direction={words.direction} label={say('contacts:history')}>
          {shown.flatMap((line, index) => {
            const day = words.longDay(line.at)
            const before = shown[index - 1]
            const isNewDay = before === undefined || words.longDay(before.at) !== day
            return [
              ...(isNewDay ? [<Day key={`day-${line.id}`} day={day} />] : []),
              <Line
                key={line.id}
                line={line}
                words={words}
                direction={direction}
                own={reading.contact.language}
              />,
            ]
          })}
        </Wall>
      ) : null}
      {toCome.length > 0 ? <h3>{say('contacts:to_come')}</h3> : null}
      <ul class="links">
        {toCome.map(line => (
          <li key={line.id}>
            {line.kind === 'sent' && line.step ? stepName(line.step, words) : say('contacts:message')}{' '}
            <span class="soft">
              {words.moment(line.at)} · {say(`channel.${line.channel}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Day = ({ day }: { day: string }) => <li class="day">{day}</li>

function Line({
  line,
  words,
  direction,
  own,
}: {
  line: HistoryLine
  words: Words
  direction: ContactPageProps['direction']
  own: string
}) {
  const { say } = words
  if (line.kind === 'private') return <li class="event">{say('inbox:private')}</li>
  if (line.kind === 'received') {
    const attached = [
      ...(line.media.length > 0 ? [say('people.media')] : []),
      ...(line.place ? [say('people.place')] : []),
    ]
    return (
      <Bubble
        words={words}
        side="theirs"
        channel={line.channel}
        language={own}
        direction={direction(own)}
        text={line.text}
        at={line.at}
      >
        {attached.length > 0 ? (
          <p class="soft" lang={words.language} dir={words.direction}>
            {attached.join(' · ')}
          </p>
        ) : undefined}
      </Bubble>
    )
  }
  const { stage, reason, text, step } = line
  if (text === undefined)
    return (
      <li class="event">
        {step ? stepName(step, words) : say('contacts:message')}{' '}
        <StageTag stage={stage} words={words} reason={reason} />
      </li>
    )
  const language = line.language ?? own
  return (
    <OurBubble
      words={words}
      channel={line.channel}
      language={language}
      direction={direction(language)}
      text={text}
      at={line.at}
      stage={stage}
      reason={reason}
    />
  )
}
