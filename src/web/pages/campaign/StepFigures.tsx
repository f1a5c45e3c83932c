import { segmentsOf } from '../../../domain/report/segmentsOf'
import type { StepOverview } from '../../../domain/report/stepOverviews'
import { Tag } from '../../components/Tag'
import { lowerFirst, type Words } from '../../words'
import { Bar } from './Bar'
import type { Reached } from './peopleView'
import { reasonWords, StageTag } from './StageTag'

/** A bar of exclusive parts, and under it the same in words, with why where something did not arrive. */
export function StepFigures({
  step,
  words,
  happens,
  who,
}: {
  step: StepOverview
  words: Words
  happens: boolean
  /** Where those are listed whom a figure counts. */
  who: (reached: Reached) => string
}) {
  if (!happens)
    return (
      <Tag icon="minus" colour="quiet">
        {words.say('steps.skipped')}
      </Tag>
    )
  if (step.does === 'task') return <TaskFigures step={step} words={words} />
  const { stages, whyNot } = step
  const { planned = 0, leaving = 0, in_doubt = 0, not_sent = 0, not_delivered = 0, sent = 0 } = stages
  const parts = segmentsOf(step)
  const figure = (reached: Reached, count: number) =>
    count > 0 ? (
      <a href={who(reached)}>
        <strong>{count}</strong> {lowerFirst(words.say(`stage.${reached}`))}
      </a>
    ) : (
      <>
        <strong>{count}</strong> {lowerFirst(words.say(`stage.${reached}`))}
      </>
    )
  const read = parts.answered + parts.read
  const arrived = read + parts.delivered
  return (
    <>
      {arrived + sent + not_delivered > 0 ? (
        <>
          <Bar parts={Object.entries(parts)} />
          <ul class="words">
            {step.answered === undefined ? null : <li>{figure('answered', step.answered)}</li>}
            {read > 0 ? <li>{figure('read', read)}</li> : null}
            <li>{figure('delivered', arrived)}</li>
            {sent > 0 ? <li>{figure('sent', sent)}</li> : null}
            {not_delivered > 0 ? (
              <li class="bad">
                {figure('not_delivered', not_delivered)}
                {because(whyNot.not_delivered, words)}
              </li>
            ) : null}
          </ul>
        </>
      ) : null}
      <ul class="tags">
        {planned > 0 ? <Waiting stage="planned" count={planned} words={words} /> : null}
        {leaving > 0 ? <Waiting stage="leaving" count={leaving} words={words} /> : null}
        {in_doubt > 0 ? <Waiting stage="in_doubt" count={in_doubt} words={words} /> : null}
        {not_sent > 0 ? (
          <li>
            <StageTag stage="not_sent" words={words} />{' '}
            <span class="soft">
              <a href={who('not_sent')}>{words.say('people.count', { count: not_sent })}</a>
              {because(whyNot.not_sent, words)}
            </span>
          </li>
        ) : null}
      </ul>
      {step.people + not_sent === 0 ? <span class="soft">{words.say('steps.nobody')}</span> : null}
    </>
  )
}

function Figure({ count, name }: { count: number; name: string }) {
  return (
    <li>
      <strong>{count}</strong> {name}
    </li>
  )
}

function Waiting({
  stage,
  count,
  words,
}: {
  stage: 'planned' | 'leaving' | 'in_doubt'
  count: number
  words: Words
}) {
  return (
    <li>
      <StageTag stage={stage} words={words} />{' '}
      <span class="soft">{words.say('people.count', { count })}</span>
    </li>
  )
}

function TaskFigures({ step: { tasks }, words }: { step: StepOverview; words: Words }) {
  if (tasks.open + tasks.done === 0) return <span class="soft">{words.say('steps.no_task')}</span>
  return (
    <ul class="words">
      {tasks.done > 0 ? <Figure count={tasks.done} name={words.say('task.done')} /> : null}
      {tasks.open > 0 ? <Figure count={tasks.open} name={words.say('task.open')} /> : null}
    </ul>
  )
}

function because(reasons: Record<string, number> | undefined, words: Words): string {
  const all = Object.entries(reasons ?? {}).map(([reason, count]) =>
    Object.keys(reasons ?? {}).length > 1
      ? `${reasonWords(words, reason)} (${count})`
      : reasonWords(words, reason),
  )
  return all.length > 0 ? `: ${all.join(', ')}` : ''
}
