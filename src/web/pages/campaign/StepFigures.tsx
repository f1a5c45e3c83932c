import { segmentsOf } from '../../../domain/report/segmentsOf'
import type { StepOverview } from '../../../domain/report/stepOverviews'
import { Tag } from '../../components/Tag'
import { lowerFirst, type Words } from '../../words'
import { Bar } from './Bar'
import { reasonWords, StageTag } from './StageTag'

/** A bar of exclusive parts, and under it the same in words, with why where something did not arrive. */
export function StepFigures({
  step,
  words,
  happens,
}: {
  step: StepOverview
  words: Words
  happens: boolean
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
  const inText = (stage: string) => lowerFirst(words.say(`stage.${stage}`))
  const read = parts.answered + parts.read
  const arrived = read + parts.delivered
  return (
    <>
      {arrived + sent + not_delivered > 0 ? (
        <>
          <Bar parts={Object.entries(parts)} />
          <ul class="words">
            {step.answered === undefined ? null : <Figure count={step.answered} name={inText('answered')} />}
            {read > 0 ? <Figure count={read} name={inText('read')} /> : null}
            <Figure count={arrived} name={inText('delivered')} />
            {sent > 0 ? <Figure count={sent} name={inText('sent')} /> : null}
            {not_delivered > 0 ? (
              <li class="bad">
                <strong>{not_delivered}</strong> {inText('not_delivered')}
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
              {not_sent}
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
