import type { ComponentChildren } from 'preact'
import { Hatches } from '../../charts/Hatches'
import { Shell } from '../../components/Layout'
import { CameOrNot, Needs, Profile } from './Facts'
import { Funnel } from './Funnel'
import { InShort } from './InShort'
import { Method } from './Method'
import { Question } from './Question'
import { askedQuestions } from './questions'
import { dayWords, type Reading } from './reading'
import { Thoughts } from './Thoughts'

const PAGES = 4

/** Four pages of A4, for a table with people around it; always as an organiser may see it (ux 3.21). */
export function PrintPage({
  reading,
  madeOn,
  organisation,
  children,
}: {
  reading: Reading
  madeOn: number
  organisation: string
  children?: ComponentChildren
}) {
  const { report, words } = reading
  const page = (number: number, title: string, body: ComponentChildren) => (
    <section class="paper" key={number} aria-label={title}>
      <header>
        <p>
          <strong>
            <bdi>{report.event.name}</bdi>
          </strong>
          , {dayWords(report.event.start, words)}
        </p>
        <p>
          <bdi>{organisation}</bdi>
        </p>
      </header>
      {body}
      <footer>
        {words.say('reports:paper.footer', {
          page: number,
          pages: PAGES,
          day: words.longDay(madeOn),
          s: report.policy.s,
        })}
      </footer>
    </section>
  )
  return (
    <Shell
      words={words}
      title={report.event.name}
      sheets={['charts', 'reports', 'report-print']}
      class="papers"
    >
      <Hatches />
      <main id="content" tabIndex={-1}>
        <h1 class="hidden">{report.event.name}</h1>
        {page(
          1,
          words.say('reports:in_short.title'),
          <>
            <InShort {...reading} />
            <div class="questions">
              <Leading {...reading} />
            </div>
          </>,
        )}
        {page(
          2,
          words.say('reports:funnel.title'),
          <>
            <CameOrNot {...reading} />
            <Funnel {...reading} filter={{ members: [] }} />
            <Needs {...reading} />
            <Profile {...reading} />
          </>,
        )}
        {page(3, words.say('reports:thoughts'), <Thoughts {...reading} mayClose={false} />)}
        {page(
          4,
          words.say('reports:method.title'),
          <>
            {children}
            <Method {...reading} />
          </>,
        )}
      </main>
    </Shell>
  )
}

/** The first three questions with faces: what people ask first. */
function Leading(reading: Reading) {
  const scored = reading.report.evaluations.flatMap(({ dialog, questions }) =>
    askedQuestions(dialog, questions, reading)
      .filter(({ lines, isMulti }) => !isMulti && lines[0]!.report.shape.kind === 'scale')
      .map(question => ({ dialog, question })),
  )
  return (
    <>
      {scored.slice(0, 3).map(({ dialog, question }) => (
        <Question
          key={question.id}
          {...reading}
          onPaper={false}
          dialog={dialog}
          question={question}
          id={`first-${question.id}`}
        />
      ))}
    </>
  )
}
