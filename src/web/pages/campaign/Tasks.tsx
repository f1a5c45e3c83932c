import type { Task, TaskKind } from '../../../domain/conversation'
import { isDue } from '../../../domain/report/bridge'
import { Icon, type IconName } from '../../components/Icon'
import { Tag } from '../../components/Tag'
import type { CampaignPageProps } from './CampaignPage'
import { TaskGroup } from './TaskGroup'

export const TASK_SIGNS: Record<TaskKind, IconName> = {
  handover: 'hand',
  call: 'phone',
  talk: 'talk',
  letter: 'letter',
  look: 'eye',
}
/** Who asked for a person comes first. */
const ORDER = Object.keys(TASK_SIGNS) as TaskKind[]

/** What waits for a person, by kind and step; then what will, and what is done. */
export function Tasks(props: CampaignPageProps & { path: string }) {
  const { reading, words, now } = props
  const open = reading.tasks.filter(({ state }) => state === 'open')
  const due = open.filter(task => isDue(task, now))
  const later = open.filter(task => !isDue(task, now))
  const done = reading.tasks.filter(({ state }) => state === 'done').length
  const next = later[0]
  return (
    <section class="sheet tasks" aria-labelledby="tasks">
      <h2 id="tasks">
        {words.say('tasks.title')}{' '}
        {due.length > 0 ? (
          <Tag icon="bell" colour="buoy">
            {words.say('tasks.waiting', { count: due.length })}
          </Tag>
        ) : null}
      </h2>
      {due.length === 0 ? <p class="soft">{words.say('tasks.none')}</p> : null}
      {groupsOf(due).map(group => (
        <TaskGroup key={`${group[0]?.kind}.${group[0]?.step ?? ''}`} {...props} tasks={group} />
      ))}
      {later.length > 0 ? (
        <details>
          <summary>{words.say('tasks.later', { count: later.length })}</summary>
          <ul class="history">
            {groupsOf(later).map(group => (
              <li key={group[0]?._id}>
                <span>
                  <Icon name={TASK_SIGNS[group[0]?.kind ?? 'look']} />{' '}
                  {words.sayOr(`step.${group[0]?.step}`, `task.${group[0]?.kind}`)}
                </span>
                <span class="soft">
                  {words.day(group[0]?.dueAt ?? 0)} · {words.say('people.count', { count: group.length })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {due.length === 0 && next ? (
        <p class="soft">{words.say('tasks.next', { day: words.day(next.dueAt) })}</p>
      ) : null}
      {done > 0 ? (
        <p class="soft">
          <Icon name="check" /> {words.say('tasks.done', { count: done })}
        </p>
      ) : null}
    </section>
  )
}

function groupsOf(tasks: readonly Task[]): Task[][] {
  const groups = new Map<string, Task[]>()
  for (const task of tasks) {
    const key = `${task.kind}.${task.step ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), task])
  }
  return [...groups.values()].sort((a, b) => place(a) - place(b))
}

const place = ([first]: Task[]) => (first ? ORDER.indexOf(first.kind) : 0)
