import { POINT_DAYS } from '../../../domain/report/outcome'
import type { ExactOutcomes, GroupedOutcomes } from '../../../domain/report/outcomeReport'
import { Empty } from '../../components/Empty'
import { Field } from '../../components/Field'
import { numbersIn } from '../../numbers'
import { Downloads } from './Downloads'
import { Shares } from './Facts'
import { TooFew } from './Hidden'
import { besideWords, momentWords } from './momentWords'
import { hasFigures, OutcomeTables } from './OutcomeTables'
import { type ReportsPageProps, targetText } from './ReportsPage'
import { shortDay } from './reading'

/** Who found work after so many months and on one day, and how many were outside the target group (R2, R6). */
export function Outcomes(props: ReportsPageProps) {
  const { reading, words } = props
  const { outcomes, asked } = reading
  const isOfOthers = asked.audience !== undefined && asked.audience !== 'participant'
  // Of everybody together or not at all: it is not of the events of some series.
  if (!outcomes && (isOfOthers || asked.only)) return null
  return (
    <section class="sheet outcomes" aria-labelledby="outcomes">
      <div class="title">
        <h2 id="outcomes">{words.say('work:report.title')}</h2>
        {outcomes && !props.onPaper ? <Downloads path="/reports/outcomes" words={words} /> : null}
      </div>
      {outcomes ? (
        <>
          <p class="soft">{words.say('work:report.intro')}</p>
          {outcomes.reader === 'staff' ? (
            <Exact {...props} outcomes={outcomes} />
          ) : (
            <Grouped {...props} outcomes={outcomes} />
          )}
        </>
      ) : (
        <p>
          {words.say('work:report.only_all')}{' '}
          {props.onPaper ? null : <a href="/reports#outcomes">{words.say('work:report.to_all')}</a>}
        </p>
      )}
    </section>
  )
}

function Exact({ outcomes, ...props }: ReportsPageProps & { outcomes: ExactOutcomes }) {
  const { words, figures } = props
  const { fit, people, points, day } = outcomes
  const limit = numbersIn(words.language).percent(fit.limit)
  const isKnown = points.some(({ outcome }) => hasFigures(outcome))
  return (
    <>
      <Choose {...props} day={day} />
      <p class="sentence">
        {words.say('work:report.fit', { of: figures.ofBase(fit.outside, people) })}{' '}
        {fit.isOver ? null : words.say('work:report.limit', { limit })}
      </p>
      {fit.isOver ? <p class="notice">{words.say('work:report.over', { limit })}</p> : null}
      {isKnown ? (
        <OutcomeTables points={points} day={day} words={words} figures={figures} />
      ) : (
        <Empty>{words.say('work:report.none')}</Empty>
      )}
      <p class="soft">
        {words.say('work:report.note', POINT_DAYS)} {words.say('work:report.beside_note')}
      </p>
    </>
  )
}

function Choose({ reading, words, target, day }: ReportsPageProps & { day: string }) {
  const { series, audience, from, to } = reading.asked
  return (
    <form method="get" action="/reports#outcomes" class="choose" aria-label={words.say('work:report.title')}>
      {Object.entries({ series, audience, from, to, target: targetText(target) }).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div class="fields">
        <Field name="day" label={words.say('work:report.day')}>
          {ids => <input {...ids} type="date" value={day} />}
        </Field>
        <button type="submit">{words.say('reports:choose.show')}</button>
      </div>
    </form>
  )
}

function Grouped({ outcomes, words, figures, policy }: ReportsPageProps & { outcomes: GroupedOutcomes }) {
  const { fit, points, beside } = outcomes
  const target = words.say('work:report.target_group')
  const all = [
    {
      figure: fit,
      caption: fit
        ? words.say('work:report.known_on', { moment: target, day: shortDay(fit.day, words) })
        : target,
      group: 'work:report',
    },
    ...points
      // Which day it would be is only known with its figure.
      .filter(({ point, figure }) => point !== null || figure)
      .map(({ point, figure }) => ({
        figure,
        caption: momentWords(point, figure?.day ?? null, words),
        group: 'work:report.is',
      })),
  ]
  const hidden = all.filter(({ figure }) => figure === null)
  const shown = [
    ...all,
    ...beside.map(({ point, question, figure }) => ({
      figure,
      caption: besideWords(question, point, figure?.day ?? null, words),
      group: `work:report.beside.${question}`,
    })),
  ]
  return (
    <>
      <p class="soft">{words.say('work:report.grouped', { k: policy.k })}</p>
      <div class="questions">
        {shown.map(({ figure, caption, group }) =>
          figure ? (
            <Shares
              key={caption}
              words={words}
              figures={figures}
              shares={figure.shares}
              caption={caption}
              word={name => words.say(`${group}.${name}`)}
            />
          ) : null,
        )}
      </div>
      <p class="soft">{words.say('work:report.beside_grouped')}</p>
      <TooFew captions={hidden.map(({ caption }) => caption)} words={words} />
    </>
  )
}
