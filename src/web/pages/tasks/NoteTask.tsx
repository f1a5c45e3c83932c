import type { Task, TaskResult } from '../../../domain/conversation'
import { resultsFor } from '../../../domain/tasks/afterCall'
import { FOLLOW_UP } from '../../../domain/tasks/followUp'
import { BesideFields } from '../../components/BesideFields'
import { Icon, type IconName } from '../../components/Icon'
import type { Words } from '../../words'

const SIGNS: Record<TaskResult, IconName> = {
  done: 'check',
  comes: 'check',
  does_not_come: 'cross',
  maybe: 'question',
  not_reached: 'minus',
  call_back: 'clock',
  wrong_number: 'ban',
  employee: 'check',
  self_employed: 'check',
  both: 'check',
  none: 'cross',
  unknown: 'question',
}

/** What came of it, noted with one tap: a button for each result, or "done" where nothing else can be said. */
export function NoteTask({
  task,
  name,
  words,
  action,
}: {
  task: Task
  name: string
  words: Words
  action: string
}) {
  if (task.kind === 'handover')
    return (
      <a class="button first" href={`/inbox/${encodeURIComponent(task.contact)}#latest`}>
        {words.say('tasks:answer')}
        <span class="hidden">: {name}</span>
      </a>
    )
  if (task.reply !== undefined)
    return (
      <a
        class="button"
        href={`/campaigns/${encodeURIComponent(task.campaign ?? '')}/meant/${encodeURIComponent(task._id)}`}
      >
        {words.say('tasks:meant.choose')}
        <span class="hidden">: {name}</span>
      </a>
    )
  const results = resultsFor(task)
  const [only] = results
  if (results.length === 1 && only)
    return (
      <form method="post" action={action}>
        <input type="hidden" name="task" value={task._id} />
        <button type="submit" name="result" value={only} class="quiet">
          {words.say('do.done')}
          <span class="hidden">: {name}</span>
        </button>
      </form>
    )
  return (
    <details class="note">
      <summary>
        {words.say('tasks:note')}
        <span class="hidden">: {name}</span>
      </summary>
      <form method="post" action={action}>
        <input type="hidden" name="task" value={task._id} />
        {task.reason === FOLLOW_UP ? <BesideFields words={words} /> : null}
        <label>
          <span>
            {words.say('tasks:remark')} <span class="soft">({words.say('form.optional')})</span>
          </span>
          <textarea name="note" rows={2} maxLength={500} />
        </label>
        <div class="results">
          {results.map(result => (
            <button key={result} type="submit" name="result" value={result}>
              <Icon name={SIGNS[result]} /> {words.say(`tasks:result.${result}`)}
            </button>
          ))}
        </div>
      </form>
    </details>
  )
}
