import type { Task } from '../../../domain/conversation'
import { Icon } from '../../components/Icon'
import { NoteTask } from '../tasks/NoteTask'
import type { CampaignPageProps } from './CampaignPage'
import { TASK_SIGNS } from './Tasks'

/** More people to talk with than these are folded. */
const SHOWN = 8

/** Tasks of one kind for one step: a call list, a pile of letters. */
export function TaskGroup(props: CampaignPageProps & { path: string; tasks: Task[] }) {
  const { tasks, words } = props
  const [first] = tasks
  if (!first) return null
  // Ten letters are one piece of work; ten talks are ten.
  const isPile = first.kind === 'letter' && tasks.length > 1
  const shown = isPile ? [] : tasks.slice(0, SHOWN)
  const folded = tasks.slice(shown.length)
  return (
    <section class="group">
      <h3>
        <Icon name={TASK_SIGNS[first.kind]} /> {words.sayOr(`step.${first.step}`, `task.${first.kind}`)}{' '}
        <span class="count">{tasks.length}</span>
      </h3>
      {isPile ? <AllDone {...props} /> : <Rows {...props} tasks={shown} />}
      {folded.length > 0 ? (
        <details>
          <summary>{words.say(isPile ? 'tasks.each' : 'tasks.others', { count: folded.length })}</summary>
          <Rows {...props} tasks={folded} />
        </details>
      ) : null}
    </section>
  )
}

function AllDone({ tasks, words, path }: CampaignPageProps & { path: string; tasks: Task[] }) {
  return (
    <form method="post" action={`${path}/tasks`}>
      {tasks.map(({ _id }) => (
        <input key={_id} type="hidden" name="task" value={_id} />
      ))}
      <button type="submit">{words.say('do.all_done', { count: tasks.length })}</button>
    </form>
  )
}

const Rows = (props: CampaignPageProps & { path: string; tasks: Task[] }) => (
  <ul class="rows">
    {props.tasks.map(task => (
      <TaskRow key={task._id} {...props} task={task} />
    ))}
  </ul>
)

function TaskRow({ reading, words, path, task }: CampaignPageProps & { path: string; task: Task }) {
  const person = reading.people.find(({ contact }) => contact === task.contact)
  const name = person?.name || words.say('people.unknown')
  return (
    <li class="task">
      <div>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <p>{taskReason(task.reason, words)}</p>
        <p class="soft">
          {person ? `${words.languageName(person.language)} · ` : ''}
          {words.say('task.since', { when: words.moment(task.dueAt) })}
        </p>
      </div>
      <div class="actions">
        {person?.phone && task.kind !== 'letter' && task.kind !== 'look' ? (
          <a class="button" href={`tel:${person.phone}`}>
            <Icon name="phone" /> <bdi dir="ltr">{phoneWords(person.phone)}</bdi>
          </a>
        ) : null}
        <NoteTask task={task} name={name} words={words} action={`${path}/tasks`} />
      </div>
    </li>
  )
}

/** Why somebody is asked to do this; a failed delivery says why it failed. */
export function taskReason(reason: string, words: CampaignPageProps['words']): string {
  const [kind = ''] = reason.split(':')
  return words.sayOr(`task_reason.${kind}`, `reason.${kind}`, 'task_reason.other')
}

/** `0470 12 34 56`: Belgian numbers as people here read them, others as they are. */
export function phoneWords(phone: string): string {
  const belgian = /^\+32(4\d\d)(\d\d)(\d\d)(\d\d)$/.exec(phone)
  return belgian ? `0${belgian.slice(1).join(' ')}` : phone
}
