import type { PersonRun } from '../../../use-cases/dryRun'
import { Icon } from '../../components/Icon'
import { stepName } from '../campaign/whyThen'
import { howOf } from '../planning/DryRunPage'
import { ChangePage, type ChangeProps, pathOf } from './ChangePage'
import { WillChange } from './WhatWillChange'

/** So many are shown with all they get; the others get the same rules. */
const SHOWN = 5

/** People come into a campaign that runs: what each still gets, and what is too late for them (G4). */
export function JoinPage({ runs, ...props }: ChangeProps & { runs: readonly PersonRun[] }) {
  const { campaign, words } = props
  const { say } = words
  const path = pathOf(campaign)
  const firsts = runs.flatMap(({ steps }) => {
    const first = steps.find(({ channel, skipped, onlyIf }) => channel && !skipped && !onlyIf)
    return first ? [first] : []
  })
  const [first] = firsts.toSorted((a, b) => a.dueAt - b.dueAt)
  const [only] = runs
  const name = runs.length === 1 && only ? only.contact.name : ''
  return (
    <ChangePage
      {...props}
      title={
        name
          ? say('campaigns:join.title_named', { name: `\u2068${name}\u2069` })
          : say('campaigns:join.people', { count: runs.length })
      }
      tabTitle={say('campaigns:people.add')}
      path={`${path}/people/add`}
    >
      <WillChange words={words} notice={first !== undefined}>
        <li>
          <Icon name="send" /> {say('campaigns:join.get', { count: firsts.length })}
        </li>
        {runs.length > firsts.length ? (
          <li>
            <Icon name="minus" /> {say('campaigns:join.silent', { count: runs.length - firsts.length })}
          </li>
        ) : null}
      </WillChange>
      {runs.slice(0, SHOWN).map(run => (
        <details key={run.contact._id} open={runs.length === 1}>
          <summary>
            <bdi>{run.contact.name}</bdi>
          </summary>
          <ul class="history">
            {run.steps.map(step => (
              <li key={step.step}>
                <span>
                  {step.skipped ? <Icon name="ban" /> : words.moment(step.dueAt)} {stepName(step.step, words)}
                </span>
                <span class="soft">{howOf(step, words)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <form method="post" action={`${path}/people/add`}>
        <input type="hidden" name="do" value="join" />
        {runs.map(({ contact }) => (
          <input key={contact._id} type="hidden" name="contact" value={contact._id} />
        ))}
        <button type="submit" class="first">
          {first
            ? say('campaigns:join.button', {
                count: runs.length,
                step: stepName(first.step, words),
                when: words.moment(first.dueAt),
              })
            : say('campaigns:join.button_silent', { count: runs.length })}
        </button>
      </form>
    </ChangePage>
  )
}
