import type { Scan } from '../../../use-cases/readScan'
import { Icon, type IconName } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import type { Words } from '../../words'
import { dayPath } from '../day/DayPage'
import { alongWords } from '../day/GuestRow'
import { ScanButton } from '../day/ScanButton'

export interface ScanPageProps {
  scan: Scan
  code: string
  /** The check-in was this one. */
  justNow: boolean
  words: Words
}

/** One code, one answer that is read at arm's length: here, here already, not for this event, or shall we? */
export function ScanPage(props: ScanPageProps) {
  const { scan, words, code } = props
  const day = dayPath(scan.campaign._id)
  return (
    <Layout
      words={words}
      title={`${words.say('day:title')} – ${scan.campaign.event.name}`}
      path={`/c/${encodeURIComponent(code)}`}
      sheets={['day', 'scan']}
      scripts={['scan']}
    >
      <div class="door">
        <p class="back">
          <a href={day}>
            <bdi>{scan.campaign.event.name}</bdi>
          </a>
        </p>
        <Answer {...props} day={day} />
        <ScanButton day={day} words={words} again />
      </div>
    </Layout>
  )
}

function Answer(props: ScanPageProps & { day: string }) {
  const { scan, words, justNow, day } = props
  const { say } = words
  if (scan.standing === 'not_on_list') return <NotOnList {...props} known={scan.known} />
  const { guest } = scan
  const name = guest.name || say('people.unknown')
  if (scan.standing === 'expected')
    return (
      <Screen kind="ask" icon="person" name={name} line={say('day:scan.not_here_yet')}>
        <p>{alongWords(guest, words) || say('day:alone')}</p>
        <form method="post">
          <input type="hidden" name="day" value={scan.campaign._id} />
          <button type="submit" class="first">
            <Icon name="check" /> {say('day:check_in')}
          </button>
        </form>
      </Screen>
    )
  const { marked } = guest
  if (!justNow)
    return (
      <Screen kind="wait" icon="again" name={name} line={alreadyWords(marked?.at, scan.by, words)}>
        <p>{say('day:scan.nothing_changed')}</p>
      </Screen>
    )
  return (
    <Screen kind="good" icon="check" name={name} line={say('day:is_here')}>
      <p>{alongWords(guest, words) || say('day:alone')}</p>
      {marked ? (
        <form method="post" action={`${day}/undo`}>
          <input type="hidden" name="contact" value={guest.contact} />
          <input type="hidden" name="at" value={marked.at} />
          <button type="submit">{say('form.undo')}</button>
        </form>
      ) : null}
    </Screen>
  )
}

function alreadyWords(at: number | undefined, by: string | undefined, { say, hour }: Words): string {
  if (at === undefined) return say('day:scan.already_bare')
  return say('day:scan.already', { hour: hour(at), by: by ?? say('day:somebody') })
}

function NotOnList({
  words: { say },
  day,
  known,
}: ScanPageProps & { day: string; known: { contact: string; name: string } | undefined }) {
  if (!known)
    return (
      <Screen kind="bad" icon="cross" name={say('day:scan.unknown')} line={say('day:scan.not_for_this')}>
        <a class="button" href={`${day}/walk-in`}>
          {say('day:walk_in')}
        </a>
      </Screen>
    )
  return (
    <Screen
      kind="bad"
      icon="cross"
      name={known.name || say('people.unknown')}
      line={say('day:scan.not_for_this')}
    >
      <form method="post" action={`${day}/known`}>
        <input type="hidden" name="contact" value={known.contact} />
        <button type="submit">{say('day:add_here')}</button>
      </form>
    </Screen>
  )
}

function Screen(props: {
  kind: 'good' | 'wait' | 'bad' | 'ask'
  icon: IconName
  name: string
  line: string
  children: preact.ComponentChildren
}) {
  const { kind, icon, name, line, children } = props
  return (
    <section class={`scanned ${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <p class="line">{line}</p>
      {children}
    </section>
  )
}
