import type { ComponentChildren } from 'preact'
import { Hatches } from '../../charts/Hatches'
import { Shell } from '../../components/Layout'
import { askedWords } from './asked'
import { EventsTable } from './EventsTable'
import { Leading } from './Leading'
import { Method } from './Method'
import { Outcomes } from './Outcomes'
import { Paper } from './Paper'
import type { ReportsPageProps } from './ReportsPage'
import { Kinds, Opinions, Reached } from './Together'
import { Trainings } from './Trainings'

export interface PrintedProps extends ReportsPageProps {
  madeOn: number
  organisation: string
}

/** Events together on paper, for a table with people around it; always as an organiser may see it (ux 3.21). */
export function ReportsPrintPage(props: PrintedProps) {
  const { reading, words, figures, organisation } = props
  const { asked, series, instruments } = reading
  const title = askedWords(asked, series, words)
  const { audience } = asked
  const about = audience === undefined ? title : `${title} · ${words.say(`audience.${audience}`)}`
  const paper = (body: ComponentChildren) => (
    <Paper about={<strong>{about}</strong>} organisation={organisation} footer={madeWords(props)}>
      {body}
    </Paper>
  )
  return (
    <Shell
      words={words}
      title={words.say('reports:title')}
      sheets={['charts', 'reports', 'report-print']}
      class="papers"
    >
      <Hatches />
      <main id="content" tabIndex={-1}>
        <h1 class="hidden">{title}</h1>
        {paper(
          <>
            <Reached {...props} over={reading.over} />
            <Kinds {...props} over={reading.over} />
            {audience === undefined ? <Leading {...props} instruments={instruments} /> : null}
            <section class="sheet" aria-labelledby="events">
              <h2 id="events">{words.say('reports:events')}</h2>
              <EventsTable lines={reading.lines} words={words} figures={figures} />
            </section>
          </>,
        )}
        {instruments.length > 0 ? paper(<Opinions {...props} />) : null}
        {paper(
          <>
            {props.children}
            <Outcomes {...props} />
            <Trainings {...props} />
            <Method {...props} reader="organiser" />
          </>,
        )}
      </main>
    </Shell>
  )
}

/** When it was made, and that nobody can be recognised in it. */
export const madeWords = ({
  words,
  madeOn,
  policy,
}: Pick<PrintedProps, 'words' | 'madeOn' | 'policy'>): string =>
  words.say('reports:paper.made', { day: words.longDay(madeOn), s: policy.s })
