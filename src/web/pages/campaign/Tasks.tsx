import type { Task } from '../../../domain/conversation'
import type { Words } from '../../words'

/** What waits for a person: calls, letters, somebody who asked for one. */
export function Tasks({
  tasks,
  names,
  words,
  campaign,
}: {
  tasks: Task[]
  names: Map<string, string>
  words: Words
  campaign: string
}) {
  const open = tasks.filter(({ state }) => state === 'open')
  return (
    <section class="sheet" aria-labelledby="tasks">
      <h2 id="tasks">
        {words.say('tasks.title')} {open.length > 0 ? <span class="tag buoy">{open.length}</span> : null}
      </h2>
      {tasks.length === 0 ? <p class="soft">{words.say('tasks.none')}</p> : null}
      <ul class="plain">
        {tasks.map(task => (
          <li key={task._id} class={task.state}>
            <strong>{words.say(`task.${task.kind}`)}</strong> <bdi>{names.get(task.contact) ?? ''}</bdi>
            <small>
              {task.step ? `${words.say(`step.${task.step}`)} · ` : ''}
              {words.say('task.due')} {words.moment(task.dueAt)}
            </small>
            {task.state === 'open' ? (
              <form method="post" action={`/campaigns/${campaign}/tasks`}>
                <input type="hidden" name="task" value={task._id} />
                <button type="submit" class="quiet">
                  {words.say(task.kind === 'handover' ? 'do.hand_back' : 'do.done')}
                </button>
              </form>
            ) : (
              <span class="tag good">✓ {words.say('task.done')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
