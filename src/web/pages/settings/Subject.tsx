import type { ComponentChildren } from 'preact'
import type { AuditEntry } from '../../../domain/staff'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import { Tabs } from '../../components/Tabs'
import type { Words } from '../../words'

/** The subjects, in the order shown; the words are `settings:subject.<name>`. */
export const SUBJECTS = [
  'organisation',
  'languages',
  'hours',
  'senders',
  'staff',
  'retention',
  'reports',
  'api',
  'log',
] as const
export type Subject = (typeof SUBJECTS)[number]

export interface SubjectProps {
  words: Words
  subject: Subject
  /** Its words are `settings:done.<name>`. */
  done?: string | undefined
  /** Why what was asked was not done. */
  wrong?: string | undefined
  /** Who last changed something here, and what. */
  last?: { entry: AuditEntry; name: string } | undefined
  children: ComponentChildren
}

export const pathOf = (subject: Subject): string => `/settings/${subject}`

/** One page for each subject: what it is, one form, and who changed it last. */
export function SubjectPage({ words, subject, done, wrong, last, children }: SubjectProps) {
  const { say } = words
  const tabs = SUBJECTS.map(name => ({ path: pathOf(name), label: say(`settings:subject.${name}`) }))
  const title = say(`settings:subject.${subject}`)
  return (
    <Layout words={words} title={title} path={pathOf(subject)} sheets={['settings']}>
      <p>
        <a href="/settings">{say('nav.settings')}</a>
      </p>
      <h1>{title}</h1>
      <Tabs tabs={tabs} path={pathOf(subject)} words={words} />
      {done ? <Strip kind="done">{say(`settings:done.${done}`)}</Strip> : null}
      {wrong ? <Strip kind="wrong">{wrong}</Strip> : null}
      {children}
      {last ? (
        <p class="soft">
          {say('settings:last', {
            name: last.name,
            when: words.moment(last.entry.at),
            what: words.list((last.entry.fields ?? []).map(field => say(`settings:field.${field}`))),
          })}
        </p>
      ) : null}
    </Layout>
  )
}
