import type { AuditEntry } from '../../../domain/staff'
import { Empty } from '../../components/Empty'
import type { Words } from '../../words'
import { textName } from '../texts/textName'
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

export function sentence({ entry, by, whom }: LogLine, words: Words): string {
  const { say, sayOr, list } = words
  const { what, about, language, count, fields = [] } = entry
  const who =
    entry.reader === undefined
      ? (by ?? sayOr(`settings:log.by.${entry.by}`, 'settings:log.by.somebody'))
      : say('settings:log.by.reader', { name: entry.reader })
  return say(`settings:log.${what}`, {
    who,
    whom: whom ?? '',
    role: entry.role ? say(`sign-in:role.${entry.role}`) : '',
    what: what === 'settings_changed' ? list(fields.map(field => say(`settings:field.${field}`))) : '',
    ...(about
      ? { about: language ? nameOf(about, words) : sayOr(`settings:about.${about}`, 'settings:about.other') }
      : {}),
    ...(language ? { language: words.languageName(language) } : {}),
    ...(count === undefined ? {} : { count }),
  })
}

function nameOf(key: string, words: Words): string {
  const { group, part } = textName(key, words)
  return `${group}: ${part}`
}
