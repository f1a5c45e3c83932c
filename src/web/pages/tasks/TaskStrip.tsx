import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { stepName } from '../campaign/whyThen'
import type { Told } from './deeds'

/** What was noted, what follows from it, and the way back. */
export function TaskStrip({ told, words, action }: { told: Told | undefined; words: Words; action: string }) {
  if (!told) return null
  const { what, about, remark } = told
  const { task, by, next, canUndo } = about
  const name = about.name || words.say('people.unknown')
  if (what === 'undone') return <Strip kind="done">{words.say('tasks:undone', { name })}</Strip>
  if (what === 'closed' || !task.result)
    return (
      <Strip kind="wrong">
        {by && task.result
          ? words.say('tasks:closed_by', { name, by, result: words.say(`tasks:result.${task.result}`) })
          : words.say('tasks:closed', { name })}
        {remark === undefined ? null : (
          <>
            {' '}
            {words.say('tasks:not_kept')} <q dir="auto">{remark}</q>
          </>
        )}
      </Strip>
    )
  const again = task.state === 'open' && task.notBefore !== undefined ? task.notBefore : undefined
  return (
    <Strip
      kind="done"
      undo={canUndo ? { action, fields: { undo: task._id }, label: words.say('form.undo') } : undefined}
    >
      {words.say(`tasks:noted.${task.result}`, { name })}{' '}
      {again === undefined ? null : words.say('tasks:again', { when: words.moment(again) })}{' '}
      {next && task.result !== 'wrong_number' && again === undefined
        ? words.say('tasks:next', { step: stepName(next.step, words), day: words.day(next.at) })
        : null}
    </Strip>
  )
}
