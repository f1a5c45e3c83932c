import type { Person } from '../../../domain/report/personOf'
import type { CampaignPageProps } from './CampaignPage'
import { StageTag } from './StageTag'
import { stepName } from './whyThen'

/** All that one person got and gave; closed until somebody wants to know. */
export function PersonDetails({ person, words, asks, answers }: CampaignPageProps & { person: Person }) {
  const steps = Object.entries(person.steps).toSorted((a, b) => a[1].at - b[1].at)
  const said = person.replies.flatMap(({ dialog, answers: given }) =>
    Object.entries(given).map(([question, answer]) => ({ dialog, question, answer })),
  )
  if (steps.length + said.length === 0) return null
  return (
    <details>
      <summary>
        {words.say('people.more')} <bdi>{person.name || words.say('people.unknown')}</bdi>
      </summary>
      <ul class="history">
        {steps.map(([step, { stage, at, reason, channel }]) => (
          <li key={step}>
            <span>{stepName(step, words)}</span>
            <span class="soft">
              {words.moment(at)} · {words.say(`channel.${channel}`)}
            </span>
            <StageTag stage={stage} words={words} reason={reason} />
          </li>
        ))}
      </ul>
      {said.length > 0 ? <h4>{words.say('people.said')}</h4> : null}
      <dl class="replies">
        {said.map(({ dialog, question, answer }) => (
          <div key={`${dialog}.${question}`}>
            <dt>{asks(dialog, question)}</dt>
            <dd dir="auto">
              {[answer]
                .flat()
                .map(given => answerWords(given, dialog, question))
                .join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )

  function answerWords(given: unknown, dialog: string, question: string): string {
    if (typeof given === 'object' && given !== null)
      return words.say('media' in given ? 'people.media' : 'people.place')
    return answers(dialog, question, String(given))
  }
}
