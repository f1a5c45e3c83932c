import { AUDIENCES } from '../../../domain/contact'
import type { StepOverview } from '../../../domain/report/stepOverviews'
import { Empty } from '../../components/Empty'
import { lowerFirst, type Words } from '../../words'
import type { CampaignPageProps } from './CampaignPage'
import { type PeopleView, viewPath } from './peopleView'
import { StepFigures } from './StepFigures'
import { stepName, whyThen } from './whyThen'

const LEGEND = ['answered', 'read', 'delivered', 'sent', 'not_delivered'] as const

/** Every planned step: when, why then, and how far it is with everybody. */
export function Steps({ reading, words, path, view }: CampaignPageProps & { path: string }) {
  const audiences = AUDIENCES.filter(
    audience =>
      reading.steps.some(step => step.audience === audience) &&
      (audience === 'participant' || reading.people.some(one => one.audience === audience)),
  )
  const first = reading.steps.find(({ skipped, does }) => !skipped && does !== 'task')
  const left = reading.steps.some(({ stages }) => Object.keys(stages).some(stage => stage !== 'planned'))
  return (
    <section class="sheet steps" aria-labelledby="steps">
      <h2 id="steps">{words.say('steps.title')}</h2>
      {view.speaks ? (
        <p>
          {words.say('steps.in_language', { language: words.languageName(view.speaks) })}{' '}
          <a href={`${viewPath(path, view, { speaks: undefined })}#steps`}>{words.say('steps.in_all')}</a>
        </p>
      ) : null}
      {left ? (
        <ul class="legend">
          {LEGEND.map(name => (
            <li key={name}>
              <svg viewBox="0 0 12 12" aria-hidden="true">
                <rect class={`segment ${name}`} width="12" height="12" rx="3" />
              </svg>{' '}
              {lowerFirst(words.say(`stage.${name}`))}
            </li>
          ))}
        </ul>
      ) : (
        <Empty>
          {first ? words.say('steps.first', { when: words.moment(first.dueAt) }) : words.say('steps.nothing')}
        </Empty>
      )}
      {audiences.map(audience => (
        <table key={audience}>
          <caption class={audiences.length > 1 ? undefined : 'hidden'}>
            {words.say(`audience.${audience}`)}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.say('steps.step')}</th>
              <th scope="col" class="number">
                {words.say('steps.people')}
              </th>
              <th scope="col">{words.say('steps.where')}</th>
            </tr>
          </thead>
          <tbody>
            {reading.steps
              .filter(step => step.audience === audience)
              .map(step => (
                <Row key={step.id} step={step} words={words} path={path} view={view} />
              ))}
          </tbody>
        </table>
      ))}
      <p class="soft">{words.say('steps.note')}</p>
    </section>
  )
}

function Row(props: { step: StepOverview; words: Words; path: string; view: PeopleView }) {
  const { step, words, path, view } = props
  const why = whyThen(step.reasons, words)
  const happens = step.skipped === undefined || step.people > 0
  return (
    <tr id={`step-${step.id}`}>
      <th scope="row">
        {stepName(step.id, words)}
        {happens ? (
          <small>
            <time dateTime={new Date(step.dueAt).toISOString()}>{words.moment(step.dueAt)}</time>
          </small>
        ) : null}
        {why ? <small class="why">{why}</small> : null}
      </th>
      <td class="number">{happens ? step.people : '–'}</td>
      <td>
        <StepFigures
          step={step}
          words={words}
          happens={happens}
          who={reached =>
            `${viewPath(path, { people: 'all', speaks: view.speaks, step: step.id, reached })}#people`
          }
        />
        {step.repeatable > 0 ? (
          <form method="post" action={`${path}/repeat`}>
            <button type="submit" name="step" value={step.id}>
              {words.say('do.repeat', { count: step.repeatable })}
            </button>
          </form>
        ) : null}
      </td>
    </tr>
  )
}
