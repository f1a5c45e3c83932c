import type { ComponentChildren } from 'preact'
import { AUDIENCES } from '../../../domain/contact'
import type { Target } from '../../../domain/report/reach'
import type { ReportsReading } from '../../../use-cases/readReports'
import { Hatches } from '../../charts/Hatches'
import { Empty } from '../../components/Empty'
import { Field } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import { queryOf } from './asked'
import { Choice, ChooseFields } from './ChooseFields'
import { Downloads } from './Downloads'
import { EventsTable } from './EventsTable'
import { Outcomes } from './Outcomes'
import type { Speaking } from './reading'
import { Together } from './Together'
import { Trainings } from './Trainings'

export interface ReportsPageProps extends Speaking {
  reading: ReportsReading
  /** How many people the reader means to reach. */
  target?: Target | undefined
  /** Words of one series, where one is chosen. */
  children?: ComponentChildren
}

/** Every event one may read about, and all of them together. */
export function ReportsPage(props: ReportsPageProps) {
  const { reading, words } = props
  const { lines } = reading
  return (
    <Layout words={words} title={words.say('reports:title')} path="/reports" sheets={['charts', 'reports']}>
      <Hatches />
      <div class="title">
        <h1>{words.say('reports:title')}</h1>
        {reading.over.events > 0 ? <ToTakeAlong {...props} /> : null}
      </div>
      {reading.series.length === 0 ? (
        <section class="sheet">
          <Empty>{words.say('reports:none')}</Empty>
        </section>
      ) : (
        <>
          <Choose {...props} />
          <section class="sheet" aria-labelledby="events">
            <h2 id="events">{words.say('reports:events')}</h2>
            {lines.length === 0 ? <Empty>{words.say('reports:none_here')}</Empty> : <Events {...props} />}
          </section>
          {reading.over.events > 0 ? <Together {...props} /> : null}
          {props.children}
          {reading.over.events > 0 ? <Outcomes {...props} /> : null}
          {reading.over.events > 0 ? <Trainings {...props} /> : null}
        </>
      )}
    </Layout>
  )
}

function Choose({ reading, words, target }: ReportsPageProps) {
  const { asked, series } = reading
  return (
    <form method="get" action="/reports" class="sheet choose" aria-label={words.say('reports:choose.title')}>
      <div class="fields">
        <ChooseFields asked={asked} series={series} words={words} />
        <Choice
          name="audience"
          label={words.say('reports:choose.audience')}
          everything={words.say('reports:choose.everybody')}
          options={AUDIENCES.map(id => ({ id, name: words.say(`audience.${id}`) }))}
          chosen={asked.audience}
        />
        <Field name="target" label={words.say('reports:choose.target')} optional={words.say('form.optional')}>
          {ids => <input {...ids} inputmode="numeric" value={targetText(target)} placeholder="50" />}
        </Field>
        <button type="submit">{words.say('reports:choose.show')}</button>
      </div>
    </form>
  )
}

/** Events as rows; two to six of them can be ticked and compared. */
function Events({ reading, words, figures }: ReportsPageProps) {
  return (
    <form method="get" action="/reports/compare" class="stack">
      <EventsTable lines={reading.lines} ticks words={words} figures={figures} />
      <p class="actions">
        <button type="submit">{words.say('reports:compare.selected')}</button>
      </p>
    </form>
  )
}

/** The same choice on paper and as a file, and its figures on one page for those who steer the project. */
function ToTakeAlong({ reading, target, words }: ReportsPageProps) {
  const { series, from, to, audience } = reading.asked
  const aim = targetText(target)
  const print = queryOf({ series, from, to, audience, target: aim })
  const file = queryOf({ series, from, to, audience })
  const summary = queryOf({ series, from, to, target: aim })
  return (
    <div class="actions">
      <a class="button" href={`/reports/print?${print}`}>
        <Icon name="print" /> {words.say('reports:print')}
      </a>
      <a class="button" href={`/reports/summary?${summary}`}>
        <Icon name="print" /> {words.say('reports:summary.title')}
      </a>
      <Downloads path="/reports" query={file} words={words} />
    </div>
  )
}

export const targetText = (target: Target | undefined): string | undefined =>
  target === undefined ? undefined : [target].flat().join('-')
