import type { AuditEntry } from '../../../domain/staff'
import { Empty } from '../../components/Empty'
import type { Words } from '../../words'
import { SubjectPage, type SubjectProps } from './Subject'

export interface LogLine {
  entry: AuditEntry
  /** Who did it, and to whom of the staff. */
  by?: string | undefined
  whom?: string | undefined
}

/** What staff did: who, when, what. Never what was written. */
export function LogPage({
  lines,
  older,
  ...props
}: Omit<SubjectProps, 'subject' | 'children'> & { lines: readonly LogLine[]; older?: string | undefined }) {
  const { words } = props
  const { say } = words
  return (
    <SubjectPage {...props} subject="log">
      <section class="sheet">
        {lines.length === 0 ? <Empty>{say('settings:log.empty')}</Empty> : null}
        <ul class="history log">
          {lines.map(line => (
            <li key={line.entry._id}>
              <span>{sentence(line, words)}</span>
              <time class="soft" dateTime={new Date(line.entry.at).toISOString()}>
                {words.moment(line.entry.at)}
              </time>
            </li>
          ))}
        </ul>
        {older ? (
          <p>
            <a href={`/settings/log?after=${encodeURIComponent(older)}`}>{say('settings:log.older')}</a>
          </p>
        ) : null}
      </section>
    </SubjectPage>
  )
}

export function sentence({ entry, by, whom }: LogLine, { say, sayOr, list }: Words): string {
  const who = by ?? sayOr(`settings:log.by.${entry.by}`, 'settings:log.by.somebody')
  const fields = (entry.fields ?? []).map(field => say(`settings:field.${field}`))
  return say(`settings:log.${entry.what}`, {
    who,
    whom: whom ?? '',
    role: entry.role ? say(`sign-in:role.${entry.role}`) : '',
    what: list(fields),
    ...(entry.about ? { about: sayOr(`settings:about.${entry.about}`, 'settings:about.other') } : {}),
    ...(entry.count === undefined ? {} : { count: entry.count }),
  })
}
