import type { PersonalTask, TodayReading, WaitingPerson } from '../../../use-cases/readToday'
import { Icon } from '../../components/Icon'
import { Tag } from '../../components/Tag'
import type { Words } from '../../words'
import { StageTag } from '../campaign/StageTag'
import { phoneWords, taskReason } from '../campaign/TaskGroup'
import { TASK_SIGNS } from '../campaign/Tasks'
import { stepName } from '../campaign/whyThen'
import { Said } from '../inbox/Said'
import { NoteTask } from '../tasks/NoteTask'

interface BlockProps {
  kind: PersonalTask
  reading: TodayReading
  words: Words
  /** Every row, not only the first ones. */
  all: boolean
  directionOf: (language: string) => 'ltr' | 'rtl'
}

interface RowProps extends Pick<BlockProps, 'words' | 'directionOf'> {
  person: WaitingPerson
  now: number
}

/** Everybody who waits for the same kind of deed. */
export function WaitingPeople({ kind, reading, words, all, directionOf }: BlockProps) {
  const { waiting, counts, calledToday } = reading
  const count = counts[kind]
  const folded = count - waiting[kind].length
  const left =
    kind === 'call' && calledToday > 0
      ? words.say('today:calls_left', { count, all: count + calledToday })
      : String(count)
  return (
    <section class="sheet waits" aria-labelledby={`waits-${kind}`}>
      <h2 id={`waits-${kind}`}>
        {words.say(`today:block.${kind}`)}{' '}
        <Tag icon={TASK_SIGNS[kind]} colour={kind === 'handover' ? 'person' : 'buoy'}>
          {left}
        </Tag>
      </h2>
      <ul class="rows">
        {waiting[kind].map(person => (
          <Row
            key={person.task._id}
            person={person}
            words={words}
            now={reading.now}
            directionOf={directionOf}
          />
        ))}
      </ul>
      {folded > 0 ? (
        <p>
          <a href={`/today?all=${kind}#waits-${kind}`}>{words.say('today:others', { count: folded })}</a>
        </p>
      ) : null}
      {all ? (
        <p>
          <a href="/today">{words.say('today:fewer')}</a>
        </p>
      ) : null}
    </section>
  )
}

function Row({ person, words, now, directionOf }: RowProps) {
  const { task, phone } = person
  const name = person.name || words.say('people.unknown')
  const calls = phone && task.kind !== 'look'
  return (
    <li class="waiting-person">
      <span class="initials" aria-hidden="true">
        {initials(name)}
      </span>
      <div>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <p>
          {taskReason(task.reason, words)}
          {task.tries ? ` ${words.say('today:tried', { count: task.tries })}` : null}
        </p>
        <p class="soft">
          {[
            words.languageName(person.language),
            ...(person.event ? [person.event] : []),
            ...(person.children > 0 ? [words.say('who.children', { count: person.children })] : []),
            words.say('task.since', { when: sinceWords(task.dueAt, now, words) }),
          ].join(' · ')}
        </p>
        <Said
          last={person.said}
          words={words}
          language={person.language}
          direction={directionOf(person.language)}
        />
        {person.last && task.kind !== 'handover' ? (
          <p class="soft">
            {stepName(person.last.step, words)}{' '}
            <StageTag stage={person.last.stage} words={words} reason={person.last.reason} />{' '}
            {words.day(person.last.at)}
          </p>
        ) : null}
        {task.note ? <p class="remark">{task.note}</p> : null}
      </div>
      <div class="deeds">
        {calls ? (
          <a class="button" href={`tel:${phone}`}>
            <Icon name="phone" /> {words.say('tasks:call')} <bdi dir="ltr">{phoneWords(phone)}</bdi>
            <span class="hidden">: {name}</span>
          </a>
        ) : null}
        <NoteTask task={task} name={name} words={words} action="/today" />
      </div>
    </li>
  )
}

const DAY_MS = 24 * 3_600_000

const sinceWords = (at: number, now: number, words: Words): string =>
  now - at < DAY_MS && words.day(at) === words.day(now) ? words.hour(at) : words.moment(at)

/** `Zarmina H.` → ZH; one letter in every script. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map(part => [...part][0] ?? '')
    .join('')
    .toLocaleUpperCase()
