import type { ReportsReading } from '../../../use-cases/readReports'
import { reportPath, type Speaking, shortDay } from './reading'

/** Events as rows: whom they invited, who came, who gave an opinion. */
export function EventsTable({
  lines,
  ticks = false,
  words,
  figures,
}: Pick<Speaking, 'words' | 'figures'> & { lines: ReportsReading['lines']; ticks?: boolean }) {
  const columns = {
    invited: words.say('reports:invited'),
    yes: words.say('reports:yes'),
    came: words.say('reports:came.came'),
    opinion: words.say('reports:gave_opinion'),
  }
  return (
    <table class="events">
      <thead>
        <tr>
          {ticks ? <th scope="col">{words.say('reports:compare.pick')}</th> : null}
          <th scope="col">{words.say('reports:event')}</th>
          {Object.entries(columns).map(([column, label]) => (
            <th key={column} scope="col" class="number">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ event, invited, saidYes, came, asked, answered, isOver }) => (
          <tr key={event.id}>
            {ticks ? (
              <td>
                <label class="tick">
                  <input type="checkbox" name="events" value={event.id} />
                  <span class="hidden">{words.say('reports:compare.this', { event: event.name })}</span>
                </label>
              </td>
            ) : null}
            <th scope="row">
              <a href={reportPath(event.id)}>
                <bdi>{event.name}</bdi>
              </a>
              <small>{shortDay(event.start, words)}</small>
            </th>
            <td class="number" data-label={columns.invited}>
              {figures.count(invited)}
            </td>
            <td class="number" data-label={columns.yes}>
              {figures.count(saidYes)}
            </td>
            <td class="number" data-label={columns.came}>
              {isOver ? figures.count(came) : '–'}
            </td>
            <td class="number" data-label={columns.opinion}>
              {asked > 0 ? figures.ofBase(answered, asked) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
