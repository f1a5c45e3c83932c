import { AUDIENCES } from '../../../domain/contact'
import type { ReportsReading } from '../../../use-cases/readReports'
import { Hatches } from '../../charts/Hatches'
import { Empty } from '../../components/Empty'
import { Field } from '../../components/Field'
import { Layout } from '../../components/Layout'
import { Choice, ChooseFields } from './ChooseFields'
import { Outcomes } from './Outcomes'
import { reportPath, type Speaking, shortDay } from './reading'
import { Together } from './Together'

export interface ReportsPageProps extends Speaking {
  reading: ReportsReading
  /** How many people the reader means to reach. */
  target?: number | readonly [number, number] | undefined
}

/** Every event one may read about, and all of them together. */
export function ReportsPage(props: ReportsPageProps) {
  const { reading, words } = props
  const { lines } = reading
  return (
    <Layout words={words} title={words.say('reports:title')} path="/reports" sheets={['charts', 'reports']}>
      <Hatches />
      <h1>{words.say('reports:title')}</h1>
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
          {reading.over.events > 0 ? <Outcomes {...props} /> : null}
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
          {ids => (
            <input
              {...ids}
              inputmode="numeric"
              value={target === undefined ? '' : typeof target === 'number' ? target : target.join('-')}
              placeholder="50"
            />
          )}
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
      <table class="events">
        <thead>
          <tr>
            <th scope="col">{words.say('reports:compare.pick')}</th>
            <th scope="col">{words.say('reports:event')}</th>
            <th scope="col" class="number">
              {words.say('reports:invited')}
            </th>
            <th scope="col" class="number">
              {words.say('reports:yes')}
            </th>
            <th scope="col" class="number">
              {words.say('reports:came.came')}
            </th>
            <th scope="col" class="number">
              {words.say('reports:gave_opinion')}
            </th>
          </tr>
        </thead>
        <tbody>
          {reading.lines.map(({ event, invited, saidYes, came, asked, answered, isOver }) => (
            <tr key={event.id}>
              <td>
                <label class="tick">
                  <input type="checkbox" name="events" value={event.id} />
                  <span class="hidden">{words.say('reports:compare.this', { event: event.name })}</span>
                </label>
              </td>
              <th scope="row">
                <a href={reportPath(event.id)}>
                  <bdi>{event.name}</bdi>
                </a>
                <small>{shortDay(event.start, words)}</small>
              </th>
              <td class="number" data-label={words.say('reports:invited')}>
                {figures.count(invited)}
              </td>
              <td class="number" data-label={words.say('reports:yes')}>
                {figures.count(saidYes)}
              </td>
              <td class="number" data-label={words.say('reports:came.came')}>
                {isOver ? figures.count(came) : '–'}
              </td>
              <td class="number" data-label={words.say('reports:gave_opinion')}>
                {asked > 0 ? figures.ofBase(answered, asked) : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="actions">
        <button type="submit">{words.say('reports:compare.selected')}</button>
      </p>
    </form>
  )
}
