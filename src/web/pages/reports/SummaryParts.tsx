import { isGraded } from '../../../domain/anonymity/shape'
import type { Grouped } from '../../../domain/report/outcomeReport'
import { summaryLines } from '../../../domain/report/summaryLines'
import type { SummedInstrument } from '../../../use-cases/readSummary'
import { Empty } from '../../components/Empty'
import { numbersIn } from '../../numbers'
import { momentWords } from './momentWords'
import { askedQuestions, joinedHigh } from './questions'
import { instrumentWord, shortDay } from './reading'
import type { SummaryProps } from './SummaryPage'

/** As many as fit on one page with the rest. */
const MOST = { events: 6, questions: 5, conclusions: 4 } as const
/** What is asked at the door comes first. */
const SMILEYS = 'E-01'

/** The events with how many came. */
export function Gathered({ summary, words, figures }: SummaryProps) {
  const lines = summaryLines(summary.events.lines, MOST.events)
  return (
    <section class="sheet" aria-labelledby="events">
      <h2 id="events">{words.say('reports:events')}</h2>
      {lines.length === 0 ? (
        <Empty>{words.say('reports:summary.none_over')}</Empty>
      ) : (
        <table class="answers">
          <caption>{words.say('reports:summary.came')}</caption>
          <tbody>
            {lines.map(({ name, start, events, invited, came }) => (
              <tr key={`${name}${start}`}>
                <th scope="row">
                  {name ? <bdi>{name}</bdi> : words.say('reports:summary.rest')}{' '}
                  <small>
                    {start ? shortDay(start, words) : words.say('reports:summary.times', { count: events })}
                  </small>
                </th>
                <td class="number">{figures.ofBase(came, invited)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Questions with faces or steps: how many were content, the mean, and how many answered of how many who were asked. */
export function Smileys(props: SummaryProps) {
  const { summary, words, figures: say } = props
  const rows = summary.instruments
    .toSorted((a, b) => Number(b.instrument === SMILEYS) - Number(a.instrument === SMILEYS))
    .flatMap(instrument => rowsOf(instrument, props))
    .slice(0, MOST.questions)
  return (
    <section class="sheet" aria-labelledby="thoughts">
      <h2 id="thoughts">{words.say('reports:thoughts')}</h2>
      {rows.length === 0 ? (
        <Empty>{words.say('reports:summary.no_answers')}</Empty>
      ) : (
        <table class="answers thoughts">
          <thead>
            <tr>
              <th scope="col">{words.say('reports:question')}</th>
              <th scope="col">{words.say('reports:summary.content')}</th>
              <th scope="col">{words.say('reports:mean_of_5')}</th>
              <th scope="col" class="number">
                {words.say('reports:summary.answered')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, asks, instrument, high, highWord, figures, asked }) => (
              <tr key={key}>
                <th scope="row">
                  {asks} <small>{instrumentWord(instrument, words)}</small>
                </th>
                <td>{words.say('reports:said', { of: say.both(high, figures.n), answer: highWord })}</td>
                <td>{say.mean(figures) || words.say('reports:summary.no_mean')}</td>
                <td class="number">
                  {asked && figures.n <= asked.invited
                    ? say.ofBase(figures.n, asked.invited)
                    : say.count(figures.n)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Of one instrument the questions with faces, points or steps about which something may be said. */
function rowsOf({ instrument, way, dialog, questions, asked }: SummedInstrument, props: SummaryProps) {
  return askedQuestions(dialog, questions, props).flatMap(({ id, asks, lines, isMulti }) => {
    const { report } = lines[0]!
    const { figures, shape } = report
    if (isMulti || !isGraded(shape) || !figures.high || figures.cells.length === 0) return []
    const highWord = joinedHigh(dialog, report, props, props.words)
    const key = [instrument, way, id].join('|')
    return [{ key, instrument, asks, figures, high: figures.high, highWord, asked }]
  })
}

/** Who found work of those of whom it is known, and who is outside the target group: of all events together. */
export function FoundWork({ summary, words, figures, limit }: SummaryProps) {
  const { outcomes } = summary
  if (outcomes?.reader !== 'organiser') return null
  const { fit, points } = outcomes
  const line = (caption: string, { shares }: Grouped, group: string) => {
    const { base, rows, other } = shares
    const word = (name: string) => words.say(`${group}.${name}`)
    const all = rows.map(({ name, count }) => [word(name), count] as const)
    const joined = other ? [[words.list(other.names.map(word)), other.count] as const] : []
    return (
      <li key={caption}>
        {caption}:{' '}
        {[...all, ...joined].map(([name, count]) => `${name} ${figures.ofBase(count, base)}`).join(' · ')}
      </li>
    )
  }
  const known = points.flatMap(({ point, figure }) => (figure ? [{ point, figure }] : []))
  const outside = fit?.shares.rows.find(({ name }) => name === 'outside')
  const agreed = { limit: numbersIn(words.language).percent(limit) }
  const isOver = fit && outside && outside.count * 100 > limit * fit.shares.base
  return (
    <section class="sheet" aria-labelledby="outcomes">
      <h2 id="outcomes">{words.say('work:report.title')}</h2>
      {fit === null && known.length === 0 ? (
        <p>{words.say('reports:summary.no_outcomes')}</p>
      ) : (
        <ul class="plain">
          {fit
            ? line(
                words.say('work:report.known_on', {
                  moment: words.say('work:report.target_group'),
                  day: shortDay(fit.day, words),
                }),
                fit,
                'work:report',
              )
            : null}
          {isOver ? <li>{words.say('work:report.over', agreed)}</li> : null}
          {known.map(({ point, figure }) =>
            line(momentWords(point, figure.day, words), figure, 'work:report.is'),
          )}
        </ul>
      )}
      <p class="soft">{words.say('reports:summary.outcomes_note')}</p>
    </section>
  )
}

/** What the team agreed to do differently. */
export function Agreed({ summary, words }: SummaryProps) {
  const { conclusions } = summary
  const more = conclusions.length - MOST.conclusions
  return (
    <section class="sheet" aria-labelledby="agreed">
      <h2 id="agreed">{words.say('reports:conclusions.title')}</h2>
      {conclusions.length === 0 ? <p>{words.say('reports:summary.no_conclusions')}</p> : null}
      <ul class="plain">
        {conclusions.slice(0, MOST.conclusions).map(({ _id, action, owner, before, state }) => (
          <li key={_id}>
            <bdi>{action}</bdi> · <bdi>{owner}</bdi>
            {before ? ` · ${words.say('reports:conclusions.before', { day: shortDay(before, words) })}` : ''}
            {state === 'done' ? ` · ${words.say('reports:conclusions.is_done')}` : ''}
          </li>
        ))}
      </ul>
      {more > 0 ? <p class="soft">{words.say('reports:summary.more', { count: more })}</p> : null}
    </section>
  )
}
