import { Strip } from '../../components/Strip'
import type { DayPageProps } from './DayPage'
import { alongWords } from './GuestRow'

/** What has just happened, by name; `contact` is whom it was about. */
export interface Done {
  what: (typeof DONES)[number]
  contact?: string
  count?: number
}

export const DONES = [
  'here',
  'already',
  'undone',
  'changed',
  'not_changed',
  'no_shows',
  'no_shows_undone',
] as const

/** The strip under the heading, with the way back where there is one. */
export function Said({ done, reading, words, path, show }: DayPageProps & { path: string }) {
  if (!done) return null
  const { say } = words
  const guest = reading.guests.find(({ contact }) => contact === done.contact)
  if (!guest)
    return done.count === undefined ? null : (
      <Strip kind="done">{say(`day:done.${done.what}`, { count: done.count })}</Strip>
    )
  const name = guest.name || say('people.unknown')
  const along = alongWords(guest, words)
  const { marked } = guest
  switch (done.what) {
    case 'here':
      return (
        <Strip
          kind="done"
          undo={
            marked && {
              action: `${path}/undo`,
              fields: { contact: guest.contact, at: String(marked.at), show },
              label: say('form.undo'),
            }
          }
        >
          {along ? say('day:done.here_with', { name, who: along }) : say('day:done.here', { name })}
        </Strip>
      )
    case 'already':
      return (
        <Strip kind="wrong">
          {marked
            ? say('day:done.already', {
                name,
                hour: words.hour(marked.at),
                by: reading.staff[marked.by] ?? say('day:somebody'),
              })
            : say('day:done.already_bare', { name })}
        </Strip>
      )
    case 'changed':
      return <Strip kind="done">{say('day:done.changed', { name, who: along || say('day:alone') })}</Strip>
    default:
      return (
        <Strip kind={done.what === 'not_changed' ? 'wrong' : 'done'}>
          {say(`day:done.${done.what}`, { name })}
        </Strip>
      )
  }
}
