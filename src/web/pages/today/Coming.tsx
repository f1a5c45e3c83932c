import { DateTime } from 'luxon'
import type { ComingEvent, TodayReading } from '../../../use-cases/readToday'
import type { Words } from '../../words'

const ANSWERS = ['yes', 'maybe', 'no', 'silent'] as const

/** The events ahead, and who is still silent about each. */
export function Coming({ reading, words }: { reading: TodayReading; words: Words }) {
  if (reading.coming.length === 0) return null
  return (
    <ul class="coming">
      {reading.coming.map(coming => (
        <Ticket key={coming.campaign._id} coming={coming} words={words} />
      ))}
    </ul>
  )
}

function Ticket({ coming, words }: { coming: ComingEvent; words: Words }) {
  const { campaign, people } = coming
  const { event } = campaign
  const start = DateTime.fromISO(event.start, { zone: event.zone, locale: words.language })
  const path = `/campaigns/${encodeURIComponent(campaign._id)}`
  return (
    <li class="sheet ticket">
      <p class="date-block">
        <span>{start.toFormat('cccc')}</span> <strong>{start.toFormat('d')}</strong>{' '}
        <span>{start.toFormat('LLLL')}</span>
      </p>
      <div>
        <h2>
          <a href={path}>
            <bdi>{event.name}</bdi>
          </a>
        </h2>
        <p class="soft">
          <bdi dir="ltr">
            {event.start.slice(11, 16)}–{event.end.slice(11, 16)}
          </bdi>
        </p>
        <ul class="words">
          {ANSWERS.map(answer => (
            <li key={answer}>
              <strong>{people[answer]}</strong>{' '}
              {people[answer] > 0 ? (
                <a href={`${path}?people=${answer}#people`}>{words.say(`today:answer.${answer}`)}</a>
              ) : (
                words.say(`today:answer.${answer}`)
              )}
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}
