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
  const page = (number: number, body: ComponentChildren) => (
    <Paper
      key={number}
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
        page: number,
        pages: PAGES,
        day: words.longDay(madeOn),
        s: report.policy.s,
      })}
    >
      {body}
    </Paper>
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
          <>
            <InShort {...reading} />
            {report.gathers ? <CameOrNot {...reading} /> : null}
            <Leading {...reading} instruments={report.evaluations} />
          </>,
        )}
        {page(
          2,
          <>
            <Funnel {...reading} filter={{ members: [] }} />
            {report.gathers ? <Needs {...reading} /> : null}
            <Profile {...reading} />
          </>,
        )}
        {page(3, <Thoughts {...reading} mayClose={false} />)}
        {page(
          4,
          <>
            {children}
            <Method {...reading} reader={report.reader} />
          </>,
        )}
      </main>
    </Shell>
  )
}
