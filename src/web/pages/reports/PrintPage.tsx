import type { ComponentChildren } from 'preact'
import { Hatches } from '../../charts/Hatches'
import { Shell } from '../../components/Layout'
import { CameOrNot, Needs, Profile } from './Facts'
import { Funnel } from './Funnel'
import { InShort } from './InShort'
import { Leading } from './Leading'
import { Method } from './Method'
import { Paper } from './Paper'
import { dayWords, type Reading } from './reading'
import { NamedForms, Thoughts } from './Thoughts'

/** Beside what was asked without a name there is room for a row of these. */
const NAMED_FORMS_BESIDE = 2

/**
 * Four pages of A4, for a table with people around it; always as an organiser may see it (ux 3.21). Many forms with a name have a
 * page of their own.
 */
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
  const apart = report.named.length > NAMED_FORMS_BESIDE
  const asked = apart ? { ...reading, report: { ...report, named: [] } } : reading
  const pages: ComponentChildren[] = [
    <>
      <InShort {...reading} />
      {report.gathers ? <CameOrNot {...reading} /> : null}
      <Leading {...reading} instruments={report.evaluations} />
    </>,
    <>
      <Funnel {...reading} filter={{ members: [] }} />
      {report.gathers ? <Needs {...reading} /> : null}
      <Profile {...reading} />
    </>,
    <Thoughts key="asked" {...asked} mayClose={false} />,
    ...(apart ? [<NamedForms key="named" {...reading} />] : []),
    <>
      {children}
      <Method {...reading} reader={report.reader} />
    </>,
  ]
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
        {pages.map((body, index) => (
          <Paper
            key={index}
            about={
              <>
                <strong>
                  <bdi>{report.event.name}</bdi>
                </strong>
                , {dayWords(report.event.start, words)}
              </>
            }
            organisation={organisation}
            footer={words.say('reports:paper.footer', {
              page: index + 1,
              pages: pages.length,
              day: words.longDay(madeOn),
              s: report.policy.s,
            })}
          >
            {body}
          </Paper>
        ))}
      </main>
    </Shell>
  )
}
