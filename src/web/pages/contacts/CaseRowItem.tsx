import type { ComponentChildren } from 'preact'
import type { OpenStep } from '../../../domain/cases/open'
import { standingOf } from '../../../domain/report/personOf'
import type { CaseRow } from '../../../use-cases/caseRows'
import { Icon, type IconName } from '../../components/Icon'
import type { Colour } from '../../components/Tag'
import { StageTag } from '../campaign/StageTag'
import type { CasesPageProps } from './CasesPage'
import { statusWords } from './caseList'
import { isoDay } from './forms'
import { StandingTag } from './StandingTag'
import { dayIn } from './Work'

const LOOK: Record<OpenStep['is'], [IconName, Colour]> = {
  handover: ['hand', 'person'],
  unanswered: ['reply', 'person'],
  look: ['alert', 'wait'],
  talk: ['talk', 'wait'],
  call: ['phone', 'wait'],
  follow_up: ['clock', 'sea'],
}

/** Where it is done. */
function placeOf({ is }: OpenStep, contact: string): string {
  if (is === 'handover' || is === 'unanswered') return `/inbox/${encodeURIComponent(contact)}#latest`
  const kind = is === 'follow_up' ? 'call' : is
  return `/today?all=${kind}#waits-${kind}`
}

/** One person: what is open, what is known of their work, and when we last heard of each other. */
export function CaseRowItem({ row, words, zone, supervisors }: CasesPageProps & { row: CaseRow }) {
  const { contact, status, heard, sent, open, next } = row
  const { say } = words
  const on = (moment: number) => dayIn(isoDay(moment, zone), words)
  const since = (moment: number) => `\u2068${on(moment)}\u2069`
  const guide = supervisors.get(contact.supervisor ?? '')
  const name = contact.name || say('people.unknown')
  return (
    <li>
      <div class="who">
        <h3>
          <a href={`/contacts/${encodeURIComponent(contact._id)}`}>
            <bdi>{name}</bdi>
          </a>
        </h3>
        <p class="soft">
          {contact.audience === 'participant' ? '' : `${say(`contacts:audience.${contact.audience}`)} · `}
          {words.languageName(contact.language)}
          {guide ? (
            <>
              {' · '}
              {say('cases:guided')} <bdi>{guide}</bdi>
            </>
          ) : null}
        </p>
        {standingOf(contact) === 'stopped' ? (
          <p>
            <StandingTag standing="stopped" words={words} />
          </p>
        ) : null}
      </div>
      {open.length > 0 ? (
        <ul class="tags" aria-label={say('cases:column.open')}>
          {open.map(step => (
            <li key={step.is}>
              <a class={`tag ${LOOK[step.is][1]}`} href={placeOf(step, contact._id)}>
                <Icon name={LOOK[step.is][0]} />
                <span>
                  {say('cases:open_since', { what: say(`cases:open.${step.is}`), day: since(step.since) })}
                </span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <dl>
        <Fact label={say('cases:column.status')}>
          {statusWords(row, words)}
          {status ? <bdi class="soft">{dayIn(status.day, words)}</bdi> : null}
        </Fact>
        <Fact label={say('cases:column.heard')}>
          {heard ? (
            <>
              <bdi>{on(heard.at)}</bdi>
              <span class="soft">{say(`cases:heard.${heard.by}`)}</span>
            </>
          ) : (
            say('cases:never')
          )}
        </Fact>
        <Fact label={say('cases:column.sent')}>
          {sent ? (
            <>
              <bdi>{on(sent.at)}</bdi>
              <span class="soft">{say(`channel.${sent.channel}`)}</span>
              <StageTag stage={sent.stage} words={words} reason={sent.reason} />
            </>
          ) : (
            say('contacts:nothing_sent')
          )}
        </Fact>
        {next ? (
          <Fact label={say('cases:column.next')}>
            <bdi>{dayIn(next.day, words)}</bdi>
            <span class="soft">{say('work:after', { months: next.months })}</span>
          </Fact>
        ) : null}
      </dl>
    </li>
  )
}

const Fact = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)
